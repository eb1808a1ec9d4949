"""The frame around the sections: title, state of saving, ways on and back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.boxes import column, pane, row
from surveytool.ui.widgets.button import button
from surveytool.ui.widgets.text import Elided, text


class Head(QFrame):
    """The bar above: back, title, saved, finish."""

    back = Signal()
    finish = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._title, self._saved = Elided("", "heading"), text("", "small")
        self.done = button(
            look,
            self.tr("Finish"),
            self.finish.emit,
            icon="circle-check",
            kind="primary",
        )
        self.done.setToolTip(self.tr("Check everything and finish (Ctrl+Enter)"))
        leave = button(
            look, self.tr("Back"), self.back.emit, icon="arrow-left", kind="quiet"
        )
        layout = row(look, leave, self._title, self._saved, self.done, gap=12)
        layout.setStretch(1, 1)
        bar = pane("top", layout)
        layout.setContentsMargins(*[look.u(n) for n in (10, 9, 16, 9)])
        self.setLayout(column(look, bar, gap=0))

    def show_title(self, title: str) -> None:
        """Show which form and for whom."""
        self._title.say(title)

    def show_saved(self, moment: str) -> None:
        """Show when the answers were last put on disk."""
        self._saved.setText(self.tr("Saved {0}").format(moment))

    @property
    def saved(self) -> str:
        """What is said of saving."""
        return self._saved.text()


class Foot(QFrame):
    """The bar below: the section before, where one is, the next."""

    moved = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._where = text("", "small")
        self._before = button(
            look, self.tr("Previous"), lambda: self.moved.emit(-1), icon="chevron-left"
        )
        self._next = button(
            look, self.tr("Next"), lambda: self.moved.emit(1), icon="chevron-right"
        )
        self._before.setToolTip("Ctrl+PgUp")
        self._next.setToolTip("Ctrl+PgDn")
        keys = text(self.tr("Enter: next question"), "small")
        parts = (self._before, self._next, 6, self._where, None, keys)
        layout = row(look, *parts, gap=8)
        bar = pane("bottom", layout)
        layout.setContentsMargins(*[look.u(n) for n in (22, 9, 22, 9)])
        self.setLayout(column(look, bar, gap=0))

    def show_place(self, at: int, of: int) -> None:
        """Show which section it is."""
        self._where.setText(f"{at + 1} / {of}")
        self._before.setEnabled(at > 0)
        self._next.setEnabled(at + 1 < of)
