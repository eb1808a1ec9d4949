"""The history of a household: who changed what, when, on which computer."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QFrame, QVBoxLayout, QWidget

from surveytool.domain.entity import GONE
from surveytool.domain.mask import mask_id, mask_phone
from surveytool.domain.vocabulary import label
from surveytool.tasks.history import Edit, FieldEdit
from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.boxes import column, frame, plain, row, scrolled
from surveytool.ui.widgets.button import button
from surveytool.ui.widgets.text import text, wrapped
from surveytool.ui.words import Words

MOST, MOST_FIELDS = 60, 14
SIZE = (620, 560)
MASKS = {"id_number": mask_id, "phone": mask_phone}


class HistoryDialog(QDialog):
    """The saves of one household, the newest first."""

    def __init__(
        self, look: Look, words: Words, edits: Sequence[Edit], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._look, self._words = look, words
        self.setWindowTitle(self.tr("History"))
        boxes = [self._box(one) for one in edits[:MOST]]
        if not boxes:
            boxes = [frame("box", column(look, text(self.tr("No saves yet."), "soft")))]
        inner = plain(column(look, *boxes, None, gap=9))
        close = button(look, self.tr("Close"), self.accept)
        count = self.tr("{0} saves").format(len(edits))
        head = row(look, text(self.tr("History"), "title"), None, text(count, "small"))
        layout = column(look, head, scrolled(inner), row(look, None, close), gap=11)
        layout.setStretch(1, 1)
        layout.setContentsMargins(*[look.u(20)] * 4)
        self.setLayout(layout)
        self.resize(*[look.u(n) for n in SIZE])

    def _box(self, edit: Edit) -> QFrame:
        look = self._look
        where = edit.device or self.tr("this computer")
        who = f"{self._words.moment(edit.at)}  {edit.who}"
        lines: QVBoxLayout = column(
            look, row(look, text(who, "strong"), None, text(where, "small")), gap=3
        )
        if edit.why:
            lines.addWidget(wrapped(edit.why, "soft"))
        for one in edit.fields[:MOST_FIELDS]:
            lines.addWidget(wrapped(self._line(one)))
        if len(edit.fields) > MOST_FIELDS:
            rest = self.tr("and {0} more fields").format(len(edit.fields) - MOST_FIELDS)
            lines.addWidget(text(rest, "small"))
        box = frame("box", lines)
        lines.setContentsMargins(*[look.u(n) for n in (12, 9, 12, 9)])
        return box

    def _line(self, one: FieldEdit) -> str:
        if one.name == GONE:
            return self.tr("Removed") if one.after else self.tr("Brought back")
        title = self._words.title(one.ref.kind, one.name)
        before, after = self._said(one, one.before), self._said(one, one.after)
        return f"{title}：{before} → {after}" if before else f"{title}：{after or '—'}"

    def _said(self, one: FieldEdit, value: str | None) -> str:
        if not value:
            return ""
        if one.name in MASKS:
            return MASKS[one.name](value)
        return label(one.ref.kind, one.name, value, self._words.language)
