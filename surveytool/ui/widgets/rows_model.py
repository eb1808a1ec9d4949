"""A table of rows: columns are one tuple, rows are set whole."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from surveytool.ui.widgets.cell import Cell, Column

Index = QModelIndex | QPersistentModelIndex
CELL = Qt.ItemDataRole.UserRole
ROW = Qt.ItemDataRole.UserRole + 1
TOP = QModelIndex()
SAID = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.ToolTipRole,
)


class RowsModel(QAbstractTableModel):
    """Rows of any kind, shown through columns; sorting happens in memory."""

    def __init__(
        self, columns: Sequence[Column], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._rows: list[Any] = []

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Show the rows through other columns."""
        self.beginResetModel()
        self.columns = tuple(columns)
        self.endResetModel()

    @property
    def rows(self) -> Sequence[Any]:
        """The rows as they are shown."""
        return self._rows

    def row_at(self, index: Index) -> Any:  # noqa: ANN401 - rows are of any kind
        """Return the row under an index, None outside the table."""
        inside = index.isValid() and index.row() < len(self._rows)
        return self._rows[index.row()] if inside else None

    def rowCount(self, parent: Index = TOP) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = TOP) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell says, or the cell for its painter."""
        row = self.row_at(index)
        if row is None:
            return None
        if role == ROW:
            return row
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(column)
        if role == CELL:
            return column.cell(row)
        return column.cell(row).words if role in SAID else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return a column's title."""
        if orientation == Qt.Orientation.Vertical or section >= len(self.columns):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(self.columns[section])
        return (
            self.columns[section].title if role == Qt.ItemDataRole.DisplayRole else None
        )

    def sort(
        self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder
    ) -> None:
        """Sort by a column that has a key."""
        key = self.columns[column].key if 0 <= column < len(self.columns) else None
        if key is None:
            return
        self.layoutAboutToBeChanged.emit()
        down = order == Qt.SortOrder.DescendingOrder
        self._rows = sorted(self._rows, key=key, reverse=down)
        self.layoutChanged.emit()


def _side(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def cell_of(index: Index) -> Cell:
    """Return the cell for its painter."""
    cell = index.data(CELL)
    return cell if isinstance(cell, Cell) else Cell(str(index.data() or ""))
