"""What the county sees of a plan that waits."""

from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from surveytool.domain.money import amount, show
from surveytool.tasks.approvals import WaitingPlan
from surveytool.ui.widgets.cell import Cell, Column
from surveytool.ui.widgets.collation import by_sound
from surveytool.ui.widgets.tag_tones import kind_mark, risk_marks
from surveytool.ui.words import Words


def plan_columns(words: Words) -> tuple[Column, ...]:
    """Return the columns of the list of plans."""
    translate = QCoreApplication.translate
    return (
        Column(
            translate("PlanColumns", "Head"),
            lambda one: Cell(one.row.head_name, bold=True),
            width=118,
            grow=1,
            key=by_sound(lambda one: one.row.head_name),
        ),
        Column(
            translate("PlanColumns", "Village"),
            lambda one: Cell(one.row.village_title),
            width=110,
            grow=1,
            key=lambda one: one.row.village,
        ),
        Column(
            translate("PlanColumns", "Kind"),
            lambda one: Cell(marks=(kind_mark(words, one.row),)),
            width=132,
            key=lambda one: one.row.monitor_type,
        ),
        Column(
            translate("PlanColumns", "Risks"),
            lambda one: Cell(marks=risk_marks(words, one.row.risks)),
            width=150,
            grow=2,
            spare=1,
        ),
        Column(
            translate("PlanColumns", "Measures"),
            lambda one: Cell(str(len(one.measures))),
            width=84,
            right=True,
            key=lambda one: len(one.measures),
        ),
        Column(
            translate("PlanColumns", "Amount (yuan)"),
            lambda one: Cell(show(total(one))),
            width=116,
            right=True,
            spare=2,
            key=total,
        ),
        Column(
            translate("PlanColumns", "Made on"),
            lambda one: Cell(one.plan.get("made") or "—", tone="plain"),
            width=108,
            spare=3,
            key=lambda one: one.plan.get("made"),
        ),
    )


def total(one: WaitingPlan) -> Decimal:
    """Return what the measures of a plan cost together, in yuan."""
    return sum((amount(measure.get("amount")) for measure in one.measures), Decimal(0))
