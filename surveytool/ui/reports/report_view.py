"""A report on the screen: title, figures with definitions, table, notes."""

from PySide6.QtWidgets import QFrame, QVBoxLayout

from surveytool.domain.table import Table as ReportTable
from surveytool.ui.reports.columns import table_columns, table_rows
from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.boxes import column, empty, row
from surveytool.ui.widgets.empty_state import EmptyState
from surveytool.ui.widgets.labeled import labeled_value
from surveytool.ui.widgets.rows_model import RowsModel
from surveytool.ui.widgets.table import Table
from surveytool.ui.widgets.text import Elided, text, wrapped
from surveytool.ui.words import Words

MOST_FIGURES = 5


class ReportView(QFrame):
    """Shows the neutral table that paper and spreadsheets show as well."""

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self._look, self._words = look, words
        self._content: QVBoxLayout = column(look, gap=11)
        self._content.setContentsMargins(*[look.u(n) for n in (18, 15, 18, 14)])
        self._content.addWidget(
            EmptyState(look, self.tr("No report yet"), icon="report-analytics")
        )
        self.setLayout(self._content)
        self.table: Table | None = None

    def show_table(self, report: ReportTable) -> None:
        """Show a report."""
        look = self._look
        empty(self._content)
        self._content.addWidget(text(report.title, "title"))
        if report.subtitle:
            self._content.addWidget(Elided(report.subtitle, "small"))
        if report.figures:
            language = self._words.language
            boxes = []
            for one in report.figures[:MOST_FIGURES]:
                title = one.zh if language == "zh" else one.en
                box = labeled_value(look, title, one.say(language))
                box.setToolTip(one.definition(language))
                boxes.append(box)
            self._content.addLayout(row(look, *boxes))
        model = RowsModel(table_columns(report), self)
        model.set_rows(table_rows(report))
        self.table = Table(look, model, report.title)
        self.table.allow_wide()
        self._content.addWidget(self.table, 1)
        self.table.fit()
        for note in report.notes:
            self._content.addWidget(wrapped(note, "small"))
