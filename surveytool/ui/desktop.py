"""The desktop from first sight to closing: door, desk, another look."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QMainWindow

from surveytool.tasks.desk import Desk
from surveytool.ui.bugs import catch_bugs, show_bug
from surveytool.ui.door import DoorWindow
from surveytool.ui.jobs import Jobs
from surveytool.ui.preferences import Preferences
from surveytool.ui.refusals import show_refusal
from surveytool.ui.screen import Screen
from surveytool.ui.theme.fonts import load_fonts
from surveytool.ui.theme.look import Look
from surveytool.ui.theme.sheet import dress
from surveytool.ui.translator import Tongue
from surveytool.ui.unlock.watch import Watch
from surveytool.ui.window import MainWindow, SurveyPage
from surveytool.ui.words import Words


class Desktop(QObject):
    """Shows one window at a time and owns the worker thread."""

    def __init__(
        self,
        application: QApplication,
        preferences: Preferences,
        survey_page: SurveyPage,
        demo: Callable[[], Desk],
    ) -> None:
        super().__init__()
        self._application, self._preferences = application, preferences
        self._survey_page, self._demo = survey_page, demo
        self._family = load_fonts()
        self._tongue = Tongue(application)
        self.jobs = Jobs(self)
        self.desk: Desk | None = None
        self.window: QMainWindow | None = None
        self.jobs.refused.connect(self._refuse)
        self.jobs.failed.connect(lambda error: show_bug(self.window, error))

    def show_door(self, path: Path | None = None) -> None:
        """Ask for a workspace; ``path`` is offered first."""
        look = self.dress()
        door = DoorWindow(
            look, self.jobs, self._preferences, demo=self._demo, path=path
        )
        door.opened.connect(self.show_desk)
        self._show(door)

    def show_desk(self, desk: Desk) -> None:
        """Show an open workspace."""
        self.desk = desk
        self._preferences.remember(desk.path)
        window = self._main_window(desk)
        self._show(window)
        if desk.read_only is not None:
            window.tell(desk.read_only.say(self._preferences.language), "amber")

    def close(self) -> None:
        """Close the workspace and end the worker, in this order."""
        if self.desk is not None:
            self.jobs.ask(self.desk.close, lambda _: None)
            self.desk = None
        self.jobs.finish()

    def _main_window(self, desk: Desk) -> MainWindow:
        look, words = self.dress(), Words(self._preferences.language)
        window = MainWindow(
            partial(_screen, look, words, self.jobs, desk),
            self._survey_page,
            self._preferences,
        )
        window.looked_different.connect(self._look_again)
        Watch(_screen(look, words, self.jobs, desk, window), window)
        return window

    def _look_again(self) -> None:
        """Build the window anew in another language or size."""
        desk, before = self.desk, self.window
        if desk is None or before is None:
            return
        shape = before.saveGeometry()
        window = self._main_window(desk)
        window.restoreGeometry(shape)
        self._show(window)
        window.show_page("settings")

    def dress(self) -> Look:
        """Put the preferred language, size and colours in force."""
        look = self._preferences.look(self._family)
        self._tongue.speak(self._preferences.language)
        dress(self._application, look)
        return look

    def _show(self, window: QMainWindow) -> None:
        before, self.window = self.window, window
        catch_bugs(window)
        window.show()
        if before is not None:
            before.hide()
            before.deleteLater()

    def _refuse(self, refusal: object) -> None:
        if self.window is not None:
            show_refusal(self.window, refusal, self._preferences.language)  # type: ignore[arg-type]


def _screen(
    look: Look, words: Words, jobs: Jobs, desk: Desk, window: MainWindow
) -> Screen:
    return Screen(look, words, jobs, desk, window)
