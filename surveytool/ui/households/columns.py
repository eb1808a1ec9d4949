"""What the list of households shows of each."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from surveytool.domain.money import amount
from surveytool.domain.rows import HouseholdRow
from surveytool.ui.widgets.cell import Cell, Column
from surveytool.ui.widgets.collation import by_sound
from surveytool.ui.widgets.tag_tones import kind_mark, risk_marks
from surveytool.ui.words import Words


def household_columns(words: Words, *, low: str = "") -> tuple[Column, ...]:
    """Return the columns; incomes under ``low`` yuan are marked."""
    translate, states = QCoreApplication.translate, state_words()
    return (
        Column(
            translate("HouseholdColumns", "Head"),
            _head,
            width=82,
            grow=1,
            key=by_sound(lambda row: row.head_name),
        ),
        Column(
            translate("HouseholdColumns", "Village"),
            lambda row: Cell(row.village_title, tone="plain"),
            width=92,
            spare=9,
        ),
        Column(
            translate("HouseholdColumns", "Size"),
            lambda row: Cell(str(row.size)),
            width=46,
            right=True,
            key=lambda row: row.size,
        ),
        Column(
            translate("HouseholdColumns", "Kind"),
            lambda row: Cell(marks=(kind_mark(words, row),)),
            width=124,
            key=lambda row: (row.monitor_type, row.kind),
        ),
        Column(
            translate("HouseholdColumns", "Risks"),
            lambda row: Cell(marks=risk_marks(words, row.risks)),
            width=118,
            grow=2,
            spare=2,
            key=lambda row: row.risks,
        ),
        Column(
            translate("HouseholdColumns", "Per head"),
            lambda row: _income(words, row, low),
            width=98,
            right=True,
            spare=1,
            key=lambda row: amount(row.income_per_head),
        ),
        Column(
            translate("HouseholdColumns", "State"),
            lambda row: Cell(states[state_of(row)][0], dot=states[state_of(row)][1]),
            width=84,
            key=lambda row: (row.has_draft, row.surveyed),
        ),
        Column(
            translate("HouseholdColumns", "Visited"),
            lambda row: Cell(words.short_day(row.surveyed) or "—", tone="plain"),
            width=72,
            spare=4,
            key=lambda row: row.surveyed,
        ),
    )


def found_columns(words: Words, *, low: str = "") -> tuple[Column, ...]:
    """Return the columns of a search: who was found, and in which village."""
    head, village, size, kind, _, income, state, _ = household_columns(words, low=low)
    found = Column(
        QCoreApplication.translate("HouseholdColumns", "Found"),
        lambda row: Cell(row.matched, tone="blue"),
        width=88,
        grow=1,
    )
    return (head, found, replace(village, spare=0, grow=1), size, kind, income, state)


def state_of(row: HouseholdRow) -> str:
    """Return how far a household is: the step that says most."""
    if row.has_draft:
        return "draft"
    if row.monitor_type and row.risk_eliminated:
        return "eliminated"
    if row.plan_state in ("approved", "returned", "made"):
        return row.plan_state
    return "surveyed" if row.surveyed else "open"


def state_words() -> dict[str, tuple[str, str]]:
    """Return what each state is called, and its tone."""
    translate = QCoreApplication.translate
    return {
        "draft": (translate("HouseholdColumns", "Draft"), "amber"),
        "eliminated": (translate("HouseholdColumns", "Eliminated"), "green"),
        "approved": (translate("HouseholdColumns", "Approved"), "green"),
        "returned": (translate("HouseholdColumns", "Returned"), "red"),
        "made": (translate("HouseholdColumns", "Submitted"), "blue"),
        "surveyed": (translate("HouseholdColumns", "Surveyed"), "green"),
        "open": (translate("HouseholdColumns", "Not yet"), "plain"),
    }


def _head(row: HouseholdRow) -> Cell:
    return Cell(row.head_name, bold=True)


def _income(words: Words, row: HouseholdRow, low: str) -> Cell:
    shown = words.amount(row.income_per_head)
    if shown and low and amount(row.income_per_head) < amount(low):
        return Cell(shown, tone="red", icon="trending-down", bold=True)
    return Cell(shown or "—")
