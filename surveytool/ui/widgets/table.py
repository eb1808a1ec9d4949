"""The table view of the program: whole rows, keyboard first, columns that fit."""

from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.cell_painter import ROW_HEIGHT, CellPainter
from surveytool.ui.widgets.rows_model import RowsModel


class Table(QTableView):
    """Tells which row is chosen and which one is opened by Enter or a double click."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, look: Look, model: RowsModel, name: str) -> None:
        super().__init__()
        self._look, self._rows = look, model
        self.setModel(model)
        self.setItemDelegate(CellPainter(look, self))
        self.setAccessibleName(name)
        self._settle()
        self.selectionModel().currentRowChanged.connect(self._tell)
        self.doubleClicked.connect(lambda index: self.opened.emit(model.row_at(index)))

    def choose(self, at: int) -> None:
        """Choose a row by its place."""
        if 0 <= at < self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(at, 0))

    def choose_next(self, step: int = 1) -> None:
        """Go up or down from elsewhere, as from the search field."""
        at = self.currentIndex().row() + step
        self.choose(max(0, min(at, self._rows.rowCount() - 1)))

    @property
    def chosen_row(self) -> Any:  # noqa: ANN401 - rows are of any kind
        """The row under the cursor, None where there is none."""
        return self._rows.row_at(self.currentIndex())

    @property
    def chosen_rows(self) -> list[Any]:
        """Every selected row."""
        picked = self.selectionModel().selectedRows()
        return [self._rows.row_at(index) for index in picked]

    def allow_many(self) -> None:
        """Let several rows be selected at once."""
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def allow_wide(self) -> None:
        """Let the table scroll sideways where its columns need more room."""
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open by Enter, leave by Tab; letters go to no search of Qt's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.chosen_row is not None:
                self.opened.emit(self.chosen_row)
        elif event.text() and event.text().isprintable() and not event.modifiers():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand on the first row rather than on nothing."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.choose(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns into the new width."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Hide columns that can be spared, let others grow into the room left."""
        room, columns = self.viewport().width(), self._rows.columns
        shown = set(range(len(columns)))
        wide = [self._look.u(column.width) for column in columns]
        for at in sorted(shown, key=lambda one: -columns[one].spare):
            if sum(wide[one] for one in shown) > room and columns[at].spare:
                shown.discard(at)
        left = max(room - sum(wide[at] for at in shown), 0)
        shares = sum(columns[at].grow for at in shown) or 1
        for at, column in enumerate(columns):
            self.setColumnHidden(at, at not in shown)
            self.setColumnWidth(at, wide[at] + left * column.grow // shares)

    def _settle(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        down = self.verticalHeader()
        down.hide()
        down.setDefaultSectionSize(self._look.u(ROW_HEIGHT))
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(True)
        head.setMinimumSectionSize(self._look.u(24))
        if any(column.key for column in self._rows.columns):
            head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
            head.setSortIndicatorShown(True)
            head.sectionClicked.connect(self._sort)

    def _sort(self, column: int) -> None:
        if self._rows.columns[column].key is None:
            self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
            return
        order = self.horizontalHeader().sortIndicatorOrder()
        row = self.chosen_row
        self._rows.sort(column, order)
        if row is not None:
            self._stay(row)

    def _stay(self, row: object) -> None:
        at = self._rows.rows.index(row)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(
            self._rows.index(at, 0), flags | QItemSelectionModel.SelectionFlag.Rows
        )

    def _tell(self, now: QModelIndex, before: QModelIndex) -> None:
        del before
        self.chosen.emit(self._rows.row_at(now))
