"""A short message that goes away by itself."""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.banner import Banner

SHOWN_MS = 4500


class Toast(Banner):
    """Floats at the bottom of its window for a few seconds."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look)
        self.setParent(parent)
        self._timer = QTimer(self, interval=SHOWN_MS, singleShot=True)
        self._timer.timeout.connect(self.hide)
        self._look, self._window = look, parent
        parent.installEventFilter(self)
        self.hide()

    def tell(self, words: str, tone: str) -> None:
        """Show a message."""
        self.say(words, tone)
        self._place()
        self.raise_()
        self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in place while the window changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        parent = self._window
        width = min(self._look.u(520), parent.width() - self._look.u(40))
        self.setFixedWidth(width)
        height = max(self.heightForWidth(width), self.sizeHint().height())
        self.resize(width, height)
        self.move(
            (parent.width() - width) // 2,
            parent.height() - self.height() - self._look.u(48),
        )
