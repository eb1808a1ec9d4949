"""Paints a village: its name, how many are watched, how far the survey is."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from surveytool.domain.rows import VillageRow
from surveytool.ui.households.village_model import percent_surveyed
from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.rows_model import ROW, Index

HEIGHT = 58
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class VillagePainter(QStyledItemDelegate):
    """Two lines a village: words above, a bar below."""

    def __init__(self, look: Look, view: QListView, words: tuple[str, str]) -> None:
        super().__init__(view)
        self._look, self._view = look, view
        self._watched, self._households = words

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a village."""
        del option, index
        return QSize(self._look.u(120), self._look.u(HEIGHT))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Paint one village."""
        village = index.data(ROW)
        look = self._look
        box = QRect(option.rect).adjusted(look.u(8), look.u(2), -look.u(8), -look.u(2))
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or over:
            self._ground(painter, box, chosen=chosen)
        room = box.adjusted(look.u(11), look.u(7), -look.u(10), -look.u(6))
        half = room.height() // 2
        self._words(
            painter, QRect(room.left(), room.top(), room.width(), half), village
        )
        low = QRect(room.left(), room.top() + half, room.width(), half)
        self._bar(painter, low, percent_surveyed(village))
        painter.restore()

    def _ground(self, painter: QPainter, box: QRect, *, chosen: bool) -> None:
        palette, look = self._look.palette, self._look
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen and self._view.hasFocus():
            painter.setPen(QColor(palette.focus))
        painter.setBrush(QColor(palette.selection if chosen else palette.hover))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.accent))
            bar = QRectF(box.left() + look.u(3), box.top() + look.u(12), look.u(3), 0)
            bar.setHeight(box.height() - look.u(24))
            painter.drawRoundedRect(bar, 1.5, 1.5)

    def _words(self, painter: QPainter, room: QRect, village: VillageRow) -> None:
        look = self._look
        count = self._households.format(f"{village.households:,}")
        painter.setFont(look.font(13))
        painter.setPen(QColor(look.palette.soft))
        painter.drawText(room, RIGHT, count)
        taken = QFontMetrics(look.font(13)).horizontalAdvance(count) + look.u(8)
        name_font = look.font(14)
        watched = self._watched.format(village.monitored) if village.monitored else ""
        mark = QFontMetrics(look.font(12)).horizontalAdvance(watched) + look.u(12)
        mark = mark if watched else 0
        space = room.width() - taken - mark - (look.u(8) if mark else 0)
        metrics = QFontMetrics(name_font)
        name = metrics.elidedText(village.title, Qt.TextElideMode.ElideRight, space)
        painter.setFont(name_font)
        painter.setPen(look.ink())
        painter.drawText(room, LEFT, name)
        if mark:
            left = room.left() + metrics.horizontalAdvance(name) + look.u(8)
            self._mark(painter, QRect(left, room.top(), mark, room.height()), watched)

    def _mark(self, painter: QPainter, room: QRect, words: str) -> None:
        look = self._look
        height = look.u(19)
        box = QRectF(
            room.left(), room.center().y() - height / 2 + 1, room.width(), height
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.ground("amber"))
        painter.drawRoundedRect(box, look.u(4), look.u(4))
        painter.setFont(look.font(12))
        painter.setPen(look.ink("amber"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _bar(self, painter: QPainter, room: QRect, percent: int) -> None:
        look = self._look
        painter.setFont(look.font(12.5))
        painter.setPen(QColor(look.palette.soft))
        painter.drawText(room, RIGHT, f"{percent}%")
        width = room.width() - look.u(46)
        bar = QRectF(room.left(), room.center().y() - 1, width, look.u(5))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.palette.track))
        painter.drawRoundedRect(bar, look.u(2.5), look.u(2.5))
        if percent:
            bar.setWidth(max(width * percent / 100, look.u(5)))
            painter.setBrush(QColor(look.palette.accent))
            painter.drawRoundedRect(bar, look.u(2.5), look.u(2.5))
