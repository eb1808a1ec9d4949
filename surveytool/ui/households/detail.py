"""One household beside the list: all that a worker asks first."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QVBoxLayout

from surveytool.tasks.browse import HouseholdPage
from surveytool.ui.households.detail_head import detail_head
from surveytool.ui.households.findings import findings_box
from surveytool.ui.households.guarantees import guarantees
from surveytool.ui.households.measures import delivered, measure_box
from surveytool.ui.households.members import members_box
from surveytool.ui.theme.look import Look
from surveytool.ui.widgets.banner import Banner
from surveytool.ui.widgets.boxes import column, empty, frame, pane, plain, row, scrolled
from surveytool.ui.widgets.button import button
from surveytool.ui.widgets.empty_state import EmptyState
from surveytool.ui.widgets.labeled import labeled_value, state_box
from surveytool.ui.widgets.text import text
from surveytool.ui.words import Words

WIDTH = 352


class Detail(QFrame):
    """The page of one household; tells what the person wants to do with it."""

    survey = Signal()
    plan = Signal()
    sheet = Signal()
    back = Signal()
    history = Signal()
    undo = Signal()
    unmask = Signal()

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self.setProperty("surface", "pane")
        self.setProperty("side", "right")
        self._look, self._words = look, words
        self._shown: HouseholdPage | None = None
        self._today: date | None = None
        self._numbers: Mapping[str, str] = {}
        self._content = column(look, gap=9)
        self._content.setContentsMargins(*[look.u(n) for n in (18, 16, 18, 16)])
        inner = plain(self._content)
        self._content.setContentsMargins(*[look.u(n) for n in (18, 16, 18, 16)])
        self.area = scrolled(inner)
        self._back = button(
            look,
            self.tr("Back to the list"),
            self.back.emit,
            icon="arrow-left",
            kind="quiet",
        )
        self._start = button(
            look,
            self.tr("Start visit"),
            self.survey.emit,
            icon="signature",
            kind="primary",
        )
        self._foot = self._buttons()
        layout = QVBoxLayout()
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.area, 1)
        layout.addWidget(self._foot)
        self.setLayout(layout)
        self.show_back(wanted=False)
        self.clear()

    def clear(self) -> None:
        """Show that no household is chosen."""
        empty(self._content)
        hint = self.tr("Choose one with ↑ ↓ or by a click.")
        self._content.addWidget(
            EmptyState(self._look, self.tr("No household chosen"), hint, icon="home")
        )
        self._foot.setEnabled(False)

    def show_back(self, *, wanted: bool) -> None:
        """Show the way back where the list is hidden."""
        self._back.setVisible(wanted)

    def show_numbers(self, numbers: Mapping[str, str]) -> None:
        """Show the members' ID numbers in full, until something else is shown."""
        if self._shown is not None and self._today is not None:
            self._numbers = numbers
            self._show(self._shown, self._today)

    def show_page(self, page: HouseholdPage, today: date) -> None:
        """Show a household."""
        self._numbers = {}
        self._shown, self._today = page, today
        self._show(page, today)

    def _show(self, page: HouseholdPage, today: date) -> None:
        self.setUpdatesEnabled(False)
        empty(self._content)
        self._head(page)
        self._guarantees(page)
        self._findings(page)
        self._members(page, today)
        self._measures(page)
        self._content.addWidget(self._past())
        self._content.addStretch(1)
        self._foot.setEnabled(True)
        going_on = bool(page.drafts)
        self._start.setText(
            self.tr("Go on with visit") if going_on else self.tr("Start visit")
        )
        self.area.verticalScrollBar().setValue(0)
        self.setUpdatesEnabled(True)

    def focus_start(self) -> None:
        """Put the keyboard on the button that goes on."""
        self._start.setFocus(Qt.FocusReason.TabFocusReason)

    def _head(self, page: HouseholdPage) -> None:
        look, words = self._look, self._words
        self._content.addWidget(detail_head(look, words, page))
        risks = words.codes("risk", " ".join(page.row.risks))
        if risks:
            said = self.tr("Main risks: {0}").format(risks)
            self._content.addWidget(Banner(look, said))
        household = page.household
        self._content.addLayout(
            row(
                look,
                labeled_value(
                    look, self.tr("Persons"), str(len(page.persons)), self.tr("pers.")
                ),
                labeled_value(
                    look,
                    self.tr("Income per head"),
                    words.amount(page.row.income_per_head),
                    self.tr("yuan"),
                ),
                labeled_value(
                    look,
                    self.tr("Net income"),
                    words.amount(household.get("net_income")),
                    self.tr("yuan"),
                ),
            )
        )

    def _guarantees(self, page: HouseholdPage) -> None:
        look = self._look
        self._heading(self.tr("Three guarantees and safe water"))
        grid = QGridLayout()
        grid.setSpacing(look.u(8))
        for at, one in enumerate(guarantees(page.household, page.persons)):
            box = state_box(look, one.title, one.words, icon=one.icon, tone=one.tone)
            grid.addWidget(box, at // 2, at % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self._content.addLayout(grid)

    def _findings(self, page: HouseholdPage) -> None:
        if page.findings:
            count = len(page.findings)
            self._heading(self.tr("Please check ({0})").format(count))
            box = findings_box(self._look, self._words, page.findings)
            self._content.addWidget(box)

    def _members(self, page: HouseholdPage, today: date) -> None:
        self._heading(self.tr("Members ({0})").format(len(page.persons)))
        box = members_box(
            self._look, self._words, page.persons, today=today, numbers=self._numbers
        )
        self._content.addWidget(box)

    def _measures(self, page: HouseholdPage) -> None:
        done = self.tr("{0} of {1} delivered")
        side = done.format(delivered(page.measures), len(page.measures))
        self._heading(self.tr("Measures"), side if page.measures else "")
        for measure in page.measures:
            self._content.addWidget(measure_box(self._look, self._words, measure))
        if not page.measures:
            self._content.addWidget(text(self.tr("No plan yet."), "soft"))

    def _past(self) -> QFrame:
        """Return the row of what was: history, undo, whole numbers."""
        look = self._look
        parts = [
            button(look, words, then, icon=icon, kind="quiet")
            for words, then, icon in (
                (self.tr("History"), self.history.emit, "history"),
                (self.tr("Undo"), self.undo.emit, "arrow-back-up"),
                (self.tr("ID numbers"), self.unmask.emit, "eye"),
            )
        ]
        tips = (
            self.tr("Who changed what and when (Ctrl+H)"),
            self.tr("Take your own last save back (Ctrl+Z)"),
            self.tr("Show ID numbers in full; this is recorded (F8)"),
        )
        for part, tip in zip(parts, tips, strict=True):
            part.setToolTip(tip)
            _tighten(part)
        return frame("line-less", row(look, *parts, None, gap=4))

    def _heading(self, words: str, side: str = "") -> None:
        parts = row(self._look, text(words, "heading"), None, text(side, "small"))
        parts.setContentsMargins(0, self._look.u(6), 0, 0)
        self._content.addLayout(parts)

    def _buttons(self) -> QFrame:
        look = self._look
        sheet = button(look, self.tr("Plan sheet"), self.sheet.emit)
        plan = button(look, self.tr("Make plan"), self.plan.emit)
        sheet.setToolTip(self.tr("Print the plan sheet (Ctrl+P)"))
        plan.setToolTip(self.tr("Write the assistance plan (F6)"))
        self._start.setToolTip(self.tr("Fill in the household check (F5)"))
        layout = row(look, sheet, plan, self._start, gap=8)
        for part in (sheet, plan, self._start):
            _tighten(part)
        layout.setStretch(2, 1)
        foot = pane("top-line", layout)
        foot.setProperty("side", "bottom")
        layout.setContentsMargins(*[look.u(n) for n in (16, 10, 16, 10)])
        return foot


def _tighten(part: QPushButton) -> None:
    part.setProperty("room", "tight")
