"""Texts on the screen, each with its role in the type scale."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from surveytool.ui.theme.look import Look


def text(words: str = "", role: str = "", *, tone: str = "") -> QLabel:
    """Return a text; roles: display title heading strong figure number soft small."""
    label = QLabel(words)
    label.setProperty("role", role)
    label.setProperty("tone", tone)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def wrapped(words: str = "", role: str = "", *, tone: str = "") -> QLabel:
    """Return a text that breaks into lines."""
    label = text(words, role, tone=tone)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return label


def badge(words: str, tone: str = "plain") -> QLabel:
    """Return a short word on the pale ground of its tone."""
    label = text(words, "badge", tone=tone)
    label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return label


def picture(look: Look, icon: str, *, tone: str = "", size: float = 18) -> QLabel:
    """Return an icon; it says nothing to a screen reader."""
    label = QLabel()
    colour = look.palette.tone(tone).ink if tone else look.palette.soft
    label.setPixmap(look.pixmap(icon, size, colour))
    label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return label


def tile(look: Look, icon: str, tone: str, size: float = 38) -> QLabel:
    """Return an icon on a small square of its tone."""
    label = picture(look, icon, tone=tone, size=size * 0.52)
    label.setProperty("role", "tile")
    label.setProperty("tone", tone)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setFixedSize(look.u(size), look.u(size))
    return label


def retone(label: QWidget, tone: str) -> None:
    """Give a widget another tone and draw it anew."""
    label.setProperty("tone", tone)
    label.style().unpolish(label)
    label.style().polish(label)


class Elided(QLabel):
    """One line of text that ends in … where the room ends."""

    def __init__(self, words: str = "", role: str = "", *, tone: str = "") -> None:
        super().__init__()
        self.setProperty("role", role)
        self.setProperty("tone", tone)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._whole = ""
        self.say(words)

    def say(self, words: str) -> None:
        """Show another text."""
        self._whole = words
        self.setAccessibleName(words)
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        """Return the size of the whole text."""
        wide = QFontMetrics(self.font()).horizontalAdvance(self._whole) + 2
        return QSize(wide, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return room for three characters, so that others may have the rest."""
        least = QFontMetrics(self.font()).horizontalAdvance("村村…")
        return QSize(min(least, self.sizeHint().width()), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the text anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics = QFontMetrics(self.font())
        shown = metrics.elidedText(
            self._whole, Qt.TextElideMode.ElideRight, max(self.width(), 1)
        )
        self.setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")
