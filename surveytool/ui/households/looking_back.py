"""What was: the history of a household, one's last save undone, whole numbers."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from surveytool.domain.change import Change
from surveytool.tasks import audit, history, undo
from surveytool.tasks.history import Edit
from surveytool.ui.changed import Changed
from surveytool.ui.households.history_view import HistoryDialog
from surveytool.ui.screen import Screen


class LookingBack(QObject):
    """Ctrl+Z undoes, Ctrl+H shows the history, F8 shows ID numbers in full."""

    numbers = Signal(object)

    def __init__(self, screen: Screen, page: QWidget) -> None:
        super().__init__(page)
        self._screen, self._page = screen, page
        self.household = ""
        for key, then in (
            ("Ctrl+Z", self.undo),
            ("Ctrl+H", self.show_history),
            ("F8", self.unmask),
        ):
            shortcut = QShortcut(QKeySequence(key), page)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(then)

    def undo(self) -> None:
        """Take one's own last save of the household back."""
        household = self.household
        if household:
            self._screen.jobs.do(
                partial(undo.undo, self._screen.desk, household),
                self._say_undone,
                touches=Changed(frozenset({household})),
            )

    def show_history(self) -> None:
        """Show who changed what and when."""
        if self.household:
            self._screen.jobs.ask(
                partial(history.household, self._screen.desk, self.household),
                self._show,
                only=(self, "history"),
            )

    def unmask(self) -> None:
        """Show the ID numbers of the members in full; that is noted for good."""
        if self.household:
            self._screen.jobs.ask(
                partial(audit.unmask_household, self._screen.desk, self.household),
                self._tell_numbers,
                only=(self, "numbers"),
            )

    def _say_undone(self, taken_back: Change) -> None:
        when = self._screen.words.moment(taken_back.at)
        self._screen.ways.tell(self.tr("Your save of {0} is taken back.").format(when))

    def _show(self, edits: Sequence[Edit]) -> None:
        screen = self._screen
        HistoryDialog(screen.look, screen.words, edits, self._page).open()

    def _tell_numbers(self, numbers: Mapping[str, str]) -> None:
        self.numbers.emit(numbers)
