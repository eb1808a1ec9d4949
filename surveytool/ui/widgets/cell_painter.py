"""Paints the cells of a table: text, icons, dots and badges."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.cell import Cell, Mark
from surveytool.ui.widgets.rows_model import Index, cell_of

PAD = 8
ROW_HEIGHT = 44


class CellPainter(QStyledItemDelegate):
    """One painter for every table of the program."""

    def __init__(self, look: Look, view: QTableView) -> None:
        super().__init__(view)
        self._look, self._view = look, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row."""
        del option, index
        return QSize(self._look.u(60), self._look.u(ROW_HEIGHT))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Paint one cell."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option, index)
        pad = self._look.u(PAD)
        room = option.rect.adjusted(pad, 0, -pad, 0)
        cell = cell_of(index)
        right = bool(
            self._view.model().data(index, Qt.ItemDataRole.TextAlignmentRole)
            & Qt.AlignmentFlag.AlignRight
        )
        used = self._words(painter, room, cell, right=right)
        if cell.marks:
            self._marks(painter, room.adjusted(used, 0, 0, 0), cell.marks)
        painter.restore()

    def _ground(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        palette, rect = self._look.palette, QRect(option.rect)
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.fillRect(
            rect,
            QColor(
                palette.selection if chosen else palette.hover if over else palette.card
            ),
        )
        painter.fillRect(
            rect.left(), rect.bottom(), rect.width(), 1, QColor(palette.line)
        )
        if chosen and index.column() == self._first():
            bar = QRect(rect.left(), rect.top(), self._look.u(3), rect.height() - 1)
            painter.fillRect(bar, QColor(palette.accent))
        if chosen and self._view.hasFocus():
            ring = QColor(palette.focus)
            painter.fillRect(rect.left(), rect.top(), rect.width(), 1, ring)
            painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, ring)

    def _first(self) -> int:
        header = self._view.horizontalHeader()
        return next(
            (at for at in range(header.count()) if not header.isSectionHidden(at)), 0
        )

    def _words(self, painter: QPainter, room: QRect, cell: Cell, *, right: bool) -> int:
        """Paint icon, dot and text; return the width that they took."""
        if not cell.text:
            return 0
        look = self._look
        font = look.font(bold=cell.bold)
        metrics = QFontMetrics(font)
        lead = look.u(18) if cell.icon else look.u(13) if cell.dot else 0
        shown = metrics.elidedText(
            cell.text, Qt.TextElideMode.ElideRight, max(room.width() - lead, 1)
        )
        width = metrics.horizontalAdvance(shown)
        left = room.right() - width if right else room.left() + lead
        self._lead(painter, QRect(left - lead, room.top(), lead, room.height()), cell)
        painter.setFont(font)
        painter.setPen(look.ink(cell.tone))
        painter.drawText(
            QRect(left, room.top(), width + 4, room.height()),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            shown,
        )
        return lead + width + look.u(8)

    def _lead(self, painter: QPainter, room: QRect, cell: Cell) -> None:
        look = self._look
        if cell.icon:
            colour = look.ink(cell.tone).name()
            side = look.u(14)
            top = room.center().y() - side // 2
            painter.drawPixmap(room.left(), top, look.pixmap(cell.icon, 14, colour))
        elif cell.dot:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.ink(cell.dot))
            centre = QPointF(room.left() + look.u(4), room.center().y() + 1)
            painter.drawEllipse(centre, look.u(7) / 2, look.u(7) / 2)

    def _marks(self, painter: QPainter, room: QRect, marks: tuple[Mark, ...]) -> None:
        """Paint badges while there is room, then how many more there are."""
        left, end = room.left(), room.right() + 1
        for at, mark in enumerate(marks):
            rest = len(marks) - at - 1
            after = self._width(Mark(f"+{rest}")) + self._look.u(6) if rest else 0
            width, space = self._width(mark), end - left - after
            if width > space and at:
                more = Mark(f"+{rest + 1}")
                self._mark(painter, _part(room, left, self._width(more)), more)
                return
            left += self._mark(painter, _part(room, left, min(width, space)), mark)

    def _width(self, mark: Mark) -> int:
        look = self._look
        words = QFontMetrics(look.font(13)).horizontalAdvance(mark.words)
        return words + look.u(16) + (look.u(18) if mark.icon else 0)

    def _mark(self, painter: QPainter, room: QRect, mark: Mark) -> int:
        look = self._look
        height = look.u(24)
        box = QRectF(
            room.left() + 0.5,
            room.center().y() - height / 2 + 0.5,
            room.width() - 1,
            height,
        )
        framed = bool(mark.icon)
        painter.setPen(QPen(QColor(look.palette.line)) if framed else Qt.PenStyle.NoPen)
        painter.setBrush(
            QColor(look.palette.card) if framed else look.ground(mark.tone)
        )
        painter.drawRoundedRect(box, look.u(4), look.u(4))
        left = room.left() + look.u(8)
        if mark.icon:
            side = look.u(14)
            top = room.center().y() - side // 2
            colour = look.ink(mark.tone).name()
            painter.drawPixmap(left, top, look.pixmap(mark.icon, 14, colour))
            left += look.u(18)
        font = look.font(13)
        painter.setFont(font)
        painter.setPen(look.ink() if framed else look.ink(mark.tone))
        width = room.right() - look.u(6) - left
        shown = QFontMetrics(font).elidedText(
            mark.words, Qt.TextElideMode.ElideRight, max(width, 1)
        )
        painter.drawText(
            QRect(left, room.top(), width + look.u(4), room.height()),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            shown,
        )
        return room.width() + look.u(6)


def _part(room: QRect, left: int, width: int) -> QRect:
    return QRect(left, room.top(), max(width, 0), room.height())
