"""A pad to sign and draw on with mouse, pen or finger."""

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QEvent,
    QIODevice,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QImage,
    QImageWriter,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QTabletEvent,
)
from PySide6.QtWidgets import QWidget

INK = QColor("#101828")
PAPER = QColor("#ffffff")
THIN, THICK = 1.2, 4.2
MOUSE_PRESSURE = 0.45
SHARP = 2


class DrawingPad(QWidget):
    """Keeps strokes, so that each can be undone; paper is white in every look."""

    changed = Signal()

    def __init__(self, name: str, size: QSize) -> None:
        super().__init__()
        self._strokes: list[list[tuple[QPointF, float]]] = []
        self._below = QImage()
        self._is_down = False
        self.setAccessibleName(name)
        self.setFixedSize(size)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is drawn."""
        return not self._strokes

    def put_below(self, picture: QImage) -> None:
        """Draw on a picture from now on."""
        self._below = picture
        self.clear()

    def undo(self) -> None:
        """Take the last stroke away."""
        del self._strokes[-1:]
        self._tell()

    def clear(self) -> None:
        """Take every stroke away."""
        self._strokes.clear()
        self._tell()

    def png(self) -> bytes:
        """Return the drawing on its paper as PNG."""
        picture = QImage(self.size() * SHARP, QImage.Format.Format_RGB32)
        picture.setDevicePixelRatio(SHARP)
        painter = QPainter(picture)
        self._draw(painter)
        painter.end()
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, QByteArray(b"png")).write(picture)
        return bytes(buffer.data().data())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint paper, picture and strokes."""
        del event
        painter = QPainter(self)
        self._draw(painter)
        painter.setPen(QPen(QColor("#98a4b3")))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a stroke."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._begin(event.position(), MOUSE_PRESSURE)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with the stroke."""
        self._go_on(event.position(), MOUSE_PRESSURE)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the stroke."""
        del event
        self._end()

    def tabletEvent(self, event: QTabletEvent) -> None:
        """Draw with a pen, thicker under pressure."""
        pressure = event.pressure() or MOUSE_PRESSURE
        kind = event.type()
        if kind == QEvent.Type.TabletPress:
            self._begin(event.position(), pressure)
        elif kind == QEvent.Type.TabletMove:
            self._go_on(event.position(), pressure)
        elif kind == QEvent.Type.TabletRelease:
            self._end()
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Draw with a finger; the page does not scroll under it."""
        kind = event.type()
        if kind == QEvent.Type.TouchBegin:
            self._begin(event.points()[0].position(), MOUSE_PRESSURE)  # type: ignore[attr-defined]
        elif kind == QEvent.Type.TouchUpdate:
            self._go_on(event.points()[0].position(), MOUSE_PRESSURE)  # type: ignore[attr-defined]
        elif kind in (QEvent.Type.TouchEnd, QEvent.Type.TouchCancel):
            self._end()
        else:
            return super().event(event)
        event.accept()
        return True

    def _begin(self, at: QPointF, pressure: float) -> None:
        self._is_down = True
        self._strokes.append([(at, pressure)])
        self.update()

    def _go_on(self, at: QPointF, pressure: float) -> None:
        if self._is_down:
            self._strokes[-1].append((at, pressure))
            self.update()

    def _end(self) -> None:
        if self._is_down:
            self._is_down = False
            self._tell()

    def _tell(self) -> None:
        self.update()
        self.changed.emit()

    def _draw(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), PAPER)
        if not self._below.isNull():
            painter.drawImage(_fitted(self._below.size(), self.size()), self._below)
        for stroke in self._strokes:
            _stroke(painter, stroke)


def _stroke(painter: QPainter, stroke: list[tuple[QPointF, float]]) -> None:
    pen = QPen(INK, 1, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    before, _ = stroke[0]
    if len(stroke) == 1:
        pen.setWidthF(THICK)
        painter.setPen(pen)
        painter.drawPoint(before)
    for at, pressure in stroke[1:]:
        pen.setWidthF(THIN + (THICK - THIN) * pressure)
        painter.setPen(pen)
        path = QPainterPath(before)
        path.lineTo(at)
        painter.drawPath(path)
        before = at


def _fitted(size: QSize, room: QSize) -> QRectF:
    """Return where a picture lies in a room, whole and in the middle."""
    fitted = size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
    left = (room.width() - fitted.width()) / 2
    top = (room.height() - fitted.height()) / 2
    return QRectF(left, top, fitted.width(), fitted.height())
