"""Set a new passphrase by the recovery key from the safe."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from surveytool.tasks import workspaces
from surveytool.ui.jobs import Jobs
from surveytool.ui.theme.look import Look
from surveytool.ui.unlock.asking import AskingDialog, NewSecret
from surveytool.ui.widgets.field import line_edit, named
from surveytool.ui.words import Words


class RecoverDialog(AskingDialog):
    """Asks for the printed key and a new passphrase; tells the open desk."""

    opened = Signal(object)

    def __init__(
        self, look: Look, words: Words, jobs: Jobs, *, path: Path, parent: QWidget
    ) -> None:
        title = QCoreApplication.translate("RecoverDialog", "Forgotten passphrase")
        super().__init__(look, words, title, parent)
        self._jobs, self._path = jobs, path
        code, name = (
            self.tr("Recovery key"),
            self.tr("Your name (if several work here)"),
        )
        self._code = line_edit(look, code, "XXXX-XXXX-…")
        self._who = line_edit(look, name)
        self._secret = NewSecret(
            look, self.tr("New passphrase"), self.tr("New passphrase again")
        )
        hint = self.tr(
            "The key was printed when the workspace was made: 8 groups of 4."
        )
        fields = [
            named(look, code, self._code),
            named(look, name, self._who),
            self._secret.layout,
        ]
        self._fault = self._look_for_fault
        self._act = self._recover
        self.lay_out(hint, fields, self.tr("Set the passphrase"))

    def _look_for_fault(self) -> str:
        if not self._code.text().strip():
            return self.tr("Please type the recovery key.")
        return self._secret.fault()

    def _recover(self) -> None:
        given = self._code.text(), self._secret.text, self._who.text().strip()
        self._jobs.ask(
            partial(workspaces.recover, self._path, *given),
            self._take,
            refused=self.refuse,
        )

    def _take(self, desk: object) -> None:
        self.accept()
        self.opened.emit(desk)
