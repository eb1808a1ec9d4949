"""Where the program's own data files are."""

from pathlib import Path

PROGRAM = Path(__file__).resolve().parents[2]
RESOURCES = PROGRAM / "resources"
FORMS = PROGRAM / "forms"
MANUAL = PROGRAM / "docs" / "manual"
