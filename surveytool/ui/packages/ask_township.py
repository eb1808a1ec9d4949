"""Ask which township a new laptop works for."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QWidget

from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.boxes import column, row
from surveytool.ui.widgets.button import button
from surveytool.ui.widgets.choice import Choice
from surveytool.ui.widgets.text import text, wrapped


class TownshipDialog(QDialog):
    """One list of townships."""

    def __init__(self, look: Look, parent: QWidget, townships: Sequence[str]) -> None:
        super().__init__(parent)
        title = self.tr("Which township is it?")
        self.setWindowTitle(title)
        self.setMinimumWidth(look.u(420))
        self.list = Choice(look, title)
        self.list.addItems(list(townships))
        hint = wrapped(self.tr("The laptop receives all villages of it."), "soft")
        cancel = button(look, self.tr("Cancel"), self.reject)
        accept = button(look, self.tr("Accept"), self.accept, kind="primary")
        layout = column(
            look,
            text(title, "title"),
            hint,
            self.list,
            row(look, None, cancel, accept),
            gap=12,
        )
        layout.setContentsMargins(*[look.u(22)] * 4)
        self.setLayout(layout)


def ask_township(look: Look, parent: QWidget, townships: Sequence[str]) -> str | None:
    """Return the township that a person chooses, None where none is chosen."""
    dialog = TownshipDialog(look, parent, townships)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    return dialog.list.currentText() if accepted else None
