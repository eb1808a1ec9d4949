"""Answers that are written: a line, a number, a date, several lines."""

import re

from PySide6.QtCore import QRegularExpression
from PySide6.QtGui import QFocusEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from surveytool.questionnaire.session import NodeView
from surveytool.ui.survey.compare import shown
from surveytool.ui.survey.editor import Editor
from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.boxes import row
from surveytool.ui.widgets.field import line_edit

DATE = re.compile(r"(\d{4})\D?(\d{1,2})\D?(\d{1,2})\D?")
PATTERNS = {"int": r"-?\d{0,12}", "decimal": r"-?\d{0,12}(\.\d{0,4})?"}
WIDTHS = {"int": 160, "decimal": 200, "date": 160}


class LineEditor(Editor):
    """One line; numbers let only digits in, dates are put in order."""

    def __init__(self, look: Look, node: NodeView) -> None:
        super().__init__()
        hint = "2026-01-31" if node.type == "date" else ""
        self._type, self._told = node.type, ""
        self._edit = line_edit(look, node.label.strip() or node.name, hint)
        self._edit.setMaximumWidth(look.u(WIDTHS.get(node.type, 460)))
        if node.type in PATTERNS:
            pattern = QRegularExpression(PATTERNS[node.type])
            self._edit.setValidator(QRegularExpressionValidator(pattern, self._edit))
        self._edit.editingFinished.connect(self.flush)
        self.first = self._edit
        line = row(look, self._edit, None)
        line.setStretch(0, 20)
        self.setLayout(line)

    @property
    def edit(self) -> QLineEdit:
        """The field that is typed into."""
        return self._edit

    def show_node(self, node: NodeView) -> None:
        """Show the answer unless another is being typed."""
        self._edit.setReadOnly(node.readonly)
        self._edit.setEnabled(not node.readonly)
        text = shown(node, node.value)
        if text != self._told:
            self._told = text
            self._edit.setText(text)

    def flush(self) -> None:
        """Tell of what is typed."""
        text = self._edit.text().strip()
        if self._type == "date":
            text = _ordered(text)
        if text != self._told:
            self._told = text
            self.answered.emit(text)


class PagesEditor(Editor):
    """Several lines."""

    def __init__(self, look: Look, node: NodeView) -> None:
        super().__init__()
        self._told = ""
        self._edit = _Lines(self)
        self._edit.setAccessibleName(node.label.strip() or node.name)
        self._edit.setTabChangesFocus(True)
        self._edit.setFixedHeight(look.u(84))
        self.first = self._edit
        self.setLayout(row(look, self._edit))

    def show_node(self, node: NodeView) -> None:
        """Show the answer unless another is being typed."""
        self._edit.setReadOnly(node.readonly)
        if node.value != self._told:
            self._told = node.value
            self._edit.setPlainText(node.value)

    def flush(self) -> None:
        """Tell of what is typed."""
        text = self._edit.toPlainText().strip()
        if text != self._told:
            self._told = text
            self.answered.emit(text)


class _Lines(QPlainTextEdit):
    def __init__(self, editor: PagesEditor) -> None:
        super().__init__()
        self._editor = editor

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._editor.flush()


def _ordered(text: str) -> str:
    """Return 2026年1月5日, 2026/1/5 or 20260105 as 2026-01-05; else as it is."""
    found = DATE.fullmatch(text)
    if found is None:
        return text
    year, month, day = found.groups()
    return f"{year}-{int(month):02}-{int(day):02}"
