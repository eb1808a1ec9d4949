"""The conflict desk: conflicts, quarantine and gaps; a person decides each."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from surveytool.domain.seat import Office
from surveytool.tasks import disputes, gaps, quarantine
from surveytool.tasks.desk import Desk
from surveytool.tasks.disputes import Decided, Dispute, Rule
from surveytool.ui.conflicts.bulk_bar import BulkBar
from surveytool.ui.conflicts.columns import dispute_columns
from surveytool.ui.conflicts.decision import Decision
from surveytool.ui.conflicts.gaps_pane import GapsPane
from surveytool.ui.conflicts.quarantine_pane import QuarantinePane
from surveytool.ui.screen import Screen
from surveytool.ui.widgets.boxes import column, plain, row, scrolled
from surveytool.ui.widgets.button import button, chip
from surveytool.ui.widgets.page_head import page_head
from surveytool.ui.widgets.rows_model import RowsModel
from surveytool.ui.widgets.table import Table


@dataclass(frozen=True, slots=True)
class _Open:
    """Everything that waits for a person."""

    disputes: Sequence[Dispute]
    waiting: Sequence[quarantine.Waiting]
    gaps: Sequence[gaps.NamedGap]


class ConflictsPage(QWidget):
    """Three lists that never empty themselves; Esc goes back."""

    closed = Signal()

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self.setObjectName("page")
        self._screen = screen
        look = screen.look
        self.model = RowsModel(dispute_columns(screen.words), self)
        self.table = Table(look, self.model, self.tr("Conflicts"))
        self.decision = Decision(look, screen.words)
        self.decision.setMinimumWidth(look.u(300))
        self.decision.decided.connect(self._decide)
        self.decision.shown.connect(screen.ways.show_household)
        self.table.chosen.connect(self.decision.show_dispute)
        self.bulk = BulkBar(look)
        self.bulk.decided.connect(self._decide_all)
        self.quarantine, self.gaps = QuarantinePane(screen), GapsPane(screen)
        for part in (self.quarantine, self.gaps):
            part.decided.connect(self._tell)
        back = button(look, self.tr("Back"), self.closed.emit, icon="arrow-left")
        under = self.tr("The program never decides for you; nothing is lost.")
        head = page_head(look, self.tr("To look through"), under, back)
        layout = column(look, head, self._chips(), self._lists(), gap=14)
        layout.setStretch(2, 1)
        layout.setContentsMargins(*[look.u(n) for n in (22, 16, 22, 16)])
        self.setLayout(layout)
        self.first: QWidget = self.table
        leave = QShortcut(QKeySequence("Escape"), self)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self.closed)
        self.refresh()

    def refresh(self) -> None:
        """Read the three lists."""
        self._screen.jobs.ask(partial(_read, self._screen.desk), self._show, only=self)

    def _chips(self) -> QHBoxLayout:
        look = self._screen.look
        names = (self.tr("Conflicts"), self.tr("Quarantine"), self.tr("Gaps"))
        self._names, self.chips = names, QButtonGroup(self)
        layout = row(look, gap=8)
        for at, name in enumerate(names):
            one = chip(look, name)
            self.chips.addButton(one, at)
            layout.addWidget(one)
        layout.addStretch(1)
        self.chips.button(0).setChecked(True)
        return layout

    def _lists(self) -> QStackedWidget:
        beside = scrolled(plain(row(self._screen.look, self.decision)))
        body = row(self._screen.look, self._card(), beside, gap=16)
        body.setStretch(0, 3)
        body.setStretch(1, 2)
        lists = QStackedWidget()
        lists.setMinimumSize(1, 1)
        for part in (plain(body), self.quarantine, self.gaps):
            lists.addWidget(part)
        self.chips.idToggled.connect(
            lambda at, on: lists.setCurrentIndex(at) if on else None
        )
        return lists

    def _show(self, found: _Open) -> None:
        self.model.set_rows(found.disputes)
        self.table.fit()
        self.table.choose(0)
        if not found.disputes:
            self.decision.show_dispute(None)
        is_county = self._screen.desk.seat.office is Office.COUNTY
        self.bulk.setVisible(is_county and len(found.disputes) > 1)
        self.quarantine.show_waiting(found.waiting)
        self.gaps.show_gaps(found.gaps)
        counts = (found.disputes, found.waiting, found.gaps)
        for at, (name, some) in enumerate(zip(self._names, counts, strict=True)):
            one = self.chips.button(at)
            one.setText(f"{name} {len(some):,}")
            # Bold when chosen, which needs more room than the button asks for.
            wide = one.fontMetrics().horizontalAdvance(one.text())
            one.setMinimumWidth(wide + wide // 6 + self._screen.look.u(34))

    def _decide(self, dispute: Dispute, value: str | None, reason: str) -> None:
        self._screen.jobs.do(
            partial(disputes.decide, self._screen.desk, dispute.place, value, reason),
            self._decided,
        )

    def _decided(self, _: object) -> None:
        self._tell(self.tr("Decided. Both values stay in the history."))
        self.table.setFocus()

    def _decide_all(self, rule: Rule, reason: str) -> None:
        found = list(self.model.rows)
        self._screen.jobs.do(
            partial(disputes.decide_all, self._screen.desk, found, rule, reason),
            self._all_decided,
        )

    def _all_decided(self, done: Decided) -> None:
        said = self.tr("{0} decided by the rule, {1} left to decide one by one.")
        self._tell(said.format(done.decided, done.left))

    def _tell(self, said: str) -> None:
        self._screen.ways.tell(said)
        self.refresh()

    def _card(self) -> QFrame:
        card = QFrame()
        card.setProperty("surface", "card")
        layout = QVBoxLayout()
        layout.setContentsMargins(1, 6, 1, 6)
        layout.addWidget(self.table)
        layout.addWidget(self.bulk)
        card.setLayout(layout)
        return card


def _read(desk: Desk) -> _Open:
    return _Open(disputes.listed(desk), quarantine.listed(desk), gaps.listed(desk))
