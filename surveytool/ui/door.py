"""The window before the desk: unlock, make or choose a workspace."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QMainWindow, QStackedWidget

from surveytool.tasks.desk import Desk
from surveytool.ui.jobs import Jobs
from surveytool.ui.preferences import Preferences
from surveytool.ui.theme.look import Look
from surveytool.ui.unlock.create_page import CreatePage
from surveytool.ui.unlock.unlock_page import UnlockPage
from surveytool.ui.words import Words

SIZE = (1100, 660)


class DoorWindow(QMainWindow):
    """Tells when a desk is open."""

    opened = Signal(object)

    def __init__(
        self,
        look: Look,
        jobs: Jobs,
        preferences: Preferences,
        *,
        demo: Callable[[], Desk],
        path: Path | None = None,
    ) -> None:
        super().__init__()
        self._jobs, self._preferences, self._demo = jobs, preferences, demo
        self.setWindowTitle(self.tr("Household Survey Desk"))
        words = Words(preferences.language)
        recent = [path, *preferences.recent] if path else preferences.recent
        self._recent = list(dict.fromkeys(recent))
        self.unlock = UnlockPage(look, words, jobs, self._recent)
        self.maker = CreatePage(look, words, jobs, Path.home())
        self._stack = QStackedWidget()
        for page in (self.unlock, self.maker):
            self._stack.addWidget(page)
            page.opened.connect(self.opened)
        self.setCentralWidget(self._stack)
        self.unlock.make_new.connect(lambda: self._stack.setCurrentWidget(self.maker))
        self.unlock.browse.connect(self._browse)
        self.unlock.demo.connect(self._open_demo)
        self.maker.back.connect(lambda: self._stack.setCurrentWidget(self.unlock))
        self._stack.setMinimumSize(1, 1)
        self.setMinimumSize(720, 480)
        self.resize(*SIZE)

    def _browse(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Open a workspace"))
        if chosen:
            path = Path(chosen)
            rest = [one for one in self._recent if one != path]
            self._recent = [path, *rest]
            self.unlock.show_files(self._recent)

    def _open_demo(self) -> None:
        self.unlock.show_wait(self.tr("Making the demo county…"))
        self._jobs.ask(self._demo, self.opened.emit, refused=self.unlock.refuse)
