"""Answers that are written: a line, a number, several lines."""

from PySide6.QtCore import QRegularExpression
from PySide6.QtGui import QFocusEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from surveytool.questionnaire.session import NodeView
from surveytool.ui.survey.appearance import wants
from surveytool.ui.survey.compare import shown
from surveytool.ui.survey.editor import Editor
from surveytool.ui.survey.rich import bare
from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.boxes import row
from surveytool.ui.widgets.field import line_edit

PATTERNS = {"int": r"-?\d{0,12}", "decimal": r"-?\d{0,12}(\.\d{0,4})?"}
WIDTHS = {"int": 160, "decimal": 200, "date": 150, "time": 110, "dateTime": 200}
WIDE, NARROW = 460, 100


class LineEditor(Editor):
    """One line; numbers let only digits in."""

    def __init__(self, look: Look, node: NodeView, hint: str = "") -> None:
        super().__init__()
        self._type, self._told = node.type, ""
        secret = wants(node, "masked")
        name = bare(node.label) or node.name
        self._edit = line_edit(look, name, hint, secret=secret)
        wide = look.u(WIDTHS.get(node.type, WIDE))
        self._edit.setMaximumWidth(wide)
        self._edit.setMinimumWidth(min(wide, look.u(NARROW)))
        if node.type in PATTERNS:
            pattern = QRegularExpression(PATTERNS[node.type])
            self._edit.setValidator(QRegularExpressionValidator(pattern, self._edit))
        self._edit.editingFinished.connect(self.flush)
        self.first = self._edit
        self._line = row(look, self._edit, None)
        self._line.setStretch(0, 20)
        self.setLayout(self._line)

    @property
    def edit(self) -> QLineEdit:
        """The field that is typed into."""
        return self._edit

    def show_node(self, node: NodeView) -> None:
        """Show the answer unless another is being typed."""
        self._edit.setReadOnly(node.readonly)
        self._edit.setEnabled(not node.readonly)
        text = self.written(node)
        if text != self._told:
            self._told = text
            self._edit.setText(text)

    def flush(self) -> None:
        """Tell of what is typed."""
        text = self._edit.text().strip()
        if text != self._told:
            self._told = text
            self.tell(text)

    def written(self, node: NodeView) -> str:
        """Return the answer as it is written in the field."""
        return shown(node, node.value)

    def tell(self, text: str) -> None:
        """Tell of what is typed as the form writes it."""
        self.answered.emit(text)


class PagesEditor(Editor):
    """Several lines."""

    def __init__(self, look: Look, node: NodeView) -> None:
        super().__init__()
        self._told = ""
        self._edit = _Lines(self)
        self._edit.setAccessibleName(bare(node.label) or node.name)
        self._edit.setTabChangesFocus(True)
        self._edit.setFixedHeight(look.u(84))
        self.first = self._edit
        self.setLayout(row(look, self._edit))

    @property
    def edit(self) -> QPlainTextEdit:
        """The field that is typed into."""
        return self._edit

    def show_node(self, node: NodeView) -> None:
        """Show the answer unless another is being typed."""
        self._edit.setReadOnly(node.readonly)
        text = self.written(node)
        if text != self._told:
            self._told = text
            self._edit.setPlainText(text)

    def flush(self) -> None:
        """Tell of what is typed."""
        text = self._edit.toPlainText().strip()
        if text != self._told:
            self._told = text
            self.tell(text)

    def written(self, node: NodeView) -> str:
        """Return the answer as it is written in the field."""
        return node.value

    def tell(self, text: str) -> None:
        """Tell of what is typed as the form writes it."""
        self.answered.emit(text)


class _Lines(QPlainTextEdit):
    def __init__(self, editor: PagesEditor) -> None:
        super().__init__()
        self._editor = editor

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._editor.flush()
