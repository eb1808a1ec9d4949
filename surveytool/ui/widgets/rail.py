"""The navigation rail: every page one click or one key away."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QToolButton

from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.boxes import column

WIDTH = 76


@dataclass(frozen=True, slots=True)
class Stop:
    """One page on the rail: its name in the program, words and icon."""

    name: str
    words: str
    icon: str
    at_bottom: bool = False


class Rail(QFrame):
    """The column of icons on the left."""

    chosen = Signal(str)

    def __init__(self, look: Look, stops: Sequence[Stop]) -> None:
        super().__init__()
        self.setProperty("surface", "rail")
        self.setFixedWidth(look.u(WIDTH))
        self._look = look
        self._group = QButtonGroup(self)
        self._buttons = {
            stop.name: self._button(stop, f"Ctrl+{number}")
            for number, stop in enumerate(stops, start=1)
        }
        mark = QLabel()
        mark.setPixmap(look.pixmap("building-community", 28, "#ffffff"))
        mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        top = [self._buttons[stop.name] for stop in stops if not stop.at_bottom]
        low = [self._buttons[stop.name] for stop in stops if stop.at_bottom]
        layout = column(look, mark, 6, *top, None, *low, gap=4)
        layout.setContentsMargins(look.u(5), look.u(14), look.u(5), look.u(8))
        self.setLayout(layout)

    def show_chosen(self, name: str) -> None:
        """Mark the page that is shown."""
        if name in self._buttons:
            self._buttons[name].setChecked(True)

    def _button(self, stop: Stop, key: str) -> QToolButton:
        made = QToolButton()
        made.setProperty("kind", "rail")
        made.setText(stop.words)
        made.setToolTip(f"{stop.words}  {key}")
        made.setShortcut(key)
        made.setAccessibleName(stop.words)
        made.setIcon(QIcon(self._look.pixmap(stop.icon, 22, "#e6eef8")))
        made.setIconSize(QSize(self._look.u(22), self._look.u(22)))
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        made.setCheckable(True)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.clicked.connect(lambda: self.chosen.emit(stop.name))
        self._group.addButton(made)
        return made
