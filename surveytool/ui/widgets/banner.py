"""A line that says something important in its place."""

from PySide6.QtWidgets import QFrame, QLabel

from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.boxes import empty, row
from surveytool.ui.widgets.text import picture, retone, wrapped

ICONS = {
    "amber": "alert-triangle",
    "red": "alert-circle",
    "green": "circle-check",
    "blue": "info-circle",
}


class Banner(QFrame):
    """An icon and a sentence on the ground of a tone; hidden while empty."""

    def __init__(self, look: Look, words: str = "", tone: str = "amber") -> None:
        super().__init__()
        self.setProperty("surface", "banner")
        self._look = look
        self._row = row(look, gap=9)
        self._row.setContentsMargins(*[look.u(n) for n in (12, 8, 12, 8)])
        self.setLayout(self._row)
        self._label = QLabel()
        self.say(words, tone)

    @property
    def words(self) -> str:
        """The sentence that is shown."""
        return self._label.text()

    def say(self, words: str, tone: str = "amber") -> None:
        """Show a sentence, or nothing."""
        empty(self._row)
        self._label = wrapped(words, tone=tone)
        icon = ICONS.get(tone, "info-circle")
        self._row.addWidget(picture(self._look, icon, tone=tone))
        self._row.addWidget(self._label, 1)
        self.setAccessibleName(words)
        retone(self, tone)
        # Shown without a parent it would flash up as a window of its own.
        if self.parentWidget() is not None or not words:
            self.setVisible(bool(words))
