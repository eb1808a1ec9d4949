"""A page of paper on the screen, at any zoom."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel

from surveytool.ui.theme.look import Look

CHANNELS = 3


class SheetView(QLabel):
    """White paper with a thin line around it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMargin(look.u(18))

    def show_image(self, image: QImage) -> None:
        """Show a page as it was drawn."""
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(self.devicePixelRatioF())
        self.setPixmap(pixmap)
        around = 2 * self.margin()
        paper = pixmap.deviceIndependentSize().toSize()
        self.setFixedSize(paper + QSize(around, around))


def image_of(width: int, height: int, rgb: bytes) -> QImage:
    """Return a picture's bytes as an image that owns them."""
    raw = QImage(rgb, width, height, width * CHANNELS, QImage.Format.Format_RGB888)
    return raw.copy()
