"""What the rules say of a household, the grave ones first."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from surveytool.tasks.browse import Finding
from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.banner import Banner
from surveytool.ui.words import Words

TONES = {"error": "red", "warning": "amber", "note": "blue"}
ORDER = {"error": 0, "warning": 1, "note": 2}
MOST = 4


def findings_box(
    look: Look, words: Words, findings: Sequence[Finding]
) -> list[QWidget]:
    """Return a banner for each of the gravest findings."""
    graver = sorted(findings, key=lambda one: ORDER.get(str(one.severity), 1))
    return [
        Banner(look, one.say(words.language), TONES.get(str(one.severity), "amber"))
        for one in graver[:MOST]
    ]
