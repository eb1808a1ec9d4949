"""Gaps: stretches of others' work that have not arrived, until they have."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from surveytool.tasks import gaps
from surveytool.tasks.gaps import NamedGap
from surveytool.ui.screen import Screen
from surveytool.ui.widgets.boxes import column, row
from surveytool.ui.widgets.button import button
from surveytool.ui.widgets.cell import Cell, Column
from surveytool.ui.widgets.field import line_edit
from surveytool.ui.widgets.rows_model import RowsModel
from surveytool.ui.widgets.table import Table
from surveytool.ui.widgets.text import wrapped


class GapsPane(QFrame):
    """Heals by itself when the package comes; closed only with a reason."""

    decided = Signal(str)

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self._screen = screen
        look = screen.look
        self.model = RowsModel(gap_columns(), self)
        self.table = Table(look, self.model, self.tr("Gaps"))
        self.table.chosen.connect(self._show_one)
        self._said: QLabel = wrapped("", "soft")
        hint = self.tr("Why it will never come")
        self.reason = line_edit(look, hint, hint)
        close = button(look, self.tr("Take off the list"), self._close, kind="danger")
        end = row(look, self.reason, close, gap=8)
        end.setStretch(0, 1)
        below = column(look, self._said, end, gap=8)
        below.setContentsMargins(*[look.u(n) for n in (14, 8, 14, 6)])
        layout = QVBoxLayout()
        layout.setContentsMargins(1, 6, 1, 6)
        layout.addWidget(self.table, 1)
        layout.addLayout(below)
        self.setLayout(layout)

    def show_gaps(self, found: Sequence[NamedGap]) -> None:
        """Show what has not arrived."""
        self.model.set_rows(found)
        self.table.fit()
        self.table.choose(0)
        if not found:
            self._said.setText(self.tr("Everything that is known of has arrived."))

    def _show_one(self, one: NamedGap | None) -> None:
        if one is not None:
            self._said.setText(one.problem.say(self._screen.words.language))

    def _close(self) -> None:
        gap, reason = self.table.chosen_row, self.reason.text().strip()
        if gap is None or not reason:
            self.reason.setFocus()
            return
        self._screen.jobs.do(
            partial(gaps.close, self._screen.desk, gap, reason), self._closed
        )

    def _closed(self, _: object) -> None:
        self.reason.clear()
        self.decided.emit(self.tr("Taken off the list."))


def gap_columns() -> tuple[Column, ...]:
    """Return the columns of the gaps."""
    translate = QCoreApplication.translate
    return (
        Column(
            translate("GapColumns", "Computer"),
            lambda one: Cell(one.peer, bold=True),
            width=160,
            grow=1,
        ),
        Column(
            translate("GapColumns", "Village"),
            lambda one: Cell(one.place),
            width=160,
            grow=1,
        ),
        Column(
            translate("GapColumns", "Changes"),
            lambda one: Cell(f"{one.first:,} – {one.last:,}", tone="red"),
            width=160,
            right=True,
        ),
    )
