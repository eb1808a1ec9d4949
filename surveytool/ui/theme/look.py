"""How the program looks right now: the colours and the size of the text."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from surveytool.domain.resources import RESOURCES
from surveytool.ui.theme.palette import LIGHT, Palette

BODY = 14


@dataclass(frozen=True)
class Look:
    """The palette and the text scale; sizes are units of 1 px at 100 %."""

    palette: Palette = LIGHT
    scale: float = 1.0
    family: str = ""

    def u(self, units: float) -> int:
        """Return units in pixels at the present text size."""
        return max(1, round(units * self.scale)) if units else 0

    def font(self, size: float = BODY, *, bold: bool = False) -> QFont:
        """Return the program's font at a size in units."""
        font = QFont(self.family) if self.family else QFont()
        font.setPixelSize(self.u(size))
        font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        return font

    def ink(self, tone: str = "") -> QColor:
        """Return the ink of a tone, or the ink of plain text."""
        return QColor(self.palette.tone(tone).ink if tone else self.palette.ink)

    def ground(self, tone: str) -> QColor:
        """Return the pale ground of a tone."""
        return QColor(self.palette.tone(tone).ground)

    def pixmap(self, name: str, size: float = 18, colour: str = "") -> QPixmap:
        """Return an icon drawn in one colour, sharp on any screen."""
        return _draw(name, self.u(size), colour or self.palette.soft)

    def icon(self, name: str, colour: str = "") -> QIcon:
        """Return an icon in one colour for buttons."""
        return QIcon(self.pixmap(name, 18, colour))


@lru_cache(maxsize=400)
def _draw(name: str, pixels: int, colour: str) -> QPixmap:
    ratio = QGuiApplication.primaryScreen().devicePixelRatio()
    side = round(pixels * ratio)
    drawing = (RESOURCES / "icons" / f"{name}.svg").read_text("utf-8")
    drawing = drawing.replace("currentColor", colour)
    drawing = drawing.replace('stroke-width="2"', 'stroke-width="1.7"')
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
