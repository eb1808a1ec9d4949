"""A card with a short table below its title and one button beside it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.boxes import row
from surveytool.ui.widgets.cell import Column
from surveytool.ui.widgets.rows_model import RowsModel
from surveytool.ui.widgets.table import Table
from surveytool.ui.widgets.text import text


class TableCard(QFrame):
    """Hidden while the table is empty."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self._look = look
        self.hide()

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show what the table lists."""
        self.setVisible(bool(rows))
        self.model.set_rows(rows)
        self.table.fit()

    def _lay_out(
        self, title: str, columns: Sequence[Column], action: QPushButton
    ) -> None:
        look = self._look
        self.model = RowsModel(columns, self)
        self.table = Table(look, self.model, title)
        head = row(look, text(title, "heading"), None, action)
        head.setContentsMargins(*[look.u(n) for n in (17, 11, 12, 7)])
        layout = QVBoxLayout()
        layout.setContentsMargins(1, 0, 1, 8)
        layout.addLayout(head)
        layout.addWidget(self.table)
        self.setLayout(layout)
        self.setMinimumHeight(look.u(230))
