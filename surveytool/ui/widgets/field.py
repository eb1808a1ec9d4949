"""A field to fill in, with its name above it and a hint below."""

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.boxes import column
from surveytool.ui.widgets.text import text, wrapped


def line_edit(
    look: Look, name: str, hint: str = "", *, secret: bool = False
) -> QLineEdit:
    """Return a field for one line; a secret one shows dots."""
    edit = QLineEdit()
    edit.setAccessibleName(name)
    edit.setPlaceholderText(hint)
    edit.setMinimumHeight(look.u(36))
    if secret:
        edit.setEchoMode(QLineEdit.EchoMode.Password)
    return edit


def named(look: Look, name: str, field: QWidget, hint: str = "") -> QVBoxLayout:
    """Return a field with its name above it."""
    label = text(name, "strong")
    label.setBuddy(field)
    layout = column(look, label, field, gap=5)
    if hint:
        layout.addWidget(wrapped(hint, "small"))
    return layout
