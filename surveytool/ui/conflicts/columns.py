"""What the list of conflicts shows."""

from PySide6.QtCore import QCoreApplication

from surveytool.domain.vocabulary import label
from surveytool.tasks.disputes import Dispute
from surveytool.ui.widgets.cell import Cell, Column
from surveytool.ui.words import Words


def dispute_columns(words: Words) -> tuple[Column, ...]:
    """Return the columns of the list of conflicts."""
    translate = QCoreApplication.translate
    return (
        Column(
            translate("DisputeColumns", "Household"),
            lambda one: Cell(one.household, bold=True),
            width=90,
            grow=1,
        ),
        Column(
            translate("DisputeColumns", "Field"),
            lambda one: Cell(words.title(one.ref.kind, one.field)),
            width=130,
            grow=1,
        ),
        Column(
            translate("DisputeColumns", "Values"),
            lambda one: Cell(" ≠ ".join(values(words, one)), tone="red"),
            width=180,
            grow=2,
        ),
        Column(
            translate("DisputeColumns", "By"),
            lambda one: Cell(" / ".join(dict.fromkeys(s.who for s in one.sides))),
            width=120,
            grow=1,
            spare=1,
        ),
    )


def values(words: Words, dispute: Dispute) -> list[str]:
    """Return the values that disagree, as people read them."""
    return [value(words, dispute, side.value) for side in dispute.sides]


def value(words: Words, dispute: Dispute, stored: str | None) -> str:
    """Return one value as people read it."""
    if stored is None:
        return QCoreApplication.translate("DisputeColumns", "(empty)")
    return label(dispute.ref.kind, dispute.field, stored, words.language)
