"""A slider that the wheel does not change by accident."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QSlider

KEYS = frozenset(
    {
        Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down,
        Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
    }
)  # fmt: skip


class CalmSlider(QSlider):
    """Moves by keys and by dragging; the wheel scrolls the page instead.

    ``touched`` tells of the place that was meant even where it was the old one.
    """

    touched = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setAccessibleName(name)
        self.setPageStep(1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by the arrow keys; leave Enter and letters to the page."""
        if event.key() not in KEYS:
            event.ignore()
            return
        super().keyPressEvent(event)
        self.touched.emit(self.value())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell of the place where the mouse let go."""
        super().mouseReleaseEvent(event)
        self.touched.emit(self.value())
