"""A field that searches while one types."""

from PySide6.QtCore import QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit

from surveytool.ui.theme.look import Look

PAUSE_MS = 60
ICON = 18


class SearchBox(QLineEdit):
    """Tells what is typed after a breath; arrow keys and Enter go to the list."""

    typed = Signal(str)
    entered = Signal()
    went_down = Signal()
    left = Signal()

    def __init__(self, look: Look, hint: str) -> None:
        super().__init__()
        self.setProperty("role", "search")
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setClearButtonEnabled(True)
        self._icon = look.pixmap("search", ICON, look.palette.faint)
        self._inset = look.u(9)
        self.setTextMargins(look.u(ICON + 12), 0, 0, 0)
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(lambda: self.typed.emit(self.text().strip()))
        self.textChanged.connect(lambda _: self._pause.start())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send ↓ and Enter on to the list; Esc empties, then leaves."""
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.went_down.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key == Qt.Key.Key_Escape:
            self._escape()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the magnifying glass before the text."""
        super().paintEvent(event)
        tall = self._icon.deviceIndependentSize().height()
        QPainter(self).drawPixmap(
            QPointF(self._inset, (self.height() - tall) / 2), self._icon
        )

    def _escape(self) -> None:
        if self.text():
            self.clear()
        else:
            self.left.emit()
