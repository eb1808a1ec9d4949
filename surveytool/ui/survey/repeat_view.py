"""The page of a repeat: its instances as a table and the way to add one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from surveytool.ui.survey.instances import Instance
from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.banner import Banner
from surveytool.ui.widgets.boxes import column, frame, row
from surveytool.ui.widgets.button import button
from surveytool.ui.widgets.cell import Column
from surveytool.ui.widgets.cell_painter import ROW_HEIGHT
from surveytool.ui.widgets.rows_model import RowsModel
from surveytool.ui.widgets.table import Table

HEAD, SPARE = 38, 4


class RepeatView(QWidget):
    """Lists members or measures; tells which is to be opened, gone, or a new one."""

    opened = Signal(str)
    removed = Signal(str)
    wanted = Signal()

    def __init__(self, look: Look, columns: Sequence[Column], name: str) -> None:
        super().__init__()
        self._look = look
        self._model = RowsModel(columns, self)
        self.table = Table(look, self._model, name)
        self.table.opened.connect(lambda one: self.opened.emit(one.ref))
        inside = column(look, self.table, gap=0)
        self._card = frame("card", inside)
        inside.setContentsMargins(*[look.u(n) for n in (2, 2, 2, 2)])
        self.banner = Banner(look)
        self.banner.setParent(self)
        self.banner.hide()
        self.add = button(look, "", self.wanted.emit, icon="plus", kind="primary")
        self.remove = button(look, self.tr("Remove"), self._remove, icon="trash")
        layout = column(look, self.banner, self._card, gap=12)
        layout.setContentsMargins(*[look.u(n) for n in (22, 14, 22, 22)])
        layout.addLayout(row(look, self.add, self.remove, None))
        layout.addStretch(1)
        layout.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setLayout(layout)

    @property
    def first(self) -> QWidget:
        """What takes the keyboard: the table, or the way to add where it is empty."""
        return self.table if self._model.rowCount() else self.add

    def show_instances(self, instances: Sequence[Instance]) -> None:
        """Show the instances; the table is as high as they are many."""
        self._model.set_rows(instances)
        tall = HEAD + ROW_HEIGHT * len(instances) + SPARE
        self.table.setFixedHeight(self._look.u(tall))
        self._card.setHidden(not instances)

    def allow(self, words: str, *, adding: bool, removing: bool) -> None:
        """Say how one is added, and let instances come or go where the form does."""
        self.add.setText(f" {words}")
        self.add.setAccessibleName(words)
        self.add.setHidden(not adding)
        self.remove.setHidden(not removing or not self._model.rowCount())

    def _remove(self) -> None:
        chosen = self.table.chosen_row
        if chosen is not None:
            self.removed.emit(chosen.ref)
