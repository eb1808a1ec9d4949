"""A figure that is seen at once: icon, title, number and unit."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy

from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.boxes import column, row
from surveytool.ui.widgets.text import text, tile

WIDTH_FOR_ICON = 128
KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class StatCard(QFrame):
    """One figure of a page's head."""

    pressed = Signal()

    def __init__(
        self, look: Look, title: str, *, icon: str, tone: str, unit: str = ""
    ) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self._look, self._title, self._unit_words = look, title, unit
        self._icon = tile(look, icon, tone)
        self._figure = text("—", "figure")
        self._unit = text(unit, "small")
        number = row(look, self._figure, self._unit, None, gap=5)
        words = column(look, text(title, "small"), number, gap=0)
        layout = row(look, self._icon, words, None, gap=11)
        layout.setContentsMargins(*[look.u(n) for n in (13, 9, 8, 9)])
        self.setLayout(layout)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_figure(self, figure: str) -> None:
        """Show a number."""
        self._figure.setText(figure)
        self.setAccessibleName(f"{self._title} {figure} {self._unit_words}")

    def lead(self, then: Callable[[], object]) -> None:
        """Let a click, Enter or the space bar lead to what the figure counts."""
        self.setProperty("leads", "yes")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.pressed.connect(then)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lead on by a click."""
        super().mouseReleaseEvent(event)
        if self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead on by Enter or the space bar."""
        if event.key() in KEYS:
            self.pressed.emit()
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Let the card become narrow; its icon goes first."""
        return QSize(self._look.u(84), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hide the icon where the card is too narrow for it."""
        super().resizeEvent(event)
        self._icon.setVisible(self.width() >= self._look.u(WIDTH_FOR_ICON))
