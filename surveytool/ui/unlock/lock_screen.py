"""The window locked after a rest: nothing to be seen, nothing lost."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from surveytool.domain.refusal import Refusal
from surveytool.tasks import passphrases
from surveytool.ui.screen import Screen
from surveytool.ui.unlock.frame import error_line, say
from surveytool.ui.widgets.boxes import column, row
from surveytool.ui.widgets.button import button
from surveytool.ui.widgets.field import line_edit, named
from surveytool.ui.widgets.text import text, wrapped


class Cover(QWidget):
    """Lies over a whole window, whatever size it takes."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAutoFillBackground(True)
        self._fit()
        window.installEventFilter(self)
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow with the window."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        above = self.parentWidget()
        if above is not None:
            self.setGeometry(above.rect())


class LockScreen(QDialog):
    """Asks who sits at the desk for the passphrase; nothing else can be done."""

    unlocked = Signal()

    def __init__(self, screen: Screen, parent: QWidget) -> None:
        super().__init__(parent)
        self._screen = screen
        look = screen.look
        self.setWindowTitle(self.tr("Locked"))
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setMinimumWidth(look.u(400))
        self._covers = [
            Cover(one)
            for one in QApplication.topLevelWidgets()
            if one.isVisible() and one is not self and one.isWindow()
        ]
        self._secret = line_edit(look, self.tr("Passphrase"), secret=True)
        self._secret.returnPressed.connect(self._unlock)
        self._error = error_line()
        self._go = button(
            look, self.tr("Unlock"), self._unlock, icon="key", kind="primary"
        )
        hint = self.tr("Nobody worked here for a while. Nothing is lost.")
        layout = column(
            look,
            text(self.tr("Locked"), "title"),
            wrapped(hint, "soft"),
            named(look, self.tr("Passphrase"), self._secret),
            self._error,
            row(look, None, self._go),
            gap=11,
        )
        layout.setContentsMargins(*[look.u(22)] * 4)
        self.setLayout(layout)
        self._secret.setFocus()

    def reject(self) -> None:
        """Stay: Escape opens nothing."""

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay until the passphrase is right."""
        if self.result() != QDialog.DialogCode.Accepted:
            event.ignore()
            return
        super().closeEvent(event)

    def _unlock(self) -> None:
        secret = self._secret.text()
        if not secret or not self._go.isEnabled():
            return
        self._go.setEnabled(False)
        self._screen.jobs.ask(
            partial(passphrases.check, self._screen.desk, secret),
            self._let_in,
            refused=self._refuse,
        )

    def _refuse(self, refusal: Refusal) -> None:
        self._go.setEnabled(True)
        say(self._error, refusal.say(self._screen.words.language))
        self._secret.selectAll()
        self._secret.setFocus()

    def _let_in(self, _: object) -> None:
        for cover in self._covers:
            cover.hide()
            cover.deleteLater()
        self._covers.clear()
        self.accept()
        self.unlocked.emit()
