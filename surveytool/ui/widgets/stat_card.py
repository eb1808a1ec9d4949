"""A figure that is seen at once: icon, title, number and unit."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy

from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.boxes import column, row
from surveytool.ui.widgets.text import text, tile

WIDTH_FOR_ICON = 128


class StatCard(QFrame):
    """One figure of a page's head."""

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

    def minimumSizeHint(self) -> QSize:
        """Let the card become narrow; its icon goes first."""
        return QSize(self._look.u(84), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hide the icon where the card is too narrow for it."""
        super().resizeEvent(event)
        self._icon.setVisible(self.width() >= self._look.u(WIDTH_FOR_ICON))
