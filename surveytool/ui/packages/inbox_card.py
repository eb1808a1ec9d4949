"""Watch a folder for packages: a stick, a shared folder; off until someone asks."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QFrame

from surveytool.tasks import inbox
from surveytool.tasks.desk import Desk
from surveytool.tasks.inbox import NOTHING, Polled
from surveytool.ui.screen import Screen
from surveytool.ui.widgets.boxes import row
from surveytool.ui.widgets.button import button
from surveytool.ui.widgets.text import Elided

PAUSE = 5000
"""Milliseconds between two looks: a file must look the same twice."""


class InboxCard(QFrame):
    """Tells what came of packages that turned up by themselves."""

    taken = Signal(list)

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self._screen, self._polled, self._is_looking = screen, NOTHING, False
        look = screen.look
        self.switch = QCheckBox(self.tr("Watch a folder for packages"))
        self.switch.setAccessibleName(self.switch.text())
        self._place = Elided("", "small")
        self._choose = button(
            look, self.tr("Which folder…"), self._ask, icon="folder-open"
        )
        layout = row(look, self.switch, self._place, self._choose, gap=12)
        layout.setStretch(1, 1)
        layout.setContentsMargins(*[look.u(n) for n in (18, 11, 18, 11)])
        self.setLayout(layout)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self.look)
        self._timer = QTimer(self, interval=PAUSE)
        self._timer.timeout.connect(self.look)
        self.switch.clicked.connect(self._switch)
        screen.jobs.ask(partial(inbox.folder, screen.desk), self._show, only=self)

    def look(self) -> None:
        """Look into the folder, if not already looking."""
        if not self._is_looking:
            self._is_looking = True
            self._screen.jobs.ask(
                partial(inbox.look, self._screen.desk, self._polled), self._looked
            )

    def _show(self, folder: Path | None) -> None:
        self.switch.setChecked(folder is not None)
        self._place.setText(str(folder or ""))
        if self._watcher.directories():
            self._watcher.removePaths(self._watcher.directories())
        if folder is None:
            self._timer.stop()
        else:
            self._watcher.addPath(str(folder))
            self._timer.start()
            self.look()

    def _switch(self, checked: bool) -> None:  # noqa: FBT001 - as Qt tells it
        if checked:
            self._ask()
        else:
            self._watch(None)

    def _ask(self) -> None:
        title = self.tr("The folder to watch")
        chosen = QFileDialog.getExistingDirectory(self, title, self._place.text())
        if chosen:
            self._watch(Path(chosen))
        else:
            self.switch.setChecked(self._timer.isActive())

    def _watch(self, folder: Path | None) -> None:
        self._polled = NOTHING
        self._screen.jobs.ask(
            partial(inbox.watch, self._screen.desk, folder),
            lambda _: self._show(folder),
        )

    def _looked(self, polled: Polled) -> None:
        self._is_looking, self._polled = False, polled
        if polled.ready:
            self._screen.jobs.do(partial(_empty, self._screen.desk, polled), self._took)

    def _took(self, results: list[object]) -> None:
        self.taken.emit(results)


def _empty(desk: Desk, polled: Polled) -> list[object]:
    return list(inbox.empty(desk, polled))
