"""What every editor of an answer can do."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from surveytool.questionnaire.session import NodeView


class Editor(QWidget):
    """Shows an answer and tells of a new one; ``first`` takes the keyboard.

    It tells also that what is typed cannot be an answer, that one choice was all
    that was wanted, that a file is offered, and that a file should be shown.
    """

    answered = Signal(str)
    refused = Signal(str)
    went_on = Signal()
    offered = Signal(object, str)
    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.first: QWidget | None = None

    def show_node(self, node: NodeView) -> None:
        """Show the answer, choices and lock of a question."""

    def show_file(self, name: str, data: bytes) -> None:
        """Show a file that was wanted, unless another is shown by now."""

    def flush(self) -> None:
        """Tell of an answer that is typed but not told yet."""
