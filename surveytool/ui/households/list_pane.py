"""The middle of the page: head, figures, filters and the table."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from surveytool.domain.rows import HouseholdRow
from surveytool.ui.households.columns import found_columns, household_columns
from surveytool.ui.households.filters import Filters
from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.boxes import column, plain, row
from surveytool.ui.widgets.empty_state import EmptyState
from surveytool.ui.widgets.rows_model import RowsModel
from surveytool.ui.widgets.stat_card import StatCard
from surveytool.ui.widgets.table import Table
from surveytool.ui.widgets.text import Elided, text
from surveytool.ui.words import Words

LOW, LOWEST = 480, 350


class ListPane(QWidget):
    """The households of a village or of a search."""

    filtered = Signal()

    def __init__(
        self,
        look: Look,
        words: Words,
        actions: Sequence[QPushButton],
        *,
        income_line: str = "",
    ) -> None:
        super().__init__()
        self._look, self._words = look, words
        self._rows: Sequence[HouseholdRow] = ()
        self.title, self._under = Elided("", "title"), Elided("", "small")
        self.filters = Filters(look, words)
        self._columns = {
            False: household_columns(words, low=income_line),
            True: found_columns(words, low=income_line),
        }
        self.model = RowsModel(self._columns[False], self)
        self.table = Table(look, self.model, self.tr("Households"))
        self._none = EmptyState(
            look,
            self.tr("No household fits"),
            self.tr("Take a filter away, or search for another name."),
            icon="search",
        )
        self._total = text("", "small")
        self._cards = self._figures(look)
        self._figures_row = plain(row(look, *self._cards.values(), gap=12))
        heads = column(look, self.title, self._under, gap=1)
        head = row(look, heads, *actions, gap=8)
        head.setStretch(0, 1)
        self._head = plain(head)
        layout = column(look, self._head, self._figures_row, gap=14)
        layout.addWidget(self._card(look), 1)
        layout.setContentsMargins(*[look.u(n) for n in (20, 16, 20, 14)])
        self.setLayout(layout)
        self.setMinimumSize(1, 1)
        self.filters.changed.connect(self._refilter)

    def show_rows(
        self,
        title: str,
        under: str,
        rows: Sequence[HouseholdRow],
        *,
        is_search: bool = False,
    ) -> None:
        """Show other households."""
        columns = self._columns[is_search]
        if self.model.columns is not columns:
            self.model.set_columns(columns)
        self.title.say(title)
        self._under.say(under)
        self._rows = rows
        self._count(rows)
        self.refill()

    def refill(self) -> None:
        """Show the rows that the filters let through, keeping the chosen one."""
        before = self.table.chosen_row
        shown = self.filters.pick(self._rows)
        self.model.set_rows(shown)
        self.table.fit()
        self._total.setText(self.tr("{0} households").format(f"{len(shown):,}"))
        self.table.setVisible(bool(shown))
        self._none.setVisible(not shown)
        ids = [one.id for one in shown]
        at = ids.index(before.id) if before is not None and before.id in ids else 0
        self.table.choose(at)
        if not shown:
            self.table.chosen.emit(None)

    def choose(self, household: str) -> bool:
        """Choose a household by its id; tells whether it is in the list."""
        for at, one in enumerate(self.model.rows):
            if one.id == household:
                self.table.choose(at)
                return True
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the figures' room to the table where the window is low."""
        super().resizeEvent(event)
        units = self.height() / self._look.scale
        self._figures_row.setVisible(units >= LOW)
        self._head.setVisible(units >= LOWEST)
        self._foot.setVisible(units >= LOWEST)

    def _refilter(self) -> None:
        self.refill()
        self.filtered.emit()

    def _count(self, rows: Sequence[HouseholdRow]) -> None:
        watched = [one for one in rows if one.monitor_type]
        surveyed = sum(bool(one.surveyed) for one in rows)
        rate = surveyed * 100 // len(rows) if rows else 0
        figures = {
            "all": f"{len(rows):,}",
            "watched": f"{len(watched):,}",
            "rate": f"{rate}%",
            "open": f"{len(rows) - surveyed:,}",
        }
        for name, figure in figures.items():
            self._cards[name].show_figure(figure)

    def _figures(self, look: Look) -> dict[str, StatCard]:
        unit = self.tr("hh.")
        return {
            "all": StatCard(
                look, self.tr("All households"), icon="home", tone="blue", unit=unit
            ),
            "watched": StatCard(
                look,
                self.tr("Under watch"),
                icon="alert-triangle",
                tone="amber",
                unit=unit,
            ),
            "rate": StatCard(
                look, self.tr("Surveyed"), icon="user-check", tone="green"
            ),
            "open": StatCard(
                look, self.tr("To survey"), icon="clock", tone="red", unit=unit
            ),
        }

    def _card(self, look: Look) -> QFrame:
        card = QFrame()
        card.setProperty("surface", "card")
        keys = text(
            self.tr("↑ ↓ choose   Enter open   F5 visit   Ctrl+P print"), "small"
        )
        foot = row(look, self._total, None, keys)
        foot.setContentsMargins(look.u(14), look.u(8), look.u(14), look.u(9))
        layout = QVBoxLayout()
        layout.setContentsMargins(1, 0, 1, 0)
        layout.setSpacing(0)
        layout.addWidget(self.filters)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._none, 1)
        self._foot = plain(foot)
        layout.addWidget(self._foot)
        foot.setContentsMargins(look.u(14), look.u(8), look.u(14), look.u(9))
        card.setLayout(layout)
        return card
