"""What a run asks of whom: due, overdue, or held up and by whom."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from surveytool.casework.procedure import Level
from surveytool.casework.run import Run
from surveytool.casework.standing import StepStanding
from surveytool.domain.entity import Ref
from surveytool.domain.sentences import Language

Mood = Literal["due", "overdue", "blocked", "running", "disputed"]


@dataclass(frozen=True, slots=True)
class Work:
    """One thing to do; ``by`` is its last day, where it has one.

    ``held_up_by`` names the offices whose steps come first. ``subject`` is the clue,
    the case or the household; ``place`` the village or township of a place's duty.
    """

    code: str
    zh: str
    en: str
    office: Level
    mood: Mood
    by: date | None = None
    subject: Ref | None = None
    household: str = ""
    place: str = ""
    form: str = ""
    procedure: str = ""
    held_up_by: tuple[Level, ...] = ()
    waits_for: tuple[str, ...] = ()
    reason: str = ""

    def title(self, language: Language = "zh") -> str:
        """Return what is to be done."""
        return self.zh if language == "zh" else self.en


def works(run: Run, on: date) -> Iterator[Work]:
    """Return what a run asks for on a day."""
    if run.is_over:
        return
    for one in run.standing.steps:
        mood = _mood(one, on)
        if mood is not None:
            yield _work(run, one, mood)


def mood_of(by: date | None, on: date) -> Literal["due", "overdue"]:
    """Return whether a last day has passed."""
    return "overdue" if by is not None and by < on else "due"


def _mood(one: StepStanding, on: date) -> Mood | None:
    if one.state == "disputed":
        return "disputed"
    if one.state == "waiting" and one.due is not None:
        return "blocked"
    if one.state == "begun" and one.earliest is not None and on < one.earliest:
        return "running"
    if one.state in ("open", "begun") and not one.step.optional:
        return mood_of(_by(one), on)
    return None


def _by(one: StepStanding) -> date | None:
    days = (one.due, one.earliest if one.state == "begun" else None)
    return max((day for day in days if day), default=None)


def _work(run: Run, one: StepStanding, mood: Mood) -> Work:
    step = one.step
    return Work(
        code=step.code,
        zh=step.zh,
        en=step.en,
        office="county" if mood == "disputed" else step.office,
        mood=mood,
        by=_by(one) if mood != "running" else one.earliest,
        subject=run.subject.ref,
        household=run.household,
        form=step.form,
        procedure=run.procedure.code,
        held_up_by=_holders(run, one) if mood == "blocked" else (),
        waits_for=one.waits_for,
        reason=one.sent_back,
    )


def _holders(run: Run, one: StepStanding) -> tuple[Level, ...]:
    """Return the offices that can move the run on, before this step can be taken."""
    code, reach = one.step.code, run.procedure.reach
    found = [
        each.step.office
        for each in run.standing.steps
        if each.state in ("open", "begun", "disputed") and code in reach[each.step.code]
    ]
    return tuple(dict.fromkeys(found))
