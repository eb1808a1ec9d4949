"""The pages of an open form: which section is shown, and where one goes on."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from surveytool.domain.problem import Problem
from surveytool.tasks.survey import Survey
from surveytool.ui.survey.contents import Section, count_of, sections_of
from surveytool.ui.survey.frame import Foot
from surveytool.ui.survey.instances import instances_of
from surveytool.ui.survey.progress import states_of
from surveytool.ui.survey.repeat_view import RepeatView
from surveytool.ui.survey.section_list import SectionList
from surveytool.ui.survey.sheet import Sheet


class Pages(QObject):
    """Shows sections in the sheet, their states in the list and the foot."""

    turned = Signal(str)

    def __init__(
        self, survey: Survey, sheet: Sheet, listed: SectionList, foot: Foot
    ) -> None:
        super().__init__(sheet)
        self._survey, self._sheet = survey, sheet
        self._list, self._foot = listed, foot
        self._problems: list[Problem] = []
        self._states: list[str] = []
        self.sections: list[Section] = []
        self.at = 0
        self.strict = self.narrow = False

    @property
    def problems(self) -> Sequence[Problem]:
        """What was missing or wrong when the list was last shown."""
        return self._problems

    def show_list(self) -> None:
        """Find the sections that are relevant now, and how far each is."""
        here = self.sections[self.at].ref if self.sections else ""
        self.sections = sections_of(self._survey.session)
        self._problems = self._survey.problems()
        self._states = states_of(self._problems, self.sections, strict=self.strict)
        refs = [one.ref for one in self.sections]
        last = max(min(self.at, len(refs) - 1), 0)
        self.at = refs.index(here) if here in refs else last
        self._list.show_sections(self.sections, self._states, self.at)
        self._foot.show_place(self.at, len(self.sections))
        self._foot.show_left(len(self._problems) if self.strict else 0)

    def show(self, at: int, ref: str = "") -> None:
        """Show a section, and put the keyboard on a question of it."""
        self._sheet.flush()
        if self._sheet.is_wrong or not self.sections:
            self._list.show_place(self.at)
            return
        self.at = max(0, min(at, len(self.sections) - 1))
        self._build()
        self._list.show_place(self.at)
        self._foot.show_place(self.at, len(self.sections))
        self.focus(ref)
        self.turned.emit(ref or self.sections[self.at].ref)

    def open(self, ref: str) -> None:
        """Show the section that holds a question, the keyboard on it."""
        self.show(self.place_of(ref), ref)

    def turn(self, step: int) -> None:
        """Go to the section before or after; one at a time, to the question."""
        if self.narrow and self._step(step):
            return
        if 0 <= self.at + step < len(self.sections):
            self.show(self.at + step)
            if self.narrow and step < 0:
                self._show_alone(-1)

    def go_on(self, focused: QWidget | None) -> None:
        """Go to the question after the one that has the keyboard."""
        questions = self._sheet.questions
        if questions is None or self.narrow:
            self.turn(1)
            return
        entries = questions.entries()
        here = [
            place
            for place, (one, _) in enumerate(entries)
            if focused is not None and one.isAncestorOf(focused)
        ]
        after = here[0] + 1 if here else 0
        if after < len(entries):
            self._sheet.put_keyboard(entries[after][1])
        else:
            self.turn(1)

    def set_narrow(self, *, narrow: bool) -> None:
        """Show one question at a time, or the whole section again."""
        before = self._sheet.focused()
        self.narrow = narrow
        questions = self._sheet.questions
        if questions is not None:
            questions.show_only("")
            self.focus(before.ref if before is not None else "")

    def place_of(self, ref: str) -> int:
        """Return the place of the innermost section that holds a question."""
        found = [
            at
            for at, one in enumerate(self.sections)
            if ref == one.ref or one.holds(ref)
        ]
        return found[-1] if found else self.at

    def focus(self, ref: str) -> None:
        """Put the keyboard on a question, or on the first."""
        if self.narrow and self._sheet.questions is not None:
            entries = [one.ref for one, _ in self._sheet.questions.entries()]
            self._show_alone(entries.index(ref) if ref in entries else 0)
            return
        row = self._sheet.question(ref) if ref else None
        wanted = row.first if row is not None else None
        self._sheet.put_keyboard(wanted or self._sheet.first or self._list)

    def _step(self, step: int) -> bool:
        """Go to the question before or after within the section, if there is one."""
        questions = self._sheet.questions
        if questions is None:
            return False
        refs = [one.ref for one, _ in questions.entries()]
        at = refs.index(questions.only) + step if questions.only in refs else 0
        if not 0 <= at < len(refs):
            return False
        self._sheet.flush()
        if not self._sheet.is_wrong:
            self._show_alone(at)
        return True

    def _show_alone(self, at: int) -> None:
        questions = self._sheet.questions
        entries = questions.entries() if questions is not None else []
        if questions is None or not entries:
            self._sheet.put_keyboard(self._sheet.first or self._list)
            return
        row, first = entries[at]
        questions.show_only(row.ref)
        self._sheet.put_keyboard(first)
        self.turned.emit(row.ref)

    def _build(self) -> None:
        section = self.sections[self.at]
        if not section.is_repeat:
            self._sheet.show_section(section, strict=self.strict)
            return
        found = [
            (one, state)
            for one, state in zip(self.sections, self._states, strict=True)
            if one.ref.startswith(f"{section.ref}[") and one.ref.endswith("]")
            if one.level == section.level + 1
        ]
        inner = [one for one, _ in found]
        states = [state for _, state in found]
        made = instances_of(self._survey.session, inner, states)
        self._say_wrong(self._sheet.show_repeat(section, made), section)

    def _say_wrong(self, view: RepeatView, section: Section) -> None:
        """Say what is wrong with the number of instances."""
        wrong = [one for one in self._problems if one.where == count_of(section.ref)]
        if wrong and self.strict:
            node = self._survey.session.node(wrong[0].where)
            view.banner.say(node.message.strip(), "red")
