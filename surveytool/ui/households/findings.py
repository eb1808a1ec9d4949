"""What the rules say of a household, the grave ones first."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from surveytool.domain.problem import Severity
from surveytool.domain.sentences import Language
from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.boxes import column, frame, row
from surveytool.ui.widgets.text import picture, wrapped
from surveytool.ui.words import Words

SIGNS = {
    Severity.ERROR: ("alert-circle", "red"),
    Severity.WARNING: ("alert-triangle", "amber"),
    Severity.NOTE: ("info-circle", "blue"),
}
ORDER = tuple(SIGNS)


class Said(Protocol):
    """A finding as this pane needs it."""

    @property
    def severity(self) -> Severity:
        """How much it matters."""

    def say(self, language: Language = "zh") -> str:
        """Return the sentence for people."""

    def explain(self, language: Language = "zh") -> str:
        """Return the values that the rule saw."""


def findings_box(look: Look, words: Words, findings: Sequence[Said]) -> QFrame:
    """Return a box with a line for each finding; its tip says what was seen."""
    layout = column(look, gap=7)
    for one in sorted(findings, key=lambda one: ORDER.index(one.severity)):
        icon, tone = SIGNS[one.severity]
        said = wrapped(one.say(words.language), "small")
        said.setToolTip(one.explain(words.language))
        line = row(look, gap=9)
        line.addWidget(
            picture(look, icon, tone=tone, size=17), 0, Qt.AlignmentFlag.AlignTop
        )
        line.addWidget(said, 1)
        layout.addLayout(line)
    box = frame("box", layout)
    layout.setContentsMargins(*[look.u(n) for n in (11, 9, 11, 10)])
    return box
