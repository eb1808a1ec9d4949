"""The sections at the left, each with how far it is."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from surveytool.ui.survey.contents import Section
from surveytool.ui.theme.look import Look

SIGNS = {
    "done": ("circle-check", "green"),
    "open": ("circle-dashed", ""),
    "wrong": ("alert-circle", "red"),
    "soft": ("alert-triangle", "amber"),
    "list": ("users", "blue"),
}
WIDTH, NARROW, ROOM = 222, 165, 72
ONE_LINE, TWO_LINES = 34, 54


class SectionList(QListWidget):
    """Tells which section is chosen by its place."""

    chosen = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedWidth(look.u(WIDTH))
        self.setAccessibleName(self.tr("Sections"))
        self.setIconSize(QSize(look.u(17), look.u(17)))
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        palette = look.palette
        self.setStyleSheet(
            f"QListWidget {{ padding: {look.u(6)}px; }}"
            f"QListWidget::item {{ padding-left: {look.u(7)}px; border-radius: 5px; }}"
            f"QListWidget::item:hover {{ background: {palette.hover}; }}"
            f"QListWidget::item:selected {{ background: {palette.selection};"
            f" color: {palette.ink}; }}"
        )
        self.currentRowChanged.connect(self._tell)

    def show_sections(
        self, sections: Sequence[Section], states: Sequence[str], at: int
    ) -> None:
        """Show the sections; telling of none while doing so."""
        quiet = QSignalBlocker(self)
        while self.count() > len(sections):
            self.takeItem(self.count() - 1)
        while self.count() < len(sections):
            self.addItem(QListWidgetItem())
        for place, (section, state) in enumerate(zip(sections, states, strict=True)):
            self._show(self.item(place), section, state)
        self.setCurrentRow(at)
        quiet.unblock()

    def make_room(self, *, is_narrow: bool) -> None:
        """Be narrower where the text is large or the window small."""
        self.setFixedWidth(self._look.u(NARROW if is_narrow else WIDTH))
        for at in range(self.count()):
            item = self.item(at)
            item.setSizeHint(QSize(0, self._look.u(self._height(item.text()))))

    def show_place(self, at: int) -> None:
        """Show which section is open; telling of none while doing so."""
        quiet = QSignalBlocker(self)
        self.setCurrentRow(at)
        quiet.unblock()

    def _show(self, item: QListWidgetItem, section: Section, state: str) -> None:
        icon, tone = SIGNS[state]
        colour = self._look.palette.tone(tone).ink if tone else ""
        indent = "　" * section.level
        item.setText(indent + section.title)
        item.setToolTip(section.title)
        item.setIcon(self._look.icon(icon, colour))
        item.setSizeHint(QSize(0, self._look.u(self._height(item.text()))))

    def _height(self, title: str) -> int:
        """Return the height of a line, or of the two that a long title takes."""
        room = self.width() - self._look.u(ROOM)
        wide = QFontMetrics(self._look.font()).horizontalAdvance(title)
        return ONE_LINE if wide <= room else TWO_LINES

    def _tell(self, row: int) -> None:
        if row >= 0:
            self.chosen.emit(row)
