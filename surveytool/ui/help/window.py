"""The manual in a window of its own: chapters on the left, text on the right."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from surveytool.ui.help.chapters import Chapter, chapters
from surveytool.ui.help.reader import Reader
from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.boxes import column, plain, row
from surveytool.ui.widgets.search_box import SearchBox

SIZE = (1000, 680)
LIST_WIDTH = 240


class HelpWindow(QWidget):
    """Stays open beside the work; Esc closes it."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(self.tr("Manual"))
        self.search = SearchBox(look, self.tr("Find in the manual"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Chapters"))
        self.list.setSpacing(look.u(3))
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.reader = Reader(look)
        left = plain(column(look, self.search, self.list, gap=10))
        left.setFixedWidth(look.u(LIST_WIDTH))
        whole = row(look, left, self.reader, gap=12)
        whole.setStretch(1, 1)
        whole.setContentsMargins(*[look.u(12)] * 4)
        self.setLayout(whole)
        self.resize(*SIZE)
        self._chapters = chapters()
        self._list("")
        self._connect()

    def show_topic(self, topic: str) -> None:
        """Open the manual at a chapter; at the first where there is none of it."""
        self.search.clear()
        self._list("")
        topics = [one.topic for one in self._chapters]
        self.list.setCurrentRow(topics.index(topic) if topic in topics else 0)
        self.show()
        self.activateWindow()
        self.reader.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc; the work behind goes on."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _list(self, wanted: str) -> None:
        self.list.clear()
        for chapter in self._chapters:
            if not wanted or chapter.mentions(wanted):
                item = QListWidgetItem(chapter.title, self.list)
                item.setData(Qt.ItemDataRole.UserRole, chapter)
        self.list.setCurrentRow(0)

    def _show(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        chapter: Chapter = item.data(Qt.ItemDataRole.UserRole)
        self.reader.show_file(chapter.path)
        if self.search.text():
            self.reader.find(self.search.text())

    def _connect(self) -> None:
        self.list.itemActivated.connect(lambda _: self.reader.setFocus())
        self.list.currentItemChanged.connect(lambda now, _: self._show(now))
        self.search.typed.connect(self._list)
        self.search.went_down.connect(self.list.setFocus)
        self.search.entered.connect(self.reader.setFocus)
        self.search.left.connect(self.close)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self.search.setFocus)
