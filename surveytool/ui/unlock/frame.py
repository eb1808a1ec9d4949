"""The frame of the pages before the desk: a blue side, a white card."""

from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.boxes import column, row, scrolled
from surveytool.ui.widgets.text import wrapped

SIDE, CARD = 430, 450


class DoorFrame(QWidget):
    """Says what the program is on the left; what is asked stands on the right."""

    def __init__(self, look: Look, content: QVBoxLayout) -> None:
        super().__init__()
        self.setObjectName("page")
        card = QWidget()
        card.setLayout(content)
        content.setContentsMargins(0, 0, 0, 0)
        card.setMaximumWidth(look.u(CARD))
        card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        inner = QWidget()
        middle = row(look, None, card, None)
        middle.setStretch(1, 100)
        around = column(look, None, middle, None)
        around.setContentsMargins(*[look.u(30)] * 4)
        inner.setLayout(around)
        layout = QHBoxLayout()
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._side(look), 0)
        layout.addWidget(scrolled(inner), 1)
        self.setLayout(layout)

    def _side(self, look: Look) -> QFrame:
        side = QFrame()
        side.setProperty("surface", "rail")
        side.setMinimumWidth(look.u(230))
        side.setMaximumWidth(look.u(SIDE))
        side.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        mark = QLabel()
        mark.setPixmap(look.pixmap("building-community", 46, "#ffffff"))
        title = wrapped(self.tr("Household Survey Desk"), "display")
        title.setProperty("on", "rail")
        under = wrapped(
            self.tr(
                "Visits, plans and monitoring of rural households, without internet."
            )
        )
        under.setProperty("on", "rail")
        points = [
            self._point(look, icon, words)
            for icon, words in (
                ("device-floppy", self.tr("Every answer is saved at once")),
                ("shield-lock", self.tr("Data is encrypted on this computer")),
                ("packages", self.tr("Work comes together by package")),
            )
        ]
        layout = column(look, mark, 14, title, under, 26, *points, None, gap=10)
        layout.setContentsMargins(*[look.u(n) for n in (40, 64, 36, 40)])
        side.setLayout(layout)
        return side

    def _point(self, look: Look, icon: str, words: str) -> QHBoxLayout:
        picture = QLabel()
        picture.setPixmap(look.pixmap(icon, 20, "#a9c7ea"))
        said = wrapped(words)
        said.setProperty("on", "rail")
        layout = row(look, picture, said, gap=11)
        layout.setStretch(1, 1)
        return layout


def error_line() -> QLabel:
    """Return the red sentence below a field; empty at first."""
    label = wrapped("", tone="red")
    label.hide()
    return label


def say(label: QLabel, words: str) -> None:
    """Show a sentence, or nothing."""
    label.setText(words)
    label.setVisible(bool(words))
