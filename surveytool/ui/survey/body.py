"""An open form: sections left, questions in the middle, consequences right."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from surveytool.casework.suggestions import Suggestion
from surveytool.domain.problem import Problem
from surveytool.tasks.survey import Survey
from surveytool.ui.screen import Screen
from surveytool.ui.survey.adding import adopt
from surveytool.ui.survey.answering import Answering
from surveytool.ui.survey.changing import Changing
from surveytool.ui.survey.contents import Section
from surveytool.ui.survey.frame import Foot, Head
from surveytool.ui.survey.keeper import Keeper
from surveytool.ui.survey.pages import Pages
from surveytool.ui.survey.section_list import SectionList
from surveytool.ui.survey.sheet import Sheet
from surveytool.ui.survey.side import Side
from surveytool.ui.widgets.banner import Banner
from surveytool.ui.widgets.boxes import column, pane, plain, row

PAUSE_MS, NARROW = 150, 1000
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
        self._warned = False
        look = screen.look
        self.head, self.foot = Head(look), Foot(look)
        self.list = SectionList(look)
        self.side = Side(look, screen.words)
        self.banner = Banner(look)
        self.sheet = Sheet(look, survey)
        self.answering = Answering(screen, survey, self.sheet)
        self.pages = Pages(survey, self.sheet, self.list, self.foot)
        self._changing = Changing(survey, self.pages, self.banner, self)
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._follow)
        self._lay_out()
        # Narrow until it is known how wide: the window must not grow for it.
        self._make_room(is_narrow=True)
        self._connect()
        self._connect_keys()
        self.head.show_title(survey.title)
        self.head.show_languages(self.session.form.languages, self.session.language)
        self.side.begin(self.session)
        self.pages.show_list()
        self._greet()
        self._keeper.ask_consequences()

    @property
    def view(self) -> QWidget | None:
        """The section or repeat that is shown."""
        return self.sheet.view

    @property
    def first(self) -> QWidget:
        """What takes the keyboard: the first open question."""
        return self.sheet.first or self.list

    @property
    def sections(self) -> Sequence[Section]:
        """The sections that are relevant now."""
        return self.pages.sections

    @property
    def at(self) -> int:
        """The place of the section that is shown."""
        return self.pages.at

    def begin(self) -> None:
        """Show where the work stopped, or the first section."""
        place = self.survey.place
        self.pages.open(place) if place else self.pages.show(0)

    def may_leave(self) -> bool:
        """Save what is typed; what cannot be an answer keeps the page open once."""
        self.sheet.flush()
        if self.sheet.is_wrong and not self._warned:
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
        self.pages.show(at, ref)

    def turn(self, step: int) -> None:
        """Go to the section before or after."""
        self.pages.turn(step)

    def finish(self) -> None:
        """Check everything; finish if nothing is missing or wrong."""
        self.sheet.flush()
        if self.sheet.is_wrong or not self.isEnabled():
            return
        # What is typed while the household is being written would be lost.
        self.setEnabled(bool(self._keeper.finish()))

    def add(self) -> None:
        """Add an instance to the repeat that is shown."""
        self._changing.add(self.sections[self.at].ref)

    def adopt(self, one: Suggestion) -> None:
        """Take a suggested measure over into the plan."""
        self.sheet.flush()
        self._changing.open(adopt(self.session, one, self._screen.words.language))

    def speak(self, language: str) -> None:
        """Say the form in another of its languages; nothing typed is lost."""
        self.sheet.flush()
        self.session.set_language(language)
        self.pages.show_list()
        self.pages.show(self.at)

    def jump(self) -> None:
        """Go to the next question that is missing or wrong."""
        self.sheet.flush()
        self._be_strict()
        problems = self.pages.problems
        if not problems:
            self.banner.say(self.tr("Nothing is missing or wrong."), "green")
            return
        focused = self.sheet.focused()
        refs = [one.where for one in problems]
        here = focused.ref if focused is not None else ""
        at = refs.index(here) + 1 if here in refs else 0
        self.pages.open(refs[at % len(refs)])

    def comment(self) -> None:
        """Write a comment on the question that has the keyboard."""
        question = self.sheet.focused()
        if question is not None:
            question.comment()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the questions room where the text is large or the window small."""
        super().resizeEvent(event)
        self._make_room(is_narrow=self.width() < self._screen.look.u(NARROW))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to the next question."""
        if event.key() not in ENTER:
            super().keyPressEvent(event)
            return
        focused = QApplication.focusWidget()
        if isinstance(focused, QPushButton):
            focused.click()
        else:
            self.pages.go_on(focused)

    def _make_room(self, *, is_narrow: bool) -> None:
        for one in (self.list, self.side, self.foot):
            one.make_room(is_narrow=is_narrow)

    def _changed(self) -> None:
        """Keep what was answered; what follows is asked after a pause."""
        self._warned = False
        self._keeper.save()
        self.side.show_figures(self.session)
        self._pause.start()

    def _follow(self) -> None:
        self.pages.show_list()
        self._keeper.ask_consequences()

    def _be_strict(self) -> None:
        self.pages.strict = self.answering.strict = True
        self.pages.show_list()

    def _finished(self, problems: list[Problem]) -> None:
        self.setEnabled(True)
        if not problems:
            self._screen.ways.tell(
                self.tr("Finished: {0}").format(self.survey.title), "green"
            )
            self.closed.emit()
            return
        self._be_strict()
        language = self._screen.words.language
        said = self.tr("Not finished yet: {0} to put right. First: {1}")
        self.banner.say(said.format(len(problems), problems[0].say(language)), "red")
        self.pages.open(problems[0].where)

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
        middle = column(look, above, self.sheet, self.foot, gap=0)
        middle.setStretch(1, 1)
        left = pane("left", row(look, self.list, gap=0))
        body = row(look, left, plain(middle), self.side, gap=0)
        body.setStretch(1, 1)
        layout = column(look, self.head, body, gap=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def _connect(self) -> None:
        self.head.back.connect(self.leave)
        self.head.finish.connect(self.finish)
        self.head.spoke.connect(self.speak)
        self.head.narrowed.connect(lambda on: self.pages.set_narrow(narrow=on))
        self.foot.moved.connect(self.turn)
        self.foot.jumped.connect(self.jump)
        self.foot.commented.connect(self.comment)
        self.list.chosen.connect(self.show_section)
        self.sheet.added.connect(self.add)
        self.sheet.opened.connect(lambda ref: self.pages.open(f"{ref}/"))
        self.sheet.removed.connect(self._changing.remove)
        self.side.adopted.connect(self.adopt)
        self.answering.changed.connect(self._changed)
        self.answering.went_on.connect(
            lambda: self.pages.go_on(QApplication.focusWidget())
        )
        self._changing.changed.connect(self._changed)
        self.pages.turned.connect(self._keeper.stay)
        self._keeper.saved.connect(self.head.show_saved)
        self._keeper.found.connect(self.side.show_findings)
        self._keeper.suggested.connect(self.side.show_suggestions)
        self._keeper.finished.connect(self._finished)
        self._keeper.gave_back.connect(lambda: self.setEnabled(True))

    def _connect_keys(self) -> None:
        for key, then in (
            ("Escape", self.leave),
            ("Ctrl+PgDown", partial(self.turn, 1)),
            ("Ctrl+PgUp", partial(self.turn, -1)),
            ("Ctrl+Return", self.finish),
            ("Ctrl+M", self.comment),
            ("Ctrl+Z", self._changing.undo),
            ("F7", self.head.narrow.toggle),
            ("F8", self.jump),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(then)
