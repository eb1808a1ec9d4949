"""What follows from the answers: income, what to check, measures that fit."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from surveytool.casework.finding import Finding
from surveytool.casework.suggestions import Suggestion
from surveytool.questionnaire.session import Session
from surveytool.ui.households.findings import findings_box
from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.boxes import column, empty, frame, plain, row, scrolled
from surveytool.ui.widgets.button import button
from surveytool.ui.widgets.labeled import labeled_value
from surveytool.ui.widgets.text import text, wrapped
from surveytool.ui.words import Words

WIDTH, NARROW = 286, 206
FIGURES = ("income_per_head", "net_income", "reference_per_head")


class Side(QFrame):
    """The pane at the right; tells which suggested measure is taken."""

    adopted = Signal(object)

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self._look, self._words = look, words
        self._refs: dict[str, str] = {}
        self._figures, self._said = column(look, gap=7), column(look, gap=7)
        content = column(look, self._figures, self._said, None, gap=12)
        inner = plain(content)
        content.setContentsMargins(*[look.u(n) for n in (16, 14, 16, 14)])
        outer = QVBoxLayout()
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(inner))
        self.setLayout(outer)
        self.setProperty("surface", "pane")
        self.setProperty("side", "right")
        self.setFixedWidth(look.u(WIDTH))

    def make_room(self, *, is_narrow: bool) -> None:
        """Be narrower where the text is large or the window small."""
        self.setFixedWidth(self._look.u(NARROW if is_narrow else WIDTH))

    def begin(self, session: Session) -> None:
        """Find where the form works its figures out."""
        for field in session.form.fields.values():
            if field.name in FIGURES and not field.repeats:
                self._refs.setdefault(field.name, field.path)
        self.show_figures(session)

    def show_figures(self, session: Session) -> None:
        """Show income as the answers make it."""
        empty(self._figures)
        titles = {
            "income_per_head": self.tr("Income per head"),
            "net_income": self.tr("Net income"),
            "reference_per_head": self.tr("Reference per head"),
        }
        if self._refs:
            self._figures.addWidget(text(self.tr("Income"), "heading"))
        for name in FIGURES:
            if name in self._refs:
                value = self._words.amount(session.node(self._refs[name]).value)
                unit = self.tr("yuan")
                box = labeled_value(self._look, titles[name], value, unit)
                self._figures.addWidget(box)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what the rules say of the answers."""
        empty(self._said)
        title = self.tr("Please check ({0})").format(len(findings))
        self._said.addWidget(text(title, "heading"))
        if findings:
            self._said.addWidget(findings_box(self._look, self._words, findings))
        else:
            self._said.addWidget(wrapped(self.tr("Nothing stands out."), "soft"))

    def show_suggestions(self, suggestions: Sequence[Suggestion]) -> None:
        """Show measures that fit the household's risks."""
        empty(self._said)
        title = self.tr("Suggested measures ({0})").format(len(suggestions))
        self._said.addWidget(text(title, "heading"))
        for one in suggestions:
            self._said.addWidget(self._suggestion(one))
        if not suggestions:
            none = self.tr("None for the risks of this household.")
            self._said.addWidget(wrapped(none, "soft"))

    def _suggestion(self, one: Suggestion) -> QFrame:
        look, words = self._look, self._words
        take = button(look, self.tr("Take over"), partial(self.adopted.emit, one))
        take.setProperty("room", "tight")
        take.setAccessibleName(f"{take.text()} {one.say(words.language)}")
        parts = (
            words.code("risk", one.risk),
            words.code("measure_class", one.measure_class),
            one.person_name,
        )
        under = " · ".join(part for part in parts if part)
        foot = row(look, wrapped(under, "small"), gap=8)
        foot.addWidget(take, 0, Qt.AlignmentFlag.AlignBottom)
        foot.setStretch(0, 1)
        layout = column(look, wrapped(one.say(words.language)), foot, gap=4)
        box = frame("box", layout)
        layout.setContentsMargins(*[look.u(n) for n in (11, 9, 11, 9)])
        return box
