"""A card with a short list and one deed on the line that is chosen."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QFrame, QVBoxLayout

from surveytool.ui.approvals.ask_reason import ask_reason
from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.boxes import row
from surveytool.ui.widgets.button import button
from surveytool.ui.widgets.cell import Column
from surveytool.ui.widgets.rows_model import RowsModel
from surveytool.ui.widgets.table import Table
from surveytool.ui.widgets.text import text


class ListCard(QFrame):
    """Hidden while the list is empty; the deed asks for a reason first."""

    def __init__(
        self,
        look: Look,
        title: str,
        columns: Sequence[Column],
        *,
        deed: str,
        hint: str,
        then: Callable[[Any, str], None],
    ) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self._look, self._deed, self._hint, self._then = look, deed, hint, then
        self.model = RowsModel(columns, self)
        self.table = Table(look, self.model, title)
        self.go = button(look, f"{deed}…", self._ask, kind="danger")
        head = row(look, text(title, "heading"), None, self.go)
        head.setContentsMargins(*[look.u(n) for n in (17, 11, 12, 7)])
        layout = QVBoxLayout()
        layout.setContentsMargins(1, 0, 1, 8)
        layout.addLayout(head)
        layout.addWidget(self.table)
        self.setLayout(layout)
        self.setMinimumHeight(look.u(230))
        self.hide()

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show the list."""
        self.setVisible(bool(rows))
        self.model.set_rows(rows)
        self.table.fit()

    def _ask(self) -> None:
        chosen = self.table.chosen_row
        if chosen is None:
            self.table.setFocus()
            return
        reason = ask_reason(self._look, self, self._deed, self._hint)
        if reason:
            self._then(chosen, reason)
