"""Keeps answers: puts them on disk and asks what follows from them."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal

from surveytool.domain.problem import Problem
from surveytool.domain.refusal import Refusal
from surveytool.tasks import consequences
from surveytool.tasks import survey as task
from surveytool.tasks.survey import Survey
from surveytool.ui.changed import Changed
from surveytool.ui.screen import Screen

PLAN = "assistance_plan"


class Keeper(QObject):
    """Hands every answer to the worker; an answer refused stays unsaved."""

    saved = Signal(str)
    found = Signal(object)
    suggested = Signal(object)
    finished = Signal(object)
    gave_back = Signal()

    def __init__(self, screen: Screen, survey: Survey, parent: QObject) -> None:
        super().__init__(parent)
        self._screen, self._survey = screen, survey
        self._touches = Changed(frozenset({survey.household_id}))

    def save(self) -> None:
        """Put new answers on disk."""
        unsaved = self._survey.take_unsaved()
        if not unsaved:
            return
        self._screen.jobs.do(
            partial(task.save, self._screen.desk, self._survey, unsaved),
            self._tell_saved,
            by=self.parent(),
            touches=self._touches,
            refused=partial(self._give_back, unsaved),
        )

    def stay(self, ref: str) -> None:
        """Remember where the work stands, for after a power loss."""
        self._screen.jobs.ask(
            partial(task.stay, self._screen.desk, self._survey, ref),
            lambda _: None,
            only=(self, "stay"),
        )

    def ask_consequences(self) -> None:
        """Ask what the rules say now, or which measures fit.

        The session is read here, on its own thread; the worker gets a copy.
        """
        is_plan = self._survey.form == PLAN
        work = consequences.suggestions if is_plan else consequences.consequences
        written = task.writes(self._survey)
        self._screen.jobs.ask(
            partial(work, self._screen.desk, self._survey, written),
            self._tell_suggested if is_plan else self._tell_found,
            only=(self, "consequences"),
        )

    def finish(self) -> list[Problem]:
        """Check everything; without problems the household is written."""
        problems = self._survey.problems()
        if problems:
            self.finished.emit(problems)
            return problems
        end = task.ending(self._survey)
        self._screen.jobs.do(
            partial(task.write_up, self._screen.desk, self._survey, end),
            self._tell_finished,
            by=self.parent(),
            touches=self._touches,
            refused=partial(self._give_back, end.unsaved),
        )
        return []

    def _tell_saved(self, _: object) -> None:
        self.saved.emit(f"{self._screen.desk.clock():%H:%M:%S}")

    def _tell_found(self, findings: object) -> None:
        self.found.emit(findings)

    def _tell_suggested(self, suggestions: object) -> None:
        self.suggested.emit(suggestions)

    def _tell_finished(self, _: object) -> None:
        self.finished.emit([])

    def _give_back(self, unsaved: Mapping[str, str | None], refusal: Refusal) -> None:
        self._survey.give_back(unsaved)
        self.gave_back.emit()
        self._screen.jobs.refused.emit(refusal)
