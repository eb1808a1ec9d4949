"""Make a workspace: where it is kept, whose it is, its passphrase."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from surveytool.domain.refusal import Refusal
from surveytool.domain.seat import Office, Role, Seat
from surveytool.tasks import passphrases, workspaces
from surveytool.tasks.desk import Desk
from surveytool.tasks.passphrases import LEAST
from surveytool.ui.jobs import Jobs
from surveytool.ui.roles import office_words, role_words
from surveytool.ui.theme.look import Look
from surveytool.ui.unlock.frame import DoorFrame, error_line, say
from surveytool.ui.unlock.recovery_page import RecoveryPage
from surveytool.ui.widgets.boxes import column, row
from surveytool.ui.widgets.button import button
from surveytool.ui.widgets.choice import Choice
from surveytool.ui.widgets.field import line_edit, named
from surveytool.ui.widgets.text import text
from surveytool.ui.words import Words


class CreatePage(QWidget):
    """Asks for everything that a new workspace needs."""

    opened = Signal(object)
    back = Signal()

    def __init__(self, look: Look, words: Words, jobs: Jobs, folder: Path) -> None:
        super().__init__()
        self._words, self._jobs = words, jobs
        self._office, self._role = self._offices(look), self._roles(look)
        self._county = line_edit(look, self.tr("County"), self.tr("Meishan County"))
        self._title = line_edit(look, self.tr("Office"), self.tr("Xiling Township"))
        self._operator = line_edit(look, self.tr("Your name"))
        self._secret = line_edit(look, self.tr("Passphrase"), secret=True)
        self._again = line_edit(look, self.tr("Passphrase again"), secret=True)
        self._file = line_edit(look, self.tr("Kept in"))
        self._file.setText(str(folder / self.tr("workspace.survey")))
        self._error: QLabel = error_line()
        self._make = button(
            look, self.tr("Make workspace"), self._create, icon="check", kind="primary"
        )
        self._pages, self._recovery = QStackedWidget(), RecoveryPage(look)
        self._pages.addWidget(DoorFrame(look, self._content(look)))
        self._pages.addWidget(self._recovery)
        self._pages.setMinimumSize(1, 1)
        layout = QVBoxLayout()
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        self.setLayout(layout)

    def _content(self, look: Look) -> QVBoxLayout:
        pairs: list[list[tuple[str, QWidget]]] = [
            [(self.tr("Kind of office"), self._office), (self.tr("Role"), self._role)],
            [(self.tr("County"), self._county), (self.tr("Office"), self._title)],
        ]
        rows: list[QHBoxLayout] = [
            row(look, *(named(look, name, field) for name, field in pair), gap=12)
            for pair in pairs
        ]
        for one in rows:
            one.setStretch(0, 1)
            one.setStretch(1, 1)
        secrets = row(
            look,
            named(look, self.tr("Passphrase"), self._secret),
            named(look, self.tr("Passphrase again"), self._again),
            gap=12,
        )
        choose = button(look, self.tr("Choose…"), self._choose)
        hint = self.tr(
            "At least {0} characters. A recovery key for the safe comes next."
        ).format(LEAST)
        note = text(hint, "small")
        note.setWordWrap(True)
        back = button(look, self.tr("Back"), self.back.emit, kind="quiet")
        return column(
            look,
            text(self.tr("New workspace"), "display"),
            *rows,
            named(look, self.tr("Your name"), self._operator),
            named(look, self.tr("Kept in"), self._file),
            row(look, None, choose),
            secrets,
            note,
            self._error,
            row(look, back, None, self._make),
            gap=10,
        )

    def _choose(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Where the workspace is kept"), self._file.text()
        )
        if chosen:
            self._file.setText(chosen)

    def _create(self) -> None:
        fault = self._fault()
        say(self._error, fault)
        if fault:
            return
        self._make.setEnabled(False)
        path, secret, seat = Path(self._file.text()), self._secret.text(), self._seat()
        self._jobs.ask(
            partial(_make, path, secret, seat), self._show_key, refused=self._refuse
        )

    def _show_key(self, made: tuple[Desk, str, list[str]]) -> None:
        """Show the recovery key, once; the desk opens when it is on paper."""
        desk, code, sheet = made
        self._recovery.show_code(code, sheet)
        self._recovery.done.connect(partial(self.opened.emit, desk))
        self._pages.setCurrentWidget(self._recovery)

    def _seat(self) -> Seat:
        return Seat(
            office=Office(self._office.currentData()),
            role=Role(self._role.currentData()),
            operator=self._operator.text().strip(),
            title=self._title.text().strip(),
            county=self._county.text().strip(),
        )

    def _fault(self) -> str:
        if not self._operator.text().strip() or not self._title.text().strip():
            return self.tr("Please fill in the office and your name.")
        if len(self._secret.text()) < LEAST:
            return self.tr("The passphrase needs at least {0} characters.").format(
                LEAST
            )
        if self._secret.text() != self._again.text():
            return self.tr("The two passphrases differ. Please type them again.")
        return ""

    def _refuse(self, refusal: Refusal) -> None:
        self._make.setEnabled(True)
        say(self._error, refusal.say(self._words.language))

    def _offices(self, look: Look) -> Choice:
        box = Choice(look, self.tr("Kind of office"))
        for office, words in office_words().items():
            box.addItem(words, str(office))
        return box

    def _roles(self, look: Look) -> Choice:
        box = Choice(look, self.tr("Role"))
        for role, words in role_words().items():
            box.addItem(words, str(role))
        return box


def _make(path: Path, secret: str, seat: Seat) -> tuple[Desk, str, list[str]]:
    desk = workspaces.create(path, secret, seat)
    code = passphrases.new_recovery_key(desk)
    return desk, code, passphrases.recovery_sheet(desk, code)
