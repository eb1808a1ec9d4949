"""The villages of the workspace as a list."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QObject, Qt

from surveytool.domain.rows import VillageRow
from surveytool.ui.widgets.rows_model import ROW, TOP, Index


class VillageModel(QAbstractListModel):
    """Villages in their order; each says its name and its counts."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[VillageRow] = []

    def set_rows(self, rows: Sequence[VillageRow]) -> None:
        """Show other villages."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    @property
    def rows(self) -> Sequence[VillageRow]:
        """The villages as they are shown."""
        return self._rows

    def rowCount(self, parent: Index = TOP) -> int:
        """Return how many villages there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a village, or its name."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        village = self._rows[index.row()]
        if role == ROW:
            return village
        return village.title if role == Qt.ItemDataRole.DisplayRole else None


def percent_surveyed(village: VillageRow) -> int:
    """Return how much of a village is surveyed, in whole per cent, rounded down."""
    return village.surveyed * 100 // village.households if village.households else 0
