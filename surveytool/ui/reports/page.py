"""Reports: choose on the left, read on the right, save or print."""

import tempfile
from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QFrame,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from surveytool.domain.dates import read_date
from surveytool.domain.table import Table as ReportTable
from surveytool.tasks import figures
from surveytool.ui.changed import Changed
from surveytool.ui.reports.report_view import ReportView
from surveytool.ui.screen import Screen
from surveytool.ui.widgets.boxes import column, row
from surveytool.ui.widgets.button import button
from surveytool.ui.widgets.field import line_edit
from surveytool.ui.widgets.page_head import page_head
from surveytool.ui.widgets.text import text

LIST_WIDTH = 236


class ReportsPage(QWidget):
    """Every report of the program, at once on the screen."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self.setObjectName("page")
        self._screen = screen
        self._table: ReportTable | None = None
        self._name = ""
        look = screen.look
        self._group = QButtonGroup(self)
        self._list = column(look, gap=6)
        self._day = self._date()
        self.view = ReportView(look, screen.words)
        self._actions = self._buttons()
        head = page_head(look, self.tr("Reports"), "", *self._actions)
        body = row(look, self._chooser(), self.view, gap=16)
        body.setStretch(1, 1)
        layout = column(look, head, body, gap=14)
        layout.setStretch(1, 1)
        layout.setContentsMargins(*[look.u(n) for n in (22, 16, 22, 16)])
        self.setLayout(layout)
        self.setMinimumSize(1, 1)
        self.first: QWidget = self._day
        self._offer(figures.names(screen.words.language))

    def refresh(self) -> None:
        """Work the chosen report out anew."""
        day = date.fromisoformat(self._day.text())
        self._screen.jobs.ask(
            partial(figures.report, self._screen.desk, self._name, day),
            self._show,
            only=self,
        )

    def changed(self, changed: Changed, by: object) -> None:
        """Look again after something changed."""
        del changed, by
        self.refresh()

    def _offer(self, names: Sequence[tuple[str, str]]) -> None:
        for name, words in names:
            choice = QPushButton(words)
            choice.setProperty("kind", "choice")
            choice.setCheckable(True)
            choice.setAccessibleName(words)
            choice.clicked.connect(partial(self._choose, name))
            self._group.addButton(choice)
            self._list.addWidget(choice)
        self._list.addStretch(1)
        first = self._group.buttons()[0]
        first.setChecked(True)
        self._name = names[0][0]

    def _choose(self, name: str, *_: object) -> None:
        self._name = name
        self.refresh()

    def _show(self, table: ReportTable) -> None:
        self._table = table
        self.view.show_table(table)
        for one in self._actions:
            one.setEnabled(True)

    def _save(self, ending: str) -> None:
        table = self._table
        if table is None:
            return
        kind = "Excel (*.xlsx)" if ending == "xlsx" else "PDF (*.pdf)"
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the report"), f"{table.title}.{ending}", kind
        )
        if chosen:
            said = self.tr("Saved: {0}").format(chosen)
            self._screen.jobs.ask(
                partial(figures.write, self._screen.desk, table, Path(chosen)),
                lambda _: self._screen.ways.tell(said),
            )

    def _preview(self) -> None:
        table = self._table
        if table is None:
            return
        out = Path(tempfile.mkdtemp(prefix="surveytool-")) / "report.pdf"
        self._screen.jobs.ask(
            partial(figures.write, self._screen.desk, table, out),
            lambda _: self._screen.ways.preview(out, table.title),
        )

    def _buttons(self) -> list[QPushButton]:
        look = self._screen.look
        made = [
            button(
                look,
                self.tr("Save Excel"),
                partial(self._save, "xlsx"),
                icon="file-spreadsheet",
            ),
            button(
                look,
                self.tr("Save PDF"),
                partial(self._save, "pdf"),
                icon="file-type-pdf",
            ),
            button(
                look,
                self.tr("Preview and print"),
                self._preview,
                icon="printer",
                kind="primary",
            ),
        ]
        for one in made:
            one.setEnabled(False)
        return made

    def _date(self) -> QLineEdit:
        edit = line_edit(self._screen.look, self.tr("As on"))
        edit.setText(self._screen.desk.today.isoformat())
        edit.editingFinished.connect(self._set_day)
        return edit

    def _set_day(self) -> None:
        """Take a date in any writing; what is none gives way to today."""
        day = read_date(self._day.text()) or self._screen.desk.today.isoformat()
        self._day.setText(day)
        self.refresh()

    def _chooser(self) -> QFrame:
        look = self._screen.look
        layout: QVBoxLayout = column(
            look,
            text(self.tr("As on"), "strong"),
            self._day,
            6,
            text(self.tr("Report"), "strong"),
            self._list,
            gap=7,
        )
        layout.setStretch(4, 1)
        layout.setContentsMargins(*[look.u(n) for n in (15, 14, 15, 14)])
        card = QFrame()
        card.setProperty("surface", "card")
        card.setFixedWidth(look.u(LIST_WIDTH))
        card.setLayout(layout)
        return card
