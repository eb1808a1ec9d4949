"""Answers and what is said beside them: from the rows into the session."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from surveytool.domain.refusal import Refusal
from surveytool.tasks.identity import fill_person, read_typed
from surveytool.tasks.survey import Survey
from surveytool.ui.screen import Screen
from surveytool.ui.survey.carrier import Carrier
from surveytool.ui.survey.note import Note
from surveytool.ui.survey.question import Question
from surveytool.ui.survey.sheet import Sheet


class Answering(QObject):
    """Takes what the rows tell; tells that something changed, or may go on."""

    changed = Signal()
    went_on = Signal()

    def __init__(self, screen: Screen, survey: Survey, sheet: Sheet) -> None:
        super().__init__(sheet)
        self._screen, self._survey, self._sheet = screen, survey, sheet
        self._carrier = Carrier(screen, self)
        self._carrier.kept.connect(self.answer)
        self._carrier.read.connect(self._show_file)
        self._carrier.refused.connect(self._refuse)
        self.strict = False
        sheet.made.connect(self._connect)

    def answer(self, ref: str, value: str) -> None:
        """Take an answer; one that cannot be one stays to be seen."""
        session = self._survey.session
        try:
            session.answer(ref, read_typed(session.node(ref), value))
            fill_person(session, ref, self._screen.desk.today)
        except Refusal as refusal:
            self._refuse(ref, refusal)
            return
        if value:
            self._survey.aside.mark_unknown(ref, is_so=False)
        self.show()

    def show(self) -> None:
        """Show every question as it is now and tell of it."""
        if self._sheet.questions is not None:
            self._sheet.questions.refresh(strict=self.strict)
        self.changed.emit()

    def _connect(self, row: Question | Note) -> None:
        if isinstance(row, Question):
            row.answered.connect(self.answer)
            row.reasoned.connect(self._excuse)
            row.commented.connect(self._comment)
            row.unknown.connect(self._mark_unknown)
            row.offered.connect(self._keep)
            row.wanted.connect(self._carrier.ask)
            row.went_on.connect(self.went_on)

    def _excuse(self, ref: str, reason: str) -> None:
        try:
            self._survey.session.excuse(ref, reason)
        except Refusal as refusal:
            self._refuse(ref, refusal)
            return
        self.show()

    def _comment(self, ref: str, words: str) -> None:
        self._survey.aside.comment(ref, words)
        self.changed.emit()

    def _mark_unknown(self, ref: str, is_so: bool) -> None:  # noqa: FBT001 - a signal's
        self._survey.aside.mark_unknown(ref, is_so=is_so)
        if is_so:
            self._survey.session.answer(ref, "")
        self.show()

    def _keep(self, ref: str, file: Path | bytes, media_type: str) -> None:
        self._carrier.keep(ref, file, media_type)

    def _show_file(self, ref: str, name: str, data: bytes) -> None:
        row = self._sheet.question(ref)
        if row is not None:
            row.show_file(name, data)

    def _refuse(self, ref: str, refusal: Refusal) -> None:
        row = self._sheet.question(ref)
        if row is not None:
            row.refuse(refusal.say(self._screen.words.language))
