"""What is said beside an answer: a comment, a reason, that it is not known."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit

from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.boxes import column, row
from surveytool.ui.widgets.field import line_edit
from surveytool.ui.widgets.text import picture, wrapped


class Aside(QFrame):
    """One line to write on a pale ground, with a sentence above it."""

    said = Signal(str)

    def __init__(self, look: Look, icon: str, tone: str, name: str) -> None:
        super().__init__()
        self.setProperty("surface", "banner")
        self.setProperty("tone", tone)
        self._told = ""
        self._words = wrapped("", "small", tone=tone)
        self._words.hide()
        self.edit: QLineEdit = line_edit(look, name, name)
        self.edit.editingFinished.connect(self.flush)
        line = row(look, picture(look, icon, tone=tone), self.edit, gap=8)
        layout = column(look, self._words, line, gap=5)
        layout.setContentsMargins(*[look.u(n) for n in (10, 7, 10, 7)])
        self.setLayout(layout)

    @property
    def words(self) -> str:
        """The sentence above the line."""
        return self._words.text()

    def show_words(self, words: str) -> None:
        """Show why something is to be written here."""
        self._words.setText(words)
        self._words.setHidden(not words)

    def show_said(self, said: str) -> None:
        """Show what was written before."""
        if said != self._told:
            self._told = said
            self.edit.setText(said)

    def flush(self) -> None:
        """Tell of what is written."""
        said = self.edit.text().strip()
        if said != self._told:
            self._told = said
            self.said.emit(said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Enter to the page: it goes on to the next question."""
        event.ignore()
