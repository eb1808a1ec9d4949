"""What stands below an answer: hint, notice, last time, what is wrong, comment."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from surveytool.questionnaire.session import NodeView
from surveytool.ui.survey.appearance import unmet
from surveytool.ui.survey.aside import Aside
from surveytool.ui.survey.compare import differs, shown
from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.text import wrapped

ORDER = ("hint", "notice", "before", "message", "unknown", "reason", "comment")


class Remarks(QObject):
    """Makes each line only when there is something to say: rows stay cheap."""

    reasoned = Signal(str)
    commented = Signal(str)
    unknown = Signal(bool)

    def __init__(self, look: Look, box: QVBoxLayout, previous: str | None) -> None:
        super().__init__()
        self._look, self._box, self._previous = look, box, previous
        self._made: dict[str, QWidget] = {}
        self._first = box.count()

    def said(self, what: str) -> str:
        """Return a line that is shown, "" where it is not."""
        line = self._made.get(what)
        return line.text() if isinstance(line, QLabel) and not line.isHidden() else ""

    def part(self, what: str) -> QWidget | None:
        """Return a part that was made."""
        return self._made.get(what)

    def show_node(self, node: NodeView) -> None:
        """Show hint, notice and last time's answer."""
        self._say("hint", node.hint.strip())
        words = "、".join(unmet(node))
        notice = self.tr("The form wishes “{0}”, which is not here: shown plainly.")
        self._say("notice", notice.format(words) if words else "")
        before = self._previous
        if before is None or not differs(node.value, before):
            self._say("before", "")
            return
        said = shown(node, before) or self.tr("(nothing)")
        self._say("before", self.tr("Changed. Last time: {0}").format(said))

    def show_wrong(self, node: NodeView, refused: str, *, told: bool) -> None:
        """Show what is wrong; a soft check asks for a reason instead."""
        if node.is_soft and node.violation == "constraint" and not refused:
            self._say("message", "")
            self._ask_reason(node)
            return
        self._hide("reason")
        if refused or node.violation is None or not told:
            self._say("message", refused)
            return
        missing = self.tr("Please answer this question.")
        wrong = self.tr("Please check this answer.")
        plain = missing if node.violation == "required" else wrong
        self._say("message", node.message.strip() or plain)

    def show_comment(self, said: str, *, wanted: bool = False) -> None:
        """Show the comment; one that is wanted takes the keyboard."""
        if not said and not wanted:
            self._hide("comment")
            return
        line = self._part("comment", self._comment)
        assert isinstance(line, Aside)  # noqa: S101 - made just here
        line.show_said(said)
        line.show()
        if wanted:
            line.edit.setFocus()

    def show_unknown(self, *, is_unknown: bool) -> None:
        """Show a box that says that the answer is not known."""
        box = self._part("unknown", self._unknown)
        assert isinstance(box, QCheckBox)  # noqa: S101 - made just here
        box.setChecked(is_unknown)

    def flush(self) -> None:
        """Tell of what is written beside the answer but not told yet."""
        for one in self._made.values():
            if isinstance(one, Aside) and not one.isHidden():
                one.flush()

    def _ask_reason(self, node: NodeView) -> None:
        line = self._part("reason", self._reason)
        assert isinstance(line, Aside)  # noqa: S101 - made just here
        plain = self.tr("This is unusual. Correct it, or say why it is right.")
        line.show_words(node.message.strip() or plain)
        line.show_said(node.reason)
        line.show()

    def _say(self, what: str, words: str) -> None:
        if not words:
            self._hide(what)
            return
        line = self._part(what, LINES[what])
        if isinstance(line, QLabel):
            line.setText(words)
        line.show()

    def _hide(self, what: str) -> None:
        if what in self._made:
            self._made[what].hide()

    def _part(self, what: str, make: Callable[[], QWidget]) -> QWidget:
        if what not in self._made:
            before = [one for one in ORDER[: ORDER.index(what)] if one in self._made]
            self._made[what] = make()
            self._box.insertWidget(self._first + len(before), self._made[what])
        return self._made[what]

    def _reason(self) -> QWidget:
        name = self.tr("Why it is right all the same")
        made = Aside(self._look, "alert-triangle", "amber", name)
        made.said.connect(self.reasoned)
        return made

    def _comment(self) -> QWidget:
        made = Aside(self._look, "message", "blue", self.tr("Comment"))
        made.said.connect(self.commented)
        return made

    def _unknown(self) -> QWidget:
        made = QCheckBox(self.tr("Not known"))
        made.setAccessibleName(self.tr("Not known"))
        made.clicked.connect(self.unknown)
        return made


def _line(tone: str = "") -> Callable[[], QWidget]:
    return lambda: wrapped("", "small", tone=tone)


LINES: Mapping[str, Callable[[], QWidget]] = MappingProxyType(
    {
        "hint": _line(),
        "notice": _line("blue"),
        "before": _line("amber"),
        "message": _line("red"),
    }
)
