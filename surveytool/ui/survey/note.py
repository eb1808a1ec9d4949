"""Words between the questions."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from surveytool.questionnaire.session import NodeView
from surveytool.ui.survey.rich import rich
from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.boxes import row
from surveytool.ui.widgets.text import wrapped


class Note(QFrame):
    """A note of the form; it takes no answer and no keyboard."""

    first: QWidget | None = None
    is_wrong = False

    def __init__(self, look: Look, node: NodeView) -> None:
        super().__init__()
        self.ref = node.ref
        self.setProperty("surface", "inset")
        self._label = wrapped("", "")
        self._label.setTextFormat(Qt.TextFormat.RichText)
        line = row(look, self._label)
        line.setContentsMargins(look.u(11), look.u(7), look.u(11), look.u(7))
        self.setLayout(line)

    def show_node(self, node: NodeView, *, strict: bool) -> None:
        """Show the words as they are now."""
        del strict
        parts = [rich(one) for one in (node.label, node.hint) if one.strip()]
        self._label.setText("<br>".join(parts))
        self.setHidden(not node.relevant or not parts)

    def flush(self) -> None:
        """Nothing is typed into a note."""
