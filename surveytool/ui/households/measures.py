"""The measures of a household's plan, each with how far it is."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame

from surveytool.domain.entity import Entity
from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.boxes import column, frame, row
from surveytool.ui.widgets.text import Elided, picture, text
from surveytool.ui.words import Words

TONES = {"done": "green", "running": "blue", "planned": "plain", "stopped": "red"}


def measure_box(look: Look, words: Words, measure: Entity) -> QFrame:
    """Return one measure: content, amount and progress."""
    progress = measure.get("progress")
    tone = TONES.get(progress, "plain")
    icon = "circle-check" if progress == "done" else "circle-dashed"
    what = measure.get("content") or words.value(measure, "class")
    amount = words.amount(measure.get("amount"))
    unit = QCoreApplication.translate("Measures", "{0} yuan")
    under = [words.value(measure, "class"), unit.format(amount) if amount else ""]
    said = column(
        look,
        Elided(what),
        Elided(" · ".join(part for part in under if part), "small"),
        gap=1,
    )
    state = text(words.value(measure, "progress"), "small", tone=tone)
    layout = row(look, picture(look, icon, tone=tone), said, state, gap=9)
    layout.setStretch(1, 1)
    box = frame("box", layout)
    layout.setContentsMargins(look.u(10), look.u(7), look.u(11), look.u(7))
    return box


def delivered(measures: Sequence[Entity]) -> int:
    """Return how many measures are delivered."""
    return sum(one.get("progress") == "done" for one in measures)
