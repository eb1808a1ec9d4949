"""Compare with @getodk/xforms-engine under Node, where both are there.

    npm install --prefix DIR @getodk/xforms-engine@0.22 jsdom@26
    python -m benchmarks.form_engines [DIR]

DIR may also stand in the environment as XFORMS_ENGINE. Opens the form of 500
questions, and adds a member and answers its 20 questions, in both engines.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.form_speed import form_xml
from surveytool.questionnaire.form import load_form
from surveytool.questionnaire.session import Session

SCRIPT = Path(__file__).with_suffix(".mjs")
PACKAGE = "node_modules/@getodk/xforms-engine/package.json"


def theirs(folder: Path, xml: bytes) -> dict[str, float] | None:
    """Return the other engine's milliseconds, or None where it is not there."""
    node = shutil.which("node")
    if node is None or not (folder / PACKAGE).is_file():
        return None
    with tempfile.TemporaryDirectory() as name:
        form = Path(name) / "form.xml"
        form.write_bytes(xml)
        command = [node, str(SCRIPT), str(folder), str(form)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    lines = done.stdout.strip().splitlines()
    if done.returncode or not lines:
        print("the other engine failed:", done.stderr.strip()[-300:])
        return None
    return dict(json.loads(lines[-1]))


def ours(xml: bytes) -> dict[str, float]:
    """Return our milliseconds for the same."""
    opening, members = [], []
    for _ in range(3):
        start = perf_counter()
        session = Session(load_form(xml))
        opening.append((perf_counter() - start) * 1e3)
    for number in range(1, 21):
        start = perf_counter()
        session.add_repeat("/data/person")
        ref = f"/data/person[{number}]"
        for at, view in enumerate(session.children(ref)):
            if view.kind == "input" and not view.readonly:
                session.answer(view.ref, str(at + 4))
        members.append((perf_counter() - start) * 1e3)
    return {"open": median(opening), "member": median(members)}


def show(folder: Path) -> None:
    """Print both engines' times and their ratio."""
    xml = form_xml(500)
    other = theirs(folder, xml)
    if other is None:
        print(f"no Node with @getodk/xforms-engine and jsdom in {folder}: not compared")
        return
    own = ours(xml)
    for name in ("open", "member"):
        print(
            f"{name:8} here {own[name]:8.1f} ms   xforms-engine {other[name]:8.1f} ms"
            f"   {other[name] / own[name]:6.1f} times"
        )


def main() -> None:
    """Read the command line and compare."""
    given = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("XFORMS_ENGINE", ".")
    show(Path(given).resolve())


if __name__ == "__main__":
    main()
