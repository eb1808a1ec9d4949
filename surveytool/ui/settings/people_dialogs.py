"""Dialogs of the people card: add someone, change one's passphrase, a new key."""

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QWidget

from surveytool.domain.seat import Operator, Role
from surveytool.tasks import operators, passphrases
from surveytool.ui.roles import role_words
from surveytool.ui.screen import Screen
from surveytool.ui.unlock.asking import AskingDialog, NewSecret
from surveytool.ui.widgets.boxes import column, row
from surveytool.ui.widgets.button import button
from surveytool.ui.widgets.choice import Choice
from surveytool.ui.widgets.field import line_edit, named
from surveytool.ui.widgets.text import text, wrapped


class AddDialog(AskingDialog):
    """Let one more person in: name, role, villages, a first passphrase."""

    def __init__(self, screen: Screen, parent: QWidget) -> None:
        look = screen.look
        translate = QCoreApplication.translate
        super().__init__(
            look, screen.words, translate("AddDialog", "Add a person"), parent
        )
        self._screen = screen
        self._name = line_edit(look, self.tr("Name"))
        self._role = Choice(look, self.tr("Role"))
        for role, words in role_words().items():
            self._role.addItem(words, str(role))
        villages = self.tr("Only these villages (codes)")
        self._villages = line_edit(look, villages, self.tr("empty: all villages"))
        self._secret = NewSecret(
            look, self.tr("First passphrase"), self.tr("First passphrase again")
        )
        self._fault = self._look_for_fault
        self._act = self._add
        pair = row(
            look,
            named(look, self.tr("Name"), self._name),
            named(look, self.tr("Role"), self._role),
            gap=12,
        )
        fields = [pair, named(look, villages, self._villages), self._secret.layout]
        hint = self.tr("Each person opens it with a passphrase of their own.")
        self.lay_out(hint, fields, self.tr("Add"))

    def _look_for_fault(self) -> str:
        if not self._name.text().strip():
            return self.tr("Please fill in the name.")
        return self._secret.fault()

    def _add(self) -> None:
        one = Operator(
            self._name.text().strip(),
            Role(self._role.currentData()),
            tuple(self._villages.text().replace("，", " ").replace(",", " ").split()),
        )
        self._screen.jobs.ask(
            partial(operators.add, self._screen.desk, one, self._secret.text),
            lambda _: self.accept(),
            refused=self.refuse,
        )


class PassphraseDialog(AskingDialog):
    """Change one's own passphrase."""

    def __init__(self, screen: Screen, parent: QWidget) -> None:
        look = screen.look
        translate = QCoreApplication.translate
        super().__init__(
            look,
            screen.words,
            translate("PassphraseDialog", "Change my passphrase"),
            parent,
        )
        self._screen = screen
        self._before = line_edit(look, self.tr("Passphrase until now"), secret=True)
        self._secret = NewSecret(
            look, self.tr("New passphrase"), self.tr("New passphrase again")
        )
        self._fault = self._secret.fault
        self._act = self._change
        fields = [
            named(look, self.tr("Passphrase until now"), self._before),
            self._secret.layout,
        ]
        hint = self.tr("Backups made before still open with the old passphrase.")
        self.lay_out(hint, fields, self.tr("Change"))

    def _change(self) -> None:
        given = self._before.text(), self._secret.text
        self._screen.jobs.ask(
            partial(passphrases.change_own, self._screen.desk, *given),
            lambda _: self.accept(),
            refused=self.refuse,
        )


class KeyDialog(QDialog):
    """A new recovery key, shown once."""

    def __init__(self, screen: Screen, parent: QWidget, code: str) -> None:
        super().__init__(parent)
        look, groups = screen.look, code.split("-")
        self.setWindowTitle(self.tr("Recovery key"))
        said = self.tr(
            "Write it down and lock it away. It is shown only now; the key before "
            "opens no more."
        )
        close = button(look, self.tr("It is on paper"), self.accept, kind="primary")
        layout = column(
            look,
            text(self.tr("Recovery key"), "title"),
            wrapped(said, "soft"),
            text("  ".join(groups[:4]), "title"),
            text("  ".join(groups[4:]), "title"),
            row(look, None, close),
            gap=11,
        )
        layout.setContentsMargins(*[look.u(22)] * 4)
        self.setLayout(layout)
        self.setMinimumWidth(look.u(420))
