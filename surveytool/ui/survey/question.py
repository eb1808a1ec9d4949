"""One question: its words, its editor, last time's answer and what is wrong."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from surveytool.questionnaire.session import NodeView
from surveytool.ui.survey.compare import differs, shown
from surveytool.ui.survey.editors import editor_for
from surveytool.ui.survey.rich import rich
from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.boxes import column, row
from surveytool.ui.widgets.text import badge, wrapped

LABEL_WIDTH = 190
Previous = Callable[[NodeView], str | None]


class Question(QFrame):
    """A row of a section; tells of an answer by reference and value."""

    answered = Signal(str, str)

    def __init__(self, look: Look, node: NodeView, previous: str | None) -> None:
        super().__init__()
        self.ref, self._previous = node.ref, previous
        self._node: NodeView | None = None
        self._wrong = ""
        self.is_touched = False
        self._editor = editor_for(look, node)
        self._editor.answered.connect(self._tell)
        self._label = wrapped("", "")
        self._label.setTextFormat(Qt.TextFormat.RichText)
        self._label.setFixedWidth(look.u(LABEL_WIDTH))
        self._hint = wrapped("", "small")
        self._message = wrapped("", "small", tone="red")
        self.before = wrapped("", "small")
        self.badge = badge(self.tr("changed"), "amber")
        before = row(look, self.before, self.badge, gap=8)
        before.setStretch(0, 1)
        right = column(look, self._editor, self._hint, before, self._message, gap=3)
        line = row(look, gap=12)
        line.setContentsMargins(0, look.u(5), 0, look.u(5))
        line.addWidget(self._label, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(right, 1)
        self._label.setContentsMargins(0, look.u(7), 0, 0)
        self.setLayout(line)
        self._parts = (self._hint, self.before, self.badge, self._message)
        for part in self._parts:
            part.hide()

    @property
    def first(self) -> QWidget | None:
        """What takes the keyboard; None where nothing can be answered."""
        node = self._node
        locked = node is None or node.readonly or not node.relevant
        return None if locked else self._editor.first

    @property
    def editor(self) -> QWidget:
        """The widgets of the answer."""
        return self._editor

    def show_node(self, node: NodeView, *, strict: bool) -> None:
        """Show a question as it is now; strict says at once what is missing."""
        if node != self._node:
            self._node = node
            self._show_words(node)
            self._editor.show_node(node)
            self._show_before(node)
        self._show_message(node, strict=strict)
        self.setHidden(not node.relevant)

    def refuse(self, words: str) -> None:
        """Say that what was typed cannot be an answer."""
        self._wrong = words
        _say(self._message, words)

    @property
    def is_wrong(self) -> bool:
        """Whether what is typed could not be taken."""
        return bool(self._wrong)

    def flush(self) -> None:
        """Tell of an answer that is typed but not told yet."""
        self._editor.flush()

    def _tell(self, value: str) -> None:
        self.is_touched, self._wrong = True, ""
        self.answered.emit(self.ref, value)

    def _show_words(self, node: NodeView) -> None:
        star = ' <span style="color:#b0212b">*</span>' if node.required else ""
        self._label.setText(rich(node.label or node.name) + star)
        _say(self._hint, node.hint.strip())

    def _show_before(self, node: NodeView) -> None:
        before = self._previous
        is_other = before is not None and differs(node.value, before)
        if before is None or not is_other:
            _say(self.before, "")
        else:
            said = shown(node, before) or self.tr("(nothing)")
            _say(self.before, self.tr("Last time: {0}").format(said))
        self.badge.setVisible(is_other)

    def _show_message(self, node: NodeView, *, strict: bool) -> None:
        if self._wrong:
            return
        if node.violation is None or not (strict or self.is_touched):
            _say(self._message, "")
            return
        missing = self.tr("Please answer this question.")
        wrong = self.tr("Please check this answer.")
        plain = missing if node.violation == "required" else wrong
        _say(self._message, node.message.strip() or plain)


class Note(QFrame):
    """Words between the questions."""

    def __init__(self, look: Look, node: NodeView) -> None:
        super().__init__()
        self.ref = node.ref
        self.setProperty("surface", "inset")
        self._label = wrapped("", "")
        self._label.setTextFormat(Qt.TextFormat.RichText)
        line = row(look, self._label)
        line.setContentsMargins(look.u(11), look.u(7), look.u(11), look.u(7))
        self.setLayout(line)

    first: QWidget | None = None
    is_wrong = False

    def show_node(self, node: NodeView, *, strict: bool) -> None:
        """Show the words as they are now."""
        del strict
        self._label.setText(rich(node.label))
        self.setHidden(not node.relevant or not node.label.strip())

    def flush(self) -> None:
        """Nothing is typed into a note."""


def _say(label: QLabel, words: str) -> None:
    label.setText(words)
    label.setHidden(not words)
