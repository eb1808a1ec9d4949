"""How a procedure stands: derived from the steps that are there, in any order.

A return sends the household back: the steps from there on need another round. Which
round a step needs is counted from the set of returns, never from who came first.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from surveytool.casework.procedure import START, Procedure, ProcedureStep
from surveytool.casework.taken import BEGUN, PASSED, RETURNED, STOPPED, Taken
from surveytool.casework.work_calendar import WorkCalendar

State = Literal["waiting", "open", "begun", "passed", "stopped", "disputed"]


@dataclass(frozen=True, slots=True)
class StepStanding:
    """One step as it stands.

    ``opened`` is when it could begin, ``due`` the last day for it, ``earliest`` the
    first day on which it may end. ``sent_back`` is why it is to be done again.
    ``early`` means that it was taken before the steps it comes after.
    """

    step: ProcedureStep
    state: State
    round: int = 1
    opened: date | None = None
    due: date | None = None
    earliest: date | None = None
    done: date | None = None
    taken: Taken | None = None
    sent_back: str = ""
    waits_for: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    early: bool = False
    hurried: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """A procedure on one household; ``outcome`` is empty while it runs."""

    procedure: Procedure
    begun: date
    steps: tuple[StepStanding, ...]
    outcome: Literal["", "passed", "stopped"] = ""
    ended: date | None = None
    decided: date | None = None
    reason: str = ""
    due: date | None = None

    def step(self, code: str) -> StepStanding | None:
        """Return a step by code."""
        return next((one for one in self.steps if one.step.code == code), None)

    @property
    def open_steps(self) -> tuple[StepStanding, ...]:
        """The steps that somebody can take now."""
        return tuple(one for one in self.steps if one.state in ("open", "begun"))


def standing(
    procedure: Procedure,
    begun: date,
    taken: Iterable[Taken],
    *,
    calendar: WorkCalendar,
    disputed: Collection[str] = (),
) -> Standing:
    """Return how a procedure stands, from whatever of its steps is there."""
    records = sorted({one for one in taken if one.step in procedure.by_code})
    reader = _Reader(procedure, begun, records, calendar, frozenset(disputed))
    return reader.standing()


class _Reader:
    """Works the steps out one after another; each looks at those before it."""

    def __init__(
        self,
        procedure: Procedure,
        begun: date,
        records: Sequence[Taken],
        calendar: WorkCalendar,
        disputed: frozenset[str],
    ) -> None:
        self.procedure = procedure
        self.begun = begun
        self.calendar = calendar
        self.records = _by_place(records)
        self.disputed = {
            place
            for place, some in self.records.items()
            if len(some) > 1 or some[0].id in disputed
        }
        self.returns = [
            some[0]
            for place, some in self.records.items()
            if place not in self.disputed and some[0].result == RETURNED
        ]
        self.found: dict[str, StepStanding] = {}
        limit = procedure.limit
        self.due = calendar.after(begun, limit, procedure.days) if limit else None

    def standing(self) -> Standing:
        """Return the whole."""
        for step in self.procedure.steps:
            self.found[step.code] = self._step(step)
        steps = tuple(self.found.values())
        stopped = [one for one in steps if one.state == "stopped"]
        needed = [one for one in steps if not one.step.optional]
        decided = [one.done for one in steps if one.step.decides and one.done]
        common = (self.procedure, self.begun, steps)
        if stopped:
            last = min(stopped, key=lambda one: one.done or date.max)
            reason = last.taken.reason if last.taken else ""
            return Standing(*common, "stopped", last.done, None, reason, self.due)
        ended = None
        if all(one.state == "passed" for one in needed):
            ended = max(one.done for one in needed if one.done)
        outcome: Literal["", "passed"] = "passed" if ended else ""
        return Standing(
            *common, outcome, ended, max(decided, default=None), "", self.due
        )

    def _step(self, step: ProcedureStep) -> StepStanding:
        back = self._returns_to(step.code)
        # A return that has not arrived yet shows in the round of what came after it.
        number = max([1 + len(back), *self._rounds_known(step.code)])
        waits = self._waits_for(step)
        opened = None if waits else self._opened(step, back)
        some = self.records.get((step.code, number), [])
        is_disputed = (step.code, number) in self.disputed
        one = some[0] if some and not is_disputed else None
        state = self._state(one, waits, is_disputed=is_disputed)
        done = one.on if one and state in ("passed", "stopped") else None
        earliest = self._earliest(step, one)
        return StepStanding(
            step,
            state,
            number,
            opened=opened,
            due=self._due(step, opened),
            earliest=earliest,
            done=done,
            taken=one,
            sent_back=max(back, key=lambda each: each.on).reason if back else "",
            waits_for=waits,
            lacks=tuple(each for each in step.evidence if each not in one.evidence)
            if one
            else (),
            early=state == "passed" and bool(waits),
            hurried=bool(done and earliest and done < earliest),
        )

    def _rounds_known(self, code: str) -> list[int]:
        """Return the rounds in which a step was taken; a return asks for the next."""
        return [
            number + (some[0] in self.returns)
            for (step, number), some in self.records.items()
            if step == code
        ]

    def _returns_to(self, code: str) -> list[Taken]:
        """Return the returns that send the household to a step or before it."""
        steps, reach = self.procedure.by_code, self.procedure.reach
        return [
            one
            for one in self.returns
            if code in reach[self.procedure.way_back(steps[one.step])]
        ]

    def _waits_for(self, step: ProcedureStep) -> tuple[str, ...]:
        before = [self.found[code] for code in step.after]
        return tuple(
            one.step.code
            for one in before
            if one.state != "passed" and not (one.step.optional and not one.waits_for)
        )

    def _opened(self, step: ProcedureStep, back: list[Taken]) -> date:
        ends = [self.found[code].done for code in step.after]
        returns = [one.on for one in back]
        return max([self.begun, *returns, *(end for end in ends if end)])

    def _due(self, step: ProcedureStep, opened: date | None) -> date | None:
        days = [self.due] if step.code in self.procedure.limited else []
        if step.limit is not None:
            since = self._since(step, opened)
            if since:
                days.append(self.calendar.after(since, step.limit, step.days))
        return min((day for day in days if day), default=None)

    def _since(self, step: ProcedureStep, opened: date | None) -> date | None:
        if step.since == START:
            return self.begun
        return self.found[step.since].done if step.since else opened

    def _earliest(self, step: ProcedureStep, one: Taken | None) -> date | None:
        if step.minimum is None or one is None:
            return None
        return self.calendar.after(one.opened, step.minimum, step.minimum_days)

    def _state(
        self, one: Taken | None, waits: tuple[str, ...], *, is_disputed: bool
    ) -> State:
        if is_disputed:
            return "disputed"
        if one is not None and one.result in (PASSED, STOPPED):
            return "passed" if one.result == PASSED else "stopped"
        if one is not None and one.result == BEGUN:
            return "begun"
        return "waiting" if waits else "open"


def _by_place(records: Sequence[Taken]) -> dict[tuple[str, int], list[Taken]]:
    found: dict[tuple[str, int], list[Taken]] = {}
    for one in records:
        found.setdefault((one.step, one.round), []).append(one)
    return found
