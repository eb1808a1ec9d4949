"""The conflict desk: the list on the left, both values on the right."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from surveytool.tasks import disputes
from surveytool.tasks.disputes import Dispute
from surveytool.ui.conflicts.columns import dispute_columns
from surveytool.ui.conflicts.decision import Decision
from surveytool.ui.screen import Screen
from surveytool.ui.widgets.boxes import column, row
from surveytool.ui.widgets.button import button
from surveytool.ui.widgets.page_head import page_head
from surveytool.ui.widgets.rows_model import RowsModel
from surveytool.ui.widgets.table import Table


class ConflictsPage(QWidget):
    """Every conflict until a person has decided it; Esc goes back."""

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
        back = button(look, self.tr("Back"), self.closed.emit, icon="arrow-left")
        under = self.tr("The program never decides for you; nothing is lost.")
        body = row(look, self._card(), self.decision, gap=16)
        body.setStretch(0, 3)
        body.setStretch(1, 2)
        head = page_head(look, self.tr("Conflicts"), under, back)
        layout = column(look, head, body, gap=14)
        layout.setStretch(1, 1)
        layout.setContentsMargins(*[look.u(n) for n in (22, 16, 22, 16)])
        self.setLayout(layout)
        self.first: QWidget = self.table
        leave = QShortcut(QKeySequence("Escape"), self)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self.closed)
        self.refresh()

    def refresh(self) -> None:
        """Read the conflicts."""
        self._screen.jobs.ask(
            partial(disputes.listed, self._screen.desk), self._show, only=self
        )

    def _show(self, found: Sequence[Dispute]) -> None:
        self.model.set_rows(found)
        self.table.fit()
        self.table.choose(0)
        if not found:
            self.decision.show_dispute(None)

    def _decide(self, dispute: Dispute, value: str | None, reason: str) -> None:
        self._screen.jobs.do(
            partial(disputes.decide, self._screen.desk, dispute.place, value, reason),
            self._decided,
        )

    def _decided(self, _: object) -> None:
        self._screen.ways.tell(self.tr("Decided. Both values stay in the history."))
        self.table.setFocus()
        self.refresh()

    def _card(self) -> QFrame:
        card = QFrame()
        card.setProperty("surface", "card")
        layout = QVBoxLayout()
        layout.setContentsMargins(1, 6, 1, 6)
        layout.addWidget(self.table)
        card.setLayout(layout)
        return card
