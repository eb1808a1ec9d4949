"""A procedure on one household: what began it, and the steps that belong to it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from surveytool.casework.procedure import Procedure
from surveytool.casework.profile import Profile
from surveytool.casework.standing import Standing, standing
from surveytool.casework.taken import Taken, read_day, taken_of
from surveytool.domain.entity import Entity

USUAL = "inclusion"
PLAN_STEPS = ("plan_submitted", "plan_approval")


@dataclass(frozen=True, slots=True)
class Run:
    """One run: the clue or case that began it, and how it stands."""

    subject: Entity
    procedure: Procedure
    standing: Standing

    @property
    def household(self) -> str:
        """The household's id, "" while the clue is not matched."""
        return self.subject.get("household")

    @property
    def is_over(self) -> bool:
        """Whether nothing is left to do."""
        return bool(self.standing.outcome)


@dataclass(frozen=True, slots=True)
class Told:
    """What is known on a day: steps by subject, plan steps, what is in dispute."""

    steps: Mapping[str, Sequence[Taken]]
    plans: Mapping[str, Sequence[Taken]]
    disputed: frozenset[str]
    on: date


def told(steps: Iterable[Entity], on: date, disputed: Collection[str] = ()) -> Told:
    """Sort steps by what they are about; those after the day are not known yet."""
    by_subject: dict[str, list[Taken]] = {}
    plans: dict[str, dict[str, list[Taken]]] = {}
    for step in steps:
        one = taken_of(step)
        if one is None or one.on > on:
            continue
        subject = step.get("subject")
        if subject.startswith("plan/"):
            own = plans.setdefault(step.get("household"), {})
            own.setdefault(subject, []).append(one)
        else:
            by_subject.setdefault(subject, []).append(one)
    first = {home: _first_plan(found) for home, found in plans.items()}
    return Told(by_subject, first, frozenset(disputed), on)


def _first_plan(plans: Mapping[str, list[Taken]]) -> list[Taken]:
    """Return the takings of the plan that was sent first, numbered by round."""
    first = min(plans, key=lambda one: (min(plans[one]).on, one))
    found = []
    for code in PLAN_STEPS:
        own = sorted(
            (one for one in plans[first] if one.step == code),
            key=lambda one: (one.on, one.result == "passed", one.id),
        )
        found += [replace(one, round=number) for number, one in enumerate(own, 1)]
    return found


def runs_of(profile: Profile, subject: Entity, known: Told) -> list[Run]:
    """Return the run of a clue or a case, and what the county's yes sets going."""
    begun = begun_on(subject)
    if begun is None or begun > known.on:
        return []
    rules = profile.in_force(begun)
    procedure = rules.procedures.get(subject.get("procedure") or USUAL)
    if procedure is None:
        return []
    main = _run(rules, subject, procedure, begun, known)
    return [main, *_followers(rules, main, known)]


def begun_on(subject: Entity) -> date | None:
    """Return the day on which a clue came or a case was opened."""
    return read_day(subject.get("received") or subject.get("begun"))


def _run(
    rules: Profile, subject: Entity, procedure: Procedure, begun: date, known: Told
) -> Run:
    taken = [*known.steps.get(str(subject.ref), ())]
    if procedure.begins == "inclusion":
        taken += known.plans.get(subject.get("household"), ())
    found = standing(
        procedure, begun, taken, calendar=rules.calendar, disputed=known.disputed
    )
    return Run(subject, procedure, found)


def _followers(rules: Profile, main: Run, known: Told) -> Iterable[Run]:
    decided = main.standing.decided
    if main.procedure.begins != "clue" or decided is None:
        return
    if main.standing.outcome == "stopped":
        return
    for procedure in rules.procedures.values():
        if procedure.begins == "inclusion" and procedure.validity.covers(decided):
            yield _run(rules, main.subject, procedure, decided, known)
