"""Ask for a reason before something is sent back."""

from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.boxes import column, row
from surveytool.ui.widgets.button import button
from surveytool.ui.widgets.text import text, wrapped


class ReasonDialog(QDialog):
    """One field; it cannot be left empty."""

    def __init__(self, look: Look, parent: QWidget, title: str, hint: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(look.u(440))
        self._reason = QPlainTextEdit()
        self._reason.setAccessibleName(title)
        self._reason.setTabChangesFocus(True)
        self._reason.setFixedHeight(look.u(96))
        self._done = button(look, title, self.accept, kind="primary")
        self._done.setEnabled(False)
        self._reason.textChanged.connect(
            lambda: self._done.setEnabled(bool(self.reason))
        )
        cancel = button(look, self.tr("Cancel"), self.reject)
        layout = column(
            look,
            text(title, "title"),
            wrapped(hint, "soft"),
            self._reason,
            row(look, None, cancel, self._done),
            gap=11,
        )
        layout.setContentsMargins(*[look.u(22)] * 4)
        self.setLayout(layout)

    @property
    def reason(self) -> str:
        """What was typed."""
        return self._reason.toPlainText().strip()


def ask_reason(look: Look, parent: QWidget, title: str, hint: str) -> str | None:
    """Return the reason a person gives, None where the person thinks better of it."""
    dialog = ReasonDialog(look, parent, title, hint)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    return dialog.reason if accepted else None
