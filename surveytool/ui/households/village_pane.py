"""The villages on the left: filter by name, choose one."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QFrame, QListView

from surveytool.domain.rows import VillageRow
from surveytool.ui.households.village_model import VillageModel
from surveytool.ui.households.village_painter import VillagePainter
from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.boxes import column, row
from surveytool.ui.widgets.rows_model import ROW
from surveytool.ui.widgets.search_box import SearchBox
from surveytool.ui.widgets.text import text

WIDTH = 236


class VillagePane(QFrame):
    """A list of villages that tells which one is chosen."""

    chosen = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("surface", "pane")
        self.setProperty("side", "left")
        self.setFixedWidth(look.u(WIDTH))
        self._all: list[VillageRow] = []
        self._count = text("", "small")
        self._filter = SearchBox(look, self.tr("Filter villages"))
        self._model = VillageModel(self)
        self._list = self._list_view(look)
        head = row(look, text(self.tr("Villages"), "heading"), None, self._count)
        top = column(look, head, self._filter, gap=9)
        top.setContentsMargins(look.u(16), look.u(16), look.u(14), look.u(8))
        layout = column(look, top, gap=0)
        layout.addWidget(self._list, 1)
        self.setLayout(layout)
        self._filter.typed.connect(self._show)
        self._filter.went_down.connect(self._list.setFocus)
        self._filter.entered.connect(self._list.setFocus)

    def show_villages(self, villages: Sequence[VillageRow], chosen: str) -> None:
        """Show villages; ``chosen`` stays chosen."""
        whole = VillageRow(
            "",
            self.tr("All villages"),
            households=sum(one.households for one in villages),
            monitored=0,
            surveyed=sum(one.surveyed for one in villages),
        )
        self._all = [*villages, whole] if len(villages) > 1 else list(villages)
        self._count.setText(self.tr("{0} villages").format(len(villages)))
        self._show(self._filter.text().strip())
        self.choose(chosen)

    def choose(self, village: str) -> None:
        """Mark a village without telling anyone."""
        self._list.selectionModel().blockSignals(True)  # noqa: FBT003 - Qt's own
        for at, one in enumerate(self._model.rows):
            if one.id == village:
                self._list.setCurrentIndex(self._model.index(at))
        self._list.selectionModel().blockSignals(False)  # noqa: FBT003 - Qt's own
        self._list.viewport().update()

    def _show(self, wanted: str) -> None:
        current = self._list.currentIndex().data(ROW)
        self._model.set_rows(
            [one for one in self._all if wanted in one.title or wanted in one.township]
        )
        if current is not None:
            self.choose(current.id)

    def _list_view(self, look: Look) -> QListView:
        view = QListView()
        view.setModel(self._model)
        words = (self.tr("watched {0}"), self.tr("{0} hh."))
        view.setItemDelegate(VillagePainter(look, view, words))
        view.setAccessibleName(self.tr("Villages"))
        view.setMouseTracking(True)
        view.setUniformItemSizes(True)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.selectionModel().currentChanged.connect(self._tell)
        return view

    def _tell(self, now: QModelIndex, before: QModelIndex) -> None:
        del before
        village = now.data(ROW)
        if village is not None:
            self.chosen.emit(village)
