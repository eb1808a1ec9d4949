"""What the rules say of a household, the grave ones first."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtWidgets import QWidget

from surveytool.domain.problem import Severity
from surveytool.domain.sentences import Language
from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.banner import Banner
from surveytool.ui.words import Words

TONES = {Severity.ERROR: "red", Severity.WARNING: "amber", Severity.NOTE: "blue"}
ORDER = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
MOST = 4


class Said(Protocol):
    """A finding as this pane needs it."""

    @property
    def severity(self) -> Severity:
        """How much it matters."""

    def say(self, language: Language = "zh") -> str:
        """Return the sentence for people."""

    def explain(self, language: Language = "zh") -> str:
        """Return the values that the rule saw."""


def findings_box(look: Look, words: Words, findings: Sequence[Said]) -> list[QWidget]:
    """Return a banner for each of the gravest findings; its tip says why."""
    graver = sorted(findings, key=lambda one: ORDER.index(one.severity))
    boxes: list[QWidget] = []
    for one in graver[:MOST]:
        banner = Banner(look, one.say(words.language), TONES[one.severity])
        banner.setToolTip(one.explain(words.language))
        boxes.append(banner)
    return boxes
