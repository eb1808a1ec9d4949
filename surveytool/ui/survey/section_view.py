"""One section on the screen: its cards with their questions."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from surveytool.questionnaire.session import NodeView, Session
from surveytool.ui.survey.question import Note, Previous, Question
from surveytool.ui.survey.rich import bare
from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.boxes import column, frame
from surveytool.ui.widgets.text import text

Row = Question | Note


class SectionView(QWidget):
    """Builds the questions below one group or repeat instance."""

    answered = Signal(str, str)

    def __init__(
        self,
        look: Look,
        session: Session,
        ref: str,
        previous: Previous,
        *,
        strict: bool,
    ) -> None:
        super().__init__()
        self._look, self._session, self._previous = look, session, previous
        self.rows: list[Row] = []
        self._strict = strict
        self._cards: list[tuple[str, QFrame]] = []
        layout = column(look, gap=12)
        layout.setContentsMargins(*[look.u(n) for n in (22, 14, 22, 22)])
        self._build(layout, ref)
        layout.addStretch(1)
        self.setLayout(layout)

    def refresh(self, *, strict: bool) -> None:
        """Show every question as it is now."""
        for one in self.rows:
            one.show_node(self._session.node(one.ref), strict=strict)
        for ref, card in self._cards:
            card.setHidden(not self._session.node(ref).relevant)

    def row(self, ref: str) -> Row | None:
        """Return the row of a question."""
        return next((one for one in self.rows if one.ref == ref), None)

    def entries(self) -> list[tuple[Row, QWidget]]:
        """Return the rows that can be answered, with what takes the keyboard."""
        return [
            (one, one.first)
            for one in self.rows
            if one.first is not None and not one.isHidden()
        ]

    def _build(self, layout: QVBoxLayout, ref: str) -> None:
        own = column(self._look, gap=2)
        for node in self._session.children(ref):
            if node.kind in ("group", "instance"):
                if any(_questions(self._session, node.ref)):
                    layout.addWidget(self._card(node))
            elif _is_shown(node):
                own.addWidget(self._row(node))
        if own.count():
            layout.insertWidget(0, self._framed(own))

    def _card(self, node: NodeView) -> QFrame:
        inner = column(self._look, gap=2)
        if node.label.strip():
            inner.addWidget(text(bare(node.label), "heading"))
            inner.addSpacing(self._look.u(4))
        for child in _questions(self._session, node.ref):
            inner.addWidget(self._row(child))
        card = self._framed(inner)
        card.setHidden(not node.relevant)
        self._cards.append((node.ref, card))
        return card

    def _framed(self, inner: QVBoxLayout) -> QFrame:
        card = frame("card", inner)
        inner.setContentsMargins(*[self._look.u(n) for n in (18, 12, 18, 12)])
        return card

    def _row(self, node: NodeView) -> Row:
        made: Row
        if node.kind == "note":
            made = Note(self._look, node)
        else:
            made = Question(self._look, node, self._previous(node))
            made.answered.connect(self.answered)
        made.show_node(node, strict=self._strict)
        self.rows.append(made)
        return made


def _questions(session: Session, ref: str) -> Iterator[NodeView]:
    """Go through the questions below a group, those of inner groups too."""
    for node in session.children(ref):
        if node.kind in ("group", "instance"):
            yield from _questions(session, node.ref)
        elif _is_shown(node):
            yield node


def _is_shown(node: NodeView) -> bool:
    return node.kind not in ("calculate", "repeat", "") and node.has_label
