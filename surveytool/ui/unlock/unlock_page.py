"""Unlock a workspace with its passphrase; a wrong one makes one wait."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from surveytool.domain.refusal import Refusal
from surveytool.tasks import workspaces
from surveytool.ui.jobs import Jobs
from surveytool.ui.theme.look import Look
from surveytool.ui.unlock.frame import DoorFrame, error_line, say
from surveytool.ui.unlock.recover_dialog import RecoverDialog
from surveytool.ui.widgets.boxes import column, plain, row
from surveytool.ui.widgets.button import button
from surveytool.ui.widgets.choice import Choice
from surveytool.ui.widgets.field import line_edit, named
from surveytool.ui.widgets.text import text, wrapped
from surveytool.ui.words import Words

ELSEWHERE = ("store.on_removable", "store.on_network", "store.read_only")


class UnlockPage(QWidget):
    """Asks for the passphrase of a workspace."""

    opened = Signal(object)
    make_new = Signal()
    browse = Signal()
    demo = Signal()

    def __init__(
        self, look: Look, words: Words, jobs: Jobs, recent: Sequence[Path]
    ) -> None:
        super().__init__()
        self._words, self._jobs, self._left = words, jobs, 0
        self._file = Choice(look, self.tr("Workspace"))
        self._who = line_edit(look, self.tr("Your name"))
        self._who_row = plain(named(look, self.tr("Your name"), self._who))
        self._secret = line_edit(look, self.tr("Passphrase"), secret=True)
        self._error: QLabel = error_line()
        self._go = button(
            look, self.tr("Unlock"), self._unlock, icon="key", kind="primary"
        )
        self._copy = button(
            look, self.tr("Copy to this computer…"), self._copy_here, icon="folder-plus"
        )
        self._copy.hide()
        self._forgotten = button(
            look, self.tr("Forgotten?"), self._recover, kind="quiet"
        )
        self._file.currentIndexChanged.connect(self._ask_who)
        self._look = look
        self._tick = QTimer(self, interval=1000)
        self._tick.timeout.connect(self._count_down)
        self._secret.returnPressed.connect(self._unlock)
        layout = QVBoxLayout()
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(DoorFrame(look, self._content(look)))
        self.setLayout(layout)
        self.show_files(recent)

    def show_files(self, recent: Sequence[Path]) -> None:
        """Offer the workspaces opened last."""
        self._file.clear()
        for path in recent:
            self._file.addItem(path.stem, path)
            self._file.setItemData(self._file.count() - 1, str(path), 3)
        for part in (self._known, self._secret, self._go, self._forgotten):
            part.setVisible(bool(recent))
        self._none.setVisible(not recent)
        self._secret.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the passphrase."""
        super().showEvent(event)
        self._secret.setFocus()

    def _content(self, look: Look) -> QVBoxLayout:
        title = text(self.tr("Open the workspace"), "display")
        self._none = wrapped(
            self.tr(
                "There is no workspace on this computer yet. Make one, open one "
                "from a disk, or look around in the demo county first."
            ),
            "soft",
        )
        self._known = plain(
            column(
                look,
                named(look, self.tr("Workspace"), self._file),
                self._who_row,
                named(look, self.tr("Passphrase"), self._secret),
                gap=14,
            )
        )
        others = row(look, *self._others(look), None, gap=8)
        return column(
            look,
            title,
            self._none,
            4,
            self._known,
            self._error,
            self._copy,
            self._go,
            row(look, None, self._forgotten),
            wrapped(self.tr("Other ways"), "soft"),
            others,
            gap=10,
        )

    def _others(self, look: Look) -> list[QPushButton]:
        return [
            button(
                look, self.tr("Open another…"), self.browse.emit, icon="folder-open"
            ),
            button(look, self.tr("New…"), self.make_new.emit, icon="folder-plus"),
            button(look, self.tr("Demo county"), self.demo.emit, icon="map-pin"),
        ]

    def _unlock(self) -> None:
        path, secret = self._file.currentData(), self._secret.text()
        if path is None or not secret or not self._go.isEnabled():
            return
        self.show_wait(self.tr("Unlocking…"))
        self._jobs.ask(
            partial(workspaces.open_desk, path, secret, self._who.text().strip()),
            self.opened.emit,
            refused=self.refuse,
        )

    def refuse(self, refusal: Refusal) -> None:
        """Say why the workspace stays closed; after a wrong passphrase, wait."""
        self._ready()
        say(self._error, refusal.say(self._words.language))
        self._copy.setVisible(refusal.code in ELSEWHERE)
        self._secret.selectAll()
        self._secret.setFocus()
        wait = refusal.facts.get("seconds", "0")
        self._left = int(wait) if wait.isdecimal() else 0
        if self._left:
            self._show_wait()
            self._tick.start()

    def _ask_who(self) -> None:
        """Ask for the name where several work at the workspace."""
        self._who_row.hide()
        self._copy.hide()
        path = self._file.currentData()
        if path is not None:
            self._jobs.ask(
                partial(workspaces.operator_count, path),
                self._show_who,
                only=(self, "who"),
            )

    def _show_who(self, count: int) -> None:
        self._who_row.setVisible(count > 1)
        if count > 1:
            self._who.setFocus()
        else:
            self._who.clear()

    def _recover(self) -> None:
        path = self._file.currentData()
        if path is not None:
            dialog = RecoverDialog(
                self._look, self._words, self._jobs, path=path, parent=self
            )
            dialog.opened.connect(self.opened)
            dialog.open()

    def _copy_here(self) -> None:
        source = self._file.currentData()
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Where the workspace is kept"),
            str(Path.home() / source.name),
        )
        if chosen:
            self.copy_to(source, Path(chosen))

    def copy_to(self, source: Path, target: Path) -> None:
        """Copy a workspace from a stick or share to here, and offer the copy."""
        self.show_wait(self.tr("Copying…"))
        self._jobs.ask(
            partial(workspaces.copy_here, source, target),
            partial(self._offer, target),
            refused=self.refuse,
        )

    def _offer(self, target: Path, _: object) -> None:
        self._ready()
        say(self._error, "")
        self.show_files([target])

    def _count_down(self) -> None:
        self._left -= 1
        if self._left > 0:
            self._show_wait()
        else:
            self._tick.stop()
            self._ready()

    def _show_wait(self) -> None:
        self.show_wait(self.tr("Try again in {0} s").format(self._left))

    def show_wait(self, words: str) -> None:
        """Say what goes on, and let nobody press again."""
        self._go.setText(words)
        self._go.setEnabled(False)

    def _ready(self) -> None:
        self._go.setText(self.tr("Unlock"))
        self._go.setEnabled(True)
