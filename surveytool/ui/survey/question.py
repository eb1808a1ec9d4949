"""One question: its words, its editor, last time's answer and what is wrong."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from surveytool.questionnaire.session import NodeView
from surveytool.tasks.unknown import may_be_unknown
from surveytool.ui.survey.aside import Aside
from surveytool.ui.survey.editors import editor_for
from surveytool.ui.survey.remarks import Remarks
from surveytool.ui.survey.rich import rich
from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.boxes import column, row
from surveytool.ui.widgets.text import wrapped

LABEL_WIDTH, WIDEST = 190, 16777215


class Question(QFrame):
    """A row of a section; tells of an answer by reference and value."""

    answered = Signal(str, str)
    reasoned = Signal(str, str)
    commented = Signal(str, str)
    unknown = Signal(str, bool)
    offered = Signal(str, object, str)
    wanted = Signal(str, str)
    went_on = Signal()

    def __init__(self, look: Look, node: NodeView, previous: str | None) -> None:
        super().__init__()
        self.ref = node.ref
        self._look = look
        self._node: NodeView | None = None
        self._wrong = ""
        self.is_touched = self.is_unknown = False
        self._may_be_unknown = may_be_unknown(node)
        self._editor = editor_for(look, node)
        self._label = wrapped("", "")
        self._label.setTextFormat(Qt.TextFormat.RichText)
        self._label.setFixedWidth(look.u(LABEL_WIDTH))
        self._label.setContentsMargins(0, look.u(7), 0, 0)
        self._right = column(look, self._editor, gap=3)
        self.remarks = Remarks(look, self._right, previous)
        self._line = row(look, gap=12)
        self._line.setContentsMargins(0, look.u(5), 0, look.u(5))
        self._line.addWidget(self._label, 0, Qt.AlignmentFlag.AlignTop)
        self._line.addLayout(self._right, 1)
        self.setLayout(self._line)
        self._connect()

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
            star = self._look.palette.tone("red").ink
            mark = f' <span style="color:{star}">*</span>' if node.required else ""
            self._label.setText(rich(node.label or node.name) + mark)
            self._editor.show_node(node)
            self.remarks.show_node(node)
        told = (strict or self.is_touched) and not self.is_unknown
        self.remarks.show_wrong(node, self._wrong, told=told)
        self.setHidden(not node.relevant)

    def show_aside(self, comment: str, *, is_unknown: bool) -> None:
        """Show what is said beside the answer."""
        self.is_unknown = is_unknown
        self.remarks.show_comment(comment)
        if self._may_be_unknown:
            self.remarks.show_unknown(is_unknown=is_unknown)

    def comment(self) -> None:
        """Put the keyboard into the comment."""
        line = self.remarks.part("comment")
        said = line.edit.text() if isinstance(line, Aside) else ""
        self.remarks.show_comment(said, wanted=True)

    def stack(self, *, is_narrow: bool) -> None:
        """Put the words above the answer where there is no room beside it."""
        ways = QBoxLayout.Direction
        self._line.setDirection(ways.TopToBottom if is_narrow else ways.LeftToRight)
        self._line.setSpacing(self._look.u(2 if is_narrow else 12))
        if is_narrow:
            self._label.setMinimumWidth(0)
            self._label.setMaximumWidth(WIDEST)
        else:
            self._label.setFixedWidth(self._look.u(LABEL_WIDTH))

    def settle(self) -> None:
        """Have the height worked out anew."""
        self._right.invalidate()
        self._line.invalidate()

    def show_file(self, name: str, data: bytes) -> None:
        """Show a file that was wanted."""
        self._editor.show_file(name, data)

    def refuse(self, words: str) -> None:
        """Say that what was typed cannot be an answer."""
        self._wrong = words
        if self._node is not None:
            self.remarks.show_wrong(self._node, words, told=True)

    @property
    def is_wrong(self) -> bool:
        """Whether what is typed could not be taken."""
        return bool(self._wrong)

    def flush(self) -> None:
        """Tell of an answer that is typed but not told yet."""
        self._editor.flush()
        self.remarks.flush()

    def _tell(self, value: str) -> None:
        self.is_touched, self._wrong = True, ""
        self.answered.emit(self.ref, value)

    def _connect(self) -> None:
        editor, remarks, ref = self._editor, self.remarks, self.ref
        editor.answered.connect(self._tell)
        editor.refused.connect(self.refuse)
        editor.went_on.connect(self.went_on)
        editor.offered.connect(lambda file, kind: self.offered.emit(ref, file, kind))
        editor.wanted.connect(lambda name: self.wanted.emit(ref, name))
        remarks.reasoned.connect(lambda said: self.reasoned.emit(ref, said))
        remarks.commented.connect(lambda said: self.commented.emit(ref, said))
        remarks.unknown.connect(lambda is_so: self.unknown.emit(ref, is_so))
