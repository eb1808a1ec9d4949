"""A place's whole casework on a day: every clue, run, duty and what is due."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from surveytool.casework.clue import Outcome, outcome_of
from surveytool.casework.coverage import Coverage, Log, coverage, open_work
from surveytool.casework.profile import Profile
from surveytool.casework.run import Run, begun_on, runs_of, told
from surveytool.casework.watch import Home, units_of
from surveytool.casework.work import Work, works
from surveytool.domain.entity import Entity


@dataclass(frozen=True, slots=True)
class Records:
    """What was written down, in any order: clues, cases, steps, visits, problems."""

    clues: Sequence[Entity] = ()
    cases: Sequence[Entity] = ()
    steps: Sequence[Entity] = ()
    problems: Sequence[Entity] = ()
    log: Log = field(default_factory=lambda: Log({}))
    disputed: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class Casebook:
    """The casework as it stood on a day, whenever one asks."""

    profile: Profile
    on: date
    runs: Mapping[str, Sequence[Run]]
    clues: tuple[Entity, ...]
    outcomes: Mapping[str, Outcome]
    covers: tuple[Coverage, ...]

    @property
    def open_clues(self) -> tuple[Entity, ...]:
        """The clues without a result."""
        return tuple(one for one in self.clues if one.id not in self.outcomes)

    def every_run(self) -> Iterator[Run]:
        """Return all runs."""
        for some in self.runs.values():
            yield from some

    def works(self) -> Iterator[Work]:
        """Return everything that is to be done."""
        for clue in self.open_clues:
            if not clue.get("household"):
                yield unmatched(clue)
        closed = self.outcomes.keys()
        for run in self.every_run():
            over = run.procedure.begins == "clue" and run.subject.id in closed
            if run.household and not over:
                yield from works(run, self.on)
        for found in self.covers:
            yield from open_work(found, self.on)


def unmatched(clue: Entity) -> Work:
    """Return the work on a clue that is not known to mean anybody yet."""
    return Work(
        code="match_clue",
        zh="核对线索对象",
        en="Find whom the clue means",
        office="township",
        mood="due",
        subject=clue.ref,
        place=clue.get("village"),
    )


def casebook(
    profile: Profile, records: Records, homes: Iterable[Home], on: date
) -> Casebook:
    """Work out how everything stands on a day; the order of records is no matter."""
    known = told(records.steps, on, records.disputed)
    clues = tuple(
        one for one in records.clues if (begun := begun_on(one)) and begun <= on
    )
    runs = {
        str(one.ref): runs_of(profile, one, known) for one in (*clues, *records.cases)
    }
    outcomes = {
        one.id: found
        for one in clues
        if (found := outcome_of(one, runs[str(one.ref)], on)) is not None
    }
    rules, every = profile.in_force(on), tuple(homes)
    covers = tuple(
        coverage(duty, units_of(duty, every, on), records.log, on)
        for duty in rules.duties.values()
        if duty.validity.covers(on)
    )
    return Casebook(profile, on, runs, clues, outcomes, covers)
