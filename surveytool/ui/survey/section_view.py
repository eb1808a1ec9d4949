"""One section on the screen: its cards with their questions."""

from collections.abc import Iterator
from dataclasses import dataclass
from time import perf_counter

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from surveytool.questionnaire.session import NodeView
from surveytool.tasks.survey import Survey
from surveytool.ui.survey.contents import Section
from surveytool.ui.survey.note import Note
from surveytool.ui.survey.question import Question
from surveytool.ui.survey.rich import bare
from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.boxes import column, frame
from surveytool.ui.widgets.text import text

Row = Question | Note
AT_ONCE, PORTION_S = 8, 0.012


@dataclass(frozen=True, slots=True)
class _Planned:
    """A question to be built, and the card that it stands in."""

    node: NodeView
    card: str


class SectionView(QWidget):
    """Builds what is seen at once, the rest while nobody waits."""

    made = Signal(object)

    def __init__(
        self, look: Look, survey: Survey, section: Section, *, strict: bool
    ) -> None:
        super().__init__()
        self._look, self._survey = look, survey
        self.rows: list[Row] = []
        self._strict, self._only = strict, ""
        self._is_narrow = False
        self._cards: dict[str, tuple[QFrame, QVBoxLayout]] = {}
        self._layout = column(look, gap=12)
        self._layout.setContentsMargins(*[look.u(n) for n in (22, 14, 22, 22)])
        self._layout.addStretch(1)
        self.setLayout(self._layout)
        self._planned = list(self._plan(section))
        self._later = QTimer(self, interval=0)
        self._later.timeout.connect(self._build_some)

    @property
    def is_whole(self) -> bool:
        """Whether every row is built."""
        return not self._planned

    @property
    def only(self) -> str:
        """The question that is shown alone."""
        return self._only

    def stack(self, *, is_narrow: bool) -> None:
        """Put words above answers, or beside them again."""
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            for one in self.rows:
                if isinstance(one, Question):
                    one.stack(is_narrow=is_narrow)
            self._settle()

    def begin(self) -> None:
        """Build the first rows now and let the others follow."""
        self._build(AT_ONCE)
        if self._planned:
            self._later.start()

    def refresh(self, *, strict: bool) -> None:
        """Show every question as it is now."""
        self._strict = strict
        for one in self.rows:
            self._show(one, self._survey.session.node(one.ref))
        for ref in self._cards:
            self._show_card(ref)
        self._settle()

    def show_only(self, ref: str) -> None:
        """Show one question alone; "" shows all of them again."""
        self._build()
        self._only = ref
        self.refresh(strict=self._strict)

    def row(self, ref: str) -> Row | None:
        """Return the row of a question."""
        places = [at for at, one in enumerate(self._planned) if one.node.ref == ref]
        if places:
            self._build(places[0] + 1)
        return next((one for one in self.rows if one.ref == ref), None)

    def row_around(self, widget: QWidget | None) -> Row | None:
        """Return the row that a widget lies in."""
        return next(
            (one for one in self.rows if widget and one.isAncestorOf(widget)), None
        )

    def entries(self) -> list[tuple[Row, QWidget]]:
        """Return the rows that can be answered, with what takes the keyboard."""
        self._build()
        return [
            (one, one.first)
            for one in self.rows
            if one.first is not None and self._survey.session.node(one.ref).relevant
        ]

    @property
    def first(self) -> QWidget | None:
        """What takes the keyboard in the first question that can be answered."""
        while True:
            for one in self.rows:
                if one.first is not None and not one.isHidden():
                    return one.first
            if not self._planned:
                return None
            self._build(1)

    def _build_some(self) -> None:
        """Build for a moment, then let the screen go on."""
        until = perf_counter() + PORTION_S
        while self._planned and perf_counter() < until:
            self._build(1)
        if not self._planned:
            self._later.stop()

    def _build(self, most: int | None = None) -> None:
        most = len(self._planned) if most is None else most
        some, self._planned = self._planned[:most], self._planned[most:]
        for one in some:
            # Planned a while ago: an answer may have changed it since.
            node = self._survey.session.node(one.node.ref)
            self._row(node, self._card(one.card))
        self._settle()

    def _settle(self) -> None:
        """Have the height worked out anew: wrapped lines that come late need it."""
        for one in self.rows:
            if isinstance(one, Question):
                one.settle()
        for _, inner in self._cards.values():
            inner.invalidate()
        self._layout.invalidate()
        self.updateGeometry()

    def _plan(self, section: Section) -> Iterator[_Planned]:
        session = self._survey.session
        if section.refs:
            for ref in section.refs:
                yield _Planned(session.node(ref), "")
            return
        for node in session.children(section.ref):
            if node.kind in ("group", "instance"):
                for one in self._asked(node.ref):
                    yield _Planned(one, node.ref)
            elif _is_shown(node):
                yield _Planned(node, "")

    def _asked(self, ref: str) -> Iterator[NodeView]:
        """Go through the questions below a group, those of inner groups too."""
        for node in self._survey.session.children(ref):
            if node.kind in ("group", "instance"):
                yield from self._asked(node.ref)
            elif _is_shown(node):
                yield node

    def _card(self, ref: str) -> QVBoxLayout:
        if ref not in self._cards:
            inner = column(self._look, gap=2)
            label = bare(self._survey.session.node(ref).label) if ref else ""
            if label:
                inner.addWidget(text(label, "heading"))
                inner.addSpacing(self._look.u(4))
            card = frame("card", inner)
            inner.setContentsMargins(*[self._look.u(n) for n in (18, 12, 34, 12)])
            self._layout.insertWidget(self._layout.count() - 1, card)
            self._cards[ref] = (card, inner)
            self._show_card(ref)
        return self._cards[ref][1]

    def _row(self, node: NodeView, card: QVBoxLayout) -> None:
        made: Row
        if node.kind == "note":
            made = Note(self._look, node)
        else:
            made = Question(self._look, node, self._survey.previous(node))
            if self._is_narrow:
                made.stack(is_narrow=True)
        # Shown before it stands in its card it would be a window for a moment.
        card.addWidget(made)
        self.rows.append(made)
        self.made.emit(made)
        self._show(made, node)

    def _show(self, row: Row, node: NodeView) -> None:
        if isinstance(row, Question):
            aside = self._survey.aside
            comment = aside.comments.get(row.ref, "")
            row.show_aside(comment, is_unknown=row.ref in aside.unknown)
        row.show_node(node, strict=self._strict)
        if self._only and row.ref != self._only:
            row.hide()

    def _show_card(self, ref: str) -> None:
        card, _ = self._cards[ref]
        hidden = bool(ref) and not self._survey.session.node(ref).relevant
        if self._only and not hidden:
            rows = (one for one in self.rows if card.isAncestorOf(one))
            hidden = all(one.isHidden() for one in rows)
        card.setHidden(hidden)


def _is_shown(node: NodeView) -> bool:
    return node.kind not in ("calculate", "repeat", "")
