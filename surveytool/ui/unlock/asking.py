"""Dialogs that ask for passphrases: the frame of fields, an error, two buttons."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QLayout, QPushButton, QWidget

from surveytool.domain.refusal import Refusal
from surveytool.tasks.passphrases import LEAST
from surveytool.ui.theme.look import Look
from surveytool.ui.unlock.frame import error_line, say
from surveytool.ui.widgets.boxes import column, row
from surveytool.ui.widgets.button import button
from surveytool.ui.widgets.field import line_edit, named
from surveytool.ui.widgets.text import text, wrapped
from surveytool.ui.words import Words


class AskingDialog(QDialog):
    """Fields below one another; stays open until what was asked is done."""

    def __init__(self, look: Look, words: Words, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._words, self._title = look, words, title
        self._fault: Callable[[], str] = str
        self._act: Callable[[], None] = self.accept
        self._error = error_line()
        self._done: QPushButton
        self.setWindowTitle(title)
        self.setMinimumWidth(look.u(440))

    def lay_out(self, hint: str, fields: list[QLayout], then: str) -> None:
        """Put the fields, the error line and the buttons in their places."""
        look = self._look
        self._done = button(look, then, self._press, kind="primary")
        cancel = button(look, self.tr("Cancel"), self.reject)
        layout = column(
            look,
            text(self._title, "title"),
            wrapped(hint, "soft"),
            *fields,
            self._error,
            row(look, None, cancel, self._done),
            gap=11,
        )
        layout.setContentsMargins(*[look.u(22)] * 4)
        self.setLayout(layout)

    def refuse(self, refusal: Refusal) -> None:
        """Say why it was not done, and let the person try again."""
        self._done.setEnabled(True)
        say(self._error, refusal.say(self._words.language))

    def _press(self) -> None:
        fault = self._fault()
        say(self._error, fault)
        if not fault:
            self._done.setEnabled(False)
            self._act()


class NewSecret:
    """A new passphrase, typed twice."""

    def __init__(self, look: Look, first: str, second: str) -> None:
        self._look, self._names = look, (first, second)
        self.first = line_edit(look, first, secret=True)
        self.second = line_edit(look, second, secret=True)

    @property
    def layout(self) -> QLayout:
        """The two fields beside one another."""
        pairs = zip(self._names, (self.first, self.second), strict=True)
        return row(self._look, *(named(self._look, *one) for one in pairs), gap=12)

    @property
    def text(self) -> str:
        """What was typed first."""
        return self.first.text()

    def fault(self) -> str:
        """Return what is wrong with it, "" where nothing is."""
        translate = QCoreApplication.translate
        if len(self.text.strip()) < LEAST:
            said = translate(
                "CreatePage", "The passphrase needs at least {0} characters."
            )
            return said.format(LEAST)
        if self.text != self.second.text():
            return translate(
                "CreatePage", "The two passphrases differ. Please type them again."
            )
        return ""
