"""An open form: sections left, questions in the middle, consequences right."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QWidget

from surveytool.casework.suggestions import Suggestion
from surveytool.domain.problem import Problem
from surveytool.domain.refusal import Refusal
from surveytool.tasks.survey import Survey
from surveytool.ui.screen import Screen
from surveytool.ui.survey.adding import add_instance, adopt
from surveytool.ui.survey.contents import Section, sections_of
from surveytool.ui.survey.frame import Foot, Head
from surveytool.ui.survey.keeper import Keeper
from surveytool.ui.survey.progress import states_of
from surveytool.ui.survey.repeat_view import RepeatView
from surveytool.ui.survey.section_list import SectionList
from surveytool.ui.survey.section_view import SectionView
from surveytool.ui.survey.side import Side
from surveytool.ui.widgets.banner import Banner
from surveytool.ui.widgets.boxes import column, pane, plain, row

PAUSE_MS = 250
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Body(QWidget):
    """Answers in, consequences out; everything is saved answer by answer."""

    closed = Signal()

    def __init__(self, screen: Screen, survey: Survey) -> None:
        super().__init__()
        self._screen, self.survey = screen, survey
        self.session = survey.session
        self._speak()
        self._keeper = Keeper(screen, survey, self)
        self._strict, self._warned, self._at = False, False, 0
        self._sections: list[Section] = []
        self.view: SectionView | RepeatView | None = None
        look = screen.look
        self.head, self._foot = Head(look), Foot(look)
        self.list = SectionList(look)
        self.side = Side(look, screen.words)
        self.banner = Banner(look)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._show_list)
        self._lay_out()
        self._connect()
        self.head.show_title(survey.title)
        self.side.begin(self.session)
        self._greet()
        self._show_list()
        self._keeper.ask_consequences()

    @property
    def first(self) -> QWidget:
        """What takes the keyboard: the first open question."""
        if isinstance(self.view, RepeatView):
            return self.view.first
        entries = self.view.entries() if self.view is not None else []
        return entries[0][1] if entries else self.list

    @property
    def sections(self) -> Sequence[Section]:
        """The sections that are relevant now."""
        return self._sections

    @property
    def at(self) -> int:
        """The place of the section that is shown."""
        return self._at

    def may_leave(self) -> bool:
        """Save what is typed; what cannot be an answer keeps the page open once."""
        self._flush()
        if self._is_wrong() and not self._warned:
            self._warned = True
            said = self.tr("One answer could not be taken. Leave again to drop it.")
            self.banner.say(said, "red")
            return False
        return True

    def leave(self) -> None:
        """Go back; everything is saved."""
        if self.may_leave():
            self.closed.emit()

    def show_section(self, at: int, ref: str = "") -> None:
        """Show a section, and put the keyboard on a question of it."""
        self._flush()
        if self._is_wrong():
            self.list.show_place(self._at)
            return
        self._at = max(0, min(at, len(self._sections) - 1))
        self._build()
        self.list.show_place(self._at)
        self._pause.start()
        self._focus(ref)

    def turn(self, step: int) -> None:
        """Go to the section before or after."""
        if 0 <= self._at + step < len(self._sections):
            self.show_section(self._at + step)

    def finish(self) -> None:
        """Check everything; finish if nothing is missing or wrong."""
        self._flush()
        if not self._is_wrong():
            self._keeper.finish()

    def add(self) -> None:
        """Add an instance to the repeat that is shown."""
        repeat = self._sections[self._at].ref
        self._open(add_instance(self.session, repeat))

    def adopt(self, one: Suggestion) -> None:
        """Take a suggested measure over into the plan."""
        self._flush()
        self._open(adopt(self.session, one, self._screen.words.language))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to the next question."""
        if event.key() not in ENTER:
            super().keyPressEvent(event)
            return
        focused = QApplication.focusWidget()
        if isinstance(focused, QPushButton):
            focused.click()
        else:
            self._go_on(focused)

    def _go_on(self, focused: QWidget | None) -> None:
        entries = self.view.entries() if isinstance(self.view, SectionView) else []
        here = [
            place
            for place, (one, _) in enumerate(entries)
            if focused is not None and one.isAncestorOf(focused)
        ]
        after = here[0] + 1 if here else 0
        if after < len(entries):
            self._put_keyboard(entries[after][1])
        else:
            self.turn(1)

    def _answer(self, ref: str, value: str) -> None:
        try:
            self.session.answer(ref, value)
        except Refusal as refusal:
            self._refuse(ref, refusal)
            return
        self._warned = False
        self._keeper.save()
        if isinstance(self.view, SectionView):
            self.view.refresh(strict=self._strict)
        self.side.show_figures(self.session)
        self._pause.start()

    def _refuse(self, ref: str, refusal: Refusal) -> None:
        row = self.view.row(ref) if isinstance(self.view, SectionView) else None
        if row is not None and hasattr(row, "refuse"):
            row.refuse(refusal.say(self._screen.words.language))

    def _open(self, ref: str) -> None:
        self._keeper.save()
        self._show_list()
        self.side.show_figures(self.session)
        self.show_section(self._place_of(f"{ref}/"))

    def _open_ref(self, ref: str) -> None:
        self.show_section(self._place_of(f"{ref}/"))

    def _place_of(self, ref: str) -> int:
        found = [at for at, one in enumerate(self._sections) if one.holds(ref)]
        return found[-1] if found else self._at

    def _build(self) -> None:
        section, look = self._sections[self._at], self._screen.look
        if section.is_repeat:
            inner = [
                one for one in self._sections if one.ref.startswith(f"{section.ref}[")
            ]
            wrong = self._keeper.wrong(section)
            repeat = RepeatView(look, section, inner, wrong if self._strict else "")
            repeat.wanted.connect(self.add)
            repeat.opened.connect(self._open_ref)
            self.view = repeat
        else:
            view = SectionView(
                look,
                self.session,
                section.ref,
                self.survey.previous,
                strict=self._strict,
            )
            view.answered.connect(self._answer)
            self.view = view
        self.view.setObjectName("scrolled")
        self._area.setWidget(self.view)
        self._foot.show_place(self._at, len(self._sections))

    def _show_list(self) -> None:
        here = self._sections[self._at].ref if self._sections else ""
        self._sections = sections_of(self.session)
        states = states_of(self.session, self._sections, strict=self._strict)
        refs = [one.ref for one in self._sections]
        last = min(self._at, len(refs) - 1)
        self._at = refs.index(here) if here in refs else last
        self.list.show_sections(self._sections, states, self._at)
        self._foot.show_place(self._at, len(self._sections))

    def _focus(self, ref: str) -> None:
        row = self.view.row(ref) if isinstance(self.view, SectionView) else None
        wanted = row.first if row is not None else None
        self._put_keyboard(wanted or self.first)

    def _put_keyboard(self, widget: QWidget) -> None:
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        if self._area.isAncestorOf(widget):
            room = self._screen.look.u(70)
            QTimer.singleShot(
                0, widget, partial(self._area.ensureWidgetVisible, widget, 0, room)
            )

    def _finished(self, problems: list[Problem]) -> None:
        if not problems:
            self._screen.ways.tell(
                self.tr("Finished: {0}").format(self.survey.title), "green"
            )
            self.closed.emit()
            return
        self._strict = True
        language = self._screen.words.language
        said = self.tr("Not finished yet: {0} to put right. First: {1}")
        self.banner.say(said.format(len(problems), problems[0].say(language)), "red")
        self.show_section(self._place_of(problems[0].where), problems[0].where)

    def _flush(self) -> None:
        if isinstance(self.view, SectionView):
            for one in list(self.view.rows):
                one.flush()

    def _is_wrong(self) -> bool:
        rows = self.view.rows if isinstance(self.view, SectionView) else []
        return any(one.is_wrong for one in rows)

    def _greet(self) -> None:
        if self.survey.resumed:
            said = self.tr("You go on where you stopped; earlier answers are kept.")
            self.banner.say(said, "blue")

    def _speak(self) -> None:
        mark = f"({self._screen.words.language})"
        known = [one for one in self.session.form.languages if mark in one]
        if known:
            self.session.set_language(known[0])

    def _lay_out(self) -> None:
        look = self._screen.look
        above = row(look, self.banner)
        above.setContentsMargins(look.u(22), look.u(10), look.u(22), 0)
        middle = column(look, above, self._area, self._foot, gap=0)
        middle.setStretch(1, 1)
        left = pane("left", row(look, self.list, gap=0))
        body = row(look, left, plain(middle), self.side, gap=0)
        above.setContentsMargins(look.u(22), look.u(10), look.u(22), 0)
        body.setStretch(1, 1)
        layout = column(look, self.head, body, gap=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def _connect(self) -> None:
        self.head.back.connect(self.leave)
        self.head.finish.connect(self.finish)
        self._foot.moved.connect(self.turn)
        self.list.chosen.connect(self.show_section)
        self.side.adopted.connect(self.adopt)
        self._keeper.saved.connect(self.head.show_saved)
        self._keeper.found.connect(self.side.show_findings)
        self._keeper.suggested.connect(self.side.show_suggestions)
        self._keeper.finished.connect(self._finished)
        for key, then in (
            ("Escape", self.leave),
            ("Ctrl+PgDown", partial(self.turn, 1)),
            ("Ctrl+PgUp", partial(self.turn, -1)),
            ("Ctrl+Return", self.finish),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(then)
