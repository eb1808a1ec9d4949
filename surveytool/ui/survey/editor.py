"""What every editor of an answer can do."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from surveytool.questionnaire.session import NodeView


class Editor(QWidget):
    """Shows an answer and tells of a new one; ``first`` takes the keyboard."""

    answered = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.first: QWidget | None = None

    def show_node(self, node: NodeView) -> None:
        """Show the answer, choices and lock of a question."""

    def flush(self) -> None:
        """Tell of an answer that is typed but not told yet."""
