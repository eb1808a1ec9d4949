"""The frame around the sections: title, state of saving, ways on and back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.boxes import column, pane, row
from surveytool.ui.widgets.button import button, chip
from surveytool.ui.widgets.choice import Choice
from surveytool.ui.widgets.text import Elided, text


class Head(QFrame):
    """The bar above: back, title, saved, one at a time, language, finish."""

    back = Signal()
    finish = Signal()
    spoke = Signal(str)
    narrowed = Signal(bool)

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
        self.narrow = chip(look, self.tr("One at a time"))
        self.narrow.setToolTip(self.tr("Show one question at a time (F7)"))
        self.narrow.toggled.connect(self.narrowed)
        self.language = Choice(look, self.tr("Language of the form"))
        self.language.textActivated.connect(self.spoke)
        leave = button(
            look, self.tr("Back"), self.back.emit, icon="arrow-left", kind="quiet"
        )
        parts = (self._saved, self.narrow, self.language, self.done)
        layout = row(look, leave, self._title, *parts, gap=12)
        layout.setStretch(1, 1)
        bar = pane("top", layout)
        layout.setContentsMargins(*[look.u(n) for n in (10, 9, 16, 9)])
        self.setLayout(column(look, bar, gap=0))

    def show_title(self, title: str) -> None:
        """Show which form and for whom."""
        self._title.say(title)

    def show_languages(self, names: Sequence[str], chosen: str) -> None:
        """Show the languages of the form; one alone is no choice."""
        self.language.clear()
        self.language.addItems(list(names))
        self.language.setCurrentText(chosen)
        self.language.setHidden(len(names) <= 1)

    def show_saved(self, moment: str) -> None:
        """Show when the answers were last put on disk."""
        self._saved.setText(self.tr("Saved {0}").format(moment))

    @property
    def saved(self) -> str:
        """What is said of saving."""
        return self._saved.text()


class Foot(QFrame):
    """The bar below: the section before, where one is, the next, the next problem."""

    moved = Signal(int)
    jumped = Signal()
    commented = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._where = text("", "small")
        self._before = button(
            look, self.tr("Previous"), lambda: self.moved.emit(-1), icon="chevron-left"
        )
        self._next = button(
            look, self.tr("Next"), lambda: self.moved.emit(1), icon="chevron-right"
        )
        self._jump = button(
            look, "", self.jumped.emit, icon="alert-circle", kind="quiet"
        )
        self._before.setToolTip("Ctrl+PgUp")
        self._next.setToolTip("Ctrl+PgDn")
        self._jump.setToolTip(self.tr("Go to the next question to put right (F8)"))
        self._keys = text(self.tr("Enter: next question"), "small")
        self._comment = button(
            look,
            self.tr("Comment"),
            self.commented.emit,
            icon="message",
            kind="quiet",
        )
        self._comment.setToolTip(self.tr("Comment on the question (Ctrl+M)"))
        # It must not take the keyboard away from the question that is meant.
        self._comment.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        ways = (self._before, self._next, 6, self._where, None)
        parts = (*ways, self._jump, self._comment, self._keys)
        layout = row(look, *parts, gap=8)
        bar = pane("bottom", layout)
        layout.setContentsMargins(*[look.u(n) for n in (22, 9, 22, 9)])
        self.setLayout(column(look, bar, gap=0))

    def show_place(self, at: int, of: int) -> None:
        """Show which section it is."""
        self._where.setText(f"{at + 1} / {of}")
        self._before.setEnabled(at > 0)
        self._next.setEnabled(at + 1 < of)

    def make_room(self, *, is_narrow: bool) -> None:
        """Do with icons where the text is large or the window small."""
        self._keys.setHidden(is_narrow)
        words = self._comment.accessibleName()
        self._comment.setText("" if is_narrow else f" {words}")

    def show_left(self, many: int) -> None:
        """Show how many questions are to be put right."""
        said = self.tr("{0} to put right").format(many)
        self._jump.setText(f" {said}")
        self._jump.setAccessibleName(said)
        self._jump.setHidden(not many)
