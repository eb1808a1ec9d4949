"""Approvals: the plans that wait on the left, the one being read on the right."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from surveytool.tasks import approvals
from surveytool.tasks.approvals import WaitingPlan
from surveytool.ui.approvals.ask_reason import ask_reason
from surveytool.ui.approvals.columns import plan_columns
from surveytool.ui.approvals.plan_pane import PlanPane
from surveytool.ui.changed import Changed
from surveytool.ui.screen import Screen
from surveytool.ui.widgets.boxes import column, row
from surveytool.ui.widgets.button import button
from surveytool.ui.widgets.empty_state import EmptyState
from surveytool.ui.widgets.page_head import page_head
from surveytool.ui.widgets.rows_model import RowsModel
from surveytool.ui.widgets.table import Table

WIDE = 900


class ApprovalsPage(QWidget):
    """The county reads plans and decides one or many at once."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self.setObjectName("page")
        self._screen = screen
        look = screen.look
        self.model = RowsModel(plan_columns(screen.words), self)
        self.table = Table(look, self.model, self.tr("Plans that wait"))
        self.table.allow_many()
        self._nothing = EmptyState(
            look,
            self.tr("No plan waits"),
            self.tr("Plans appear here when packages from townships are taken in."),
            icon="clipboard-check",
        )
        self._nothing.hide()
        self.plan = PlanPane(look, screen.words)
        self.plan.setMinimumWidth(look.u(330))
        self._approve = button(
            look, self.tr("Approve"), self._pass, icon="check", kind="primary"
        )
        self._return = button(
            look, self.tr("Send back"), self._send_back, icon="arrow-back-up"
        )
        self._approve.setToolTip(self.tr("Approve the chosen plans (Ctrl+Enter)"))
        self._approve.setShortcut("Ctrl+Return")
        self.table.chosen.connect(self.plan.show_plan)
        self.table.opened.connect(lambda _: self._approve.setFocus())
        under = self.tr("Hold Ctrl or Shift to choose several plans at once.")
        head = page_head(
            look, self.tr("Plans to approve"), under, self._return, self._approve
        )
        body = row(look, self._card(), self.plan, gap=16)
        body.setStretch(0, 3)
        body.setStretch(1, 2)
        layout = column(look, head, body, gap=14)
        layout.setStretch(1, 1)
        layout.setContentsMargins(*[look.u(n) for n in (22, 16, 22, 16)])
        self.setLayout(layout)
        self.setMinimumSize(1, 1)
        self.first: QWidget = self.table

    def refresh(self) -> None:
        """Read the plans that wait."""
        self._screen.jobs.ask(
            partial(approvals.waiting, self._screen.desk), self._show, only=self
        )

    def changed(self, changed: Changed, by: object) -> None:
        """Look again after something changed."""
        del changed, by
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the plan out where the window is narrow."""
        super().resizeEvent(event)
        wide = self.width() / self._screen.look.scale >= WIDE
        self.plan.setVisible(wide)

    def _show(self, plans: Sequence[WaitingPlan]) -> None:
        self.model.set_rows(plans)
        self.table.fit()
        self.table.choose(0)
        self.table.setVisible(bool(plans))
        self._nothing.setVisible(not plans)
        self._approve.setEnabled(bool(plans))
        self._return.setEnabled(bool(plans))
        if not plans:
            self.plan.show_plan(None)

    def _pass(self) -> None:
        ids = self._ids()
        said = self.tr("{0} plans approved.").format(len(ids))
        self._screen.jobs.do(
            partial(approvals.approve, self._screen.desk, ids),
            lambda _: self._screen.ways.tell(said),
        )

    def _send_back(self) -> None:
        ids = self._ids()
        hint = self.tr("The township reads this reason when the plan comes back.")
        reason = ask_reason(self._screen.look, self, self.tr("Send back"), hint)
        if reason is None:
            return
        said = self.tr("{0} plans sent back.").format(len(ids))
        self._screen.jobs.do(
            partial(approvals.send_back, self._screen.desk, ids, reason),
            lambda _: self._screen.ways.tell(said, "amber"),
        )

    def _ids(self) -> list[str]:
        return [one.row.id for one in self.table.chosen_rows]

    def _card(self) -> QFrame:
        card = QFrame()
        card.setProperty("surface", "card")
        layout = QVBoxLayout()
        layout.setContentsMargins(1, 6, 1, 6)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._nothing, 1)
        card.setLayout(layout)
        return card
