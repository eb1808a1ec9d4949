"""Quarantine: changes that do not stand, why, and the county's word on them."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from surveytool.domain.seat import Office
from surveytool.tasks import quarantine
from surveytool.tasks.quarantine import Waiting
from surveytool.ui.screen import Screen
from surveytool.ui.widgets.boxes import column, row
from surveytool.ui.widgets.button import button
from surveytool.ui.widgets.cell import Cell, Column
from surveytool.ui.widgets.field import line_edit
from surveytool.ui.widgets.rows_model import RowsModel
from surveytool.ui.widgets.table import Table
from surveytool.ui.widgets.text import wrapped
from surveytool.ui.words import Words


class QuarantinePane(QFrame):
    """A list in which several can be chosen, the reason below, two buttons."""

    decided = Signal(str)

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self._screen = screen
        look = screen.look
        self.model = RowsModel(waiting_columns(screen.words), self)
        self.table = Table(look, self.model, self.tr("Quarantine"))
        self.table.allow_many()
        self.table.chosen.connect(self._show_one)
        self._said: QLabel = wrapped("", "soft")
        layout = QVBoxLayout()
        layout.setContentsMargins(1, 6, 1, 6)
        layout.addWidget(self.table, 1)
        below = column(look, self._said, gap=8)
        below.setContentsMargins(*[look.u(n) for n in (14, 8, 14, 6)])
        hint = self.tr("Reason")
        self.reason = line_edit(look, hint, hint)
        if screen.desk.seat.office is Office.COUNTY:
            below.addLayout(self._decisions())
        layout.addLayout(below)
        self.setLayout(layout)

    def show_waiting(self, found: Sequence[Waiting]) -> None:
        """Show what waits."""
        self.model.set_rows(found)
        self.table.fit()
        self.table.choose(0)
        if not found:
            self._said.setText(self.tr("Nothing is in quarantine."))

    def _decisions(self) -> QVBoxLayout:
        look = self._screen.look
        stand = button(
            look, self.tr("Let them stand"), partial(self._decide, quarantine.release),
            icon="check", kind="primary",
        )  # fmt: skip
        away = button(
            look, self.tr("Reject"), partial(self._decide, quarantine.reject),
            icon="x", kind="danger",
        )  # fmt: skip
        layout = row(look, self.reason, away, stand, gap=8)
        layout.setStretch(0, 1)
        return column(look, layout)

    def _show_one(self, one: Waiting | None) -> None:
        if one is not None:
            language = self._screen.words.language
            said = f"{one.problem.say(language)}\n{one.said(language)}"
            self._said.setText(said)

    def _decide(self, task: Callable[..., int]) -> None:
        chosen, reason = self.table.chosen_rows, self.reason.text().strip()
        if not chosen or not reason:
            self.reason.setPlaceholderText(self.tr("Choose changes and say why."))
            self.reason.setFocus()
            return
        ids = [one.id for one in chosen]
        self._screen.jobs.do(
            partial(task, self._screen.desk, ids, reason), self._decided
        )

    def _decided(self, count: int) -> None:
        self.reason.clear()
        self.decided.emit(self.tr("Decided: {0} changes.").format(count))


def waiting_columns(words: Words) -> tuple[Column, ...]:
    """Return the columns of the quarantine."""
    translate = QCoreApplication.translate
    return (
        Column(
            translate("Waiting", "Household"),
            lambda one: Cell(one.household, bold=True),
            width=120,
            grow=1,
        ),
        Column(
            translate("Waiting", "Village"),
            lambda one: Cell(one.village),
            width=110,
            spare=2,
            grow=1,
        ),
        Column(
            translate("Waiting", "By"),
            lambda one: Cell(f"{one.who} · {one.device}"),
            width=150,
            grow=1,
        ),
        Column(
            translate("Waiting", "When"),
            lambda one: Cell(words.moment(one.at)),
            width=130,
            spare=1,
        ),
        Column(
            translate("Waiting", "Why"),
            lambda one: Cell(
                one.problem.say(words.language),
                tone="red" if one.needs_decision else "",
            ),
            width=260,
            grow=3,
        ),
    )
