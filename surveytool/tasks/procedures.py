"""Procedures: open a case, take a step, see how it stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import uuid4

from surveytool.casework.procedure import ProcedureStep
from surveytool.casework.run import Run, runs_of, told
from surveytool.casework.standing import StepStanding
from surveytool.casework.taken import step_ref
from surveytool.domain.change import Values
from surveytool.domain.entity import Entity, Ref
from surveytool.domain.refusal import Refusal
from surveytool.domain.rights import APPROVERS, is_county_step
from surveytool.domain.seat import Office
from surveytool.tasks.approvals import NoReasonError
from surveytool.tasks.browse import of_kind
from surveytool.tasks.desk import Desk
from surveytool.tasks.steps import step_on


class UnknownProcedureError(Refusal):
    """The profile has no such procedure."""

    code = "tasks.unknown_procedure"
    exit_code = 2


class UnknownStepError(Refusal):
    """The procedure has no such step, or nothing began it."""

    code = "tasks.unknown_step"
    exit_code = 2


class NotTheTurnError(Refusal):
    """A step is taken before those that it comes after."""

    code = "tasks.not_the_turn"


class NotYourStepError(Refusal):
    """A step of the county is taken in a township's workspace."""

    code = "tasks.not_your_step"


class NotYourRoleError(Refusal):
    """An approval is given by who is no reviewer; facts: step, operator."""

    code = "tasks.not_your_role"


class NoKindError(Refusal):
    """A household would be included without a kind of monitoring."""

    code = "tasks.no_kind"


@dataclass(frozen=True, slots=True)
class Taking:
    """A step as a person takes it; ``opened`` is when a notice was hung out."""

    step: str
    result: str = "passed"
    reason: str = ""
    evidence: Sequence[str] = ()
    opened: date | None = None
    objections: str = ""
    on: date | None = None


def open_case(
    desk: Desk, household: str, procedure: str, reason: str, **known: str
) -> Ref:
    """Open a case on a household with a reason: elimination, rollback, revisit.

    ``known``: monitor_type, risks. Raises UnknownProcedureError, NoReasonError.
    """
    if not reason.strip():
        raise NoReasonError
    rules = desk.profile.in_force(desk.today)
    if procedure not in rules.procedures:
        names = "、".join(rules.procedures)
        raise UnknownProcedureError(procedure=procedure, procedures=names)
    ref = Ref("case", str(uuid4()))
    fields = {
        "household": household,
        "procedure": procedure,
        "begun": desk.today.isoformat(),
        "reason": reason.strip(),
        "by": desk.seat.operator,
    }
    desk.write(Ref("household", household), {ref: fields | known})
    return ref


def runs_on(desk: Desk, subject: Ref, on: date | None = None) -> list[Run]:
    """Return the runs of a clue or a case, the first its own."""
    entity = desk.store.entity(subject)
    if entity is None or not entity.get("household"):
        return []
    family = desk.store.family(entity.root)
    known = told(of_kind(family, "step"), on or desk.today, disputed(desk))
    return runs_of(desk.profile, entity, known)


def disputed(desk: Desk) -> frozenset[str]:
    """Return the ids of the steps on which two laptops disagree."""
    found = desk.store.conflicts()
    return frozenset(one.ref.id for _, one in found if one.ref.kind == "step")


def take(desk: Desk, subject: Ref, taking: Taking) -> Ref:
    """Take a step; returns the entity written.

    Raises UnknownStepError, NotTheTurnError, NotYourStepError, NotYourRoleError,
    NoReasonError.
    """
    run, stands = _turn(desk, subject, taking)
    reason = taking.reason.strip()
    if taking.result in ("returned", "stopped") and not reason:
        raise NoReasonError
    home = Ref("household", run.household)
    ref = step_ref(subject, taking.step, stands.round)
    day = (taking.on or desk.today).isoformat()
    before = stands.taken
    opened = taking.opened.isoformat() if taking.opened else ""
    fields = step_on(desk, subject, taking.step, taking.result, reason) | {
        "household": home.id,
        "round": str(stands.round),
        "on": day,
        "opened": opened or (before.opened.isoformat() if before else day),
        "evidence": "\n".join(taking.evidence),
        "objections": taking.objections,
    }
    entities: dict[Ref, Values] = {ref: {k: v or None for k, v in fields.items()}}
    if taking.result == "passed":
        entities |= _marks(desk, stands.step, run.subject, home=home, day=day)
    desk.write(home, entities, why=reason)
    return ref


def _turn(desk: Desk, subject: Ref, taking: Taking) -> tuple[Run, StepStanding]:
    for run in runs_on(desk, subject, max(taking.on or desk.today, desk.today)):
        stands = run.standing.step(taking.step)
        if stands is None:
            continue
        if stands.step.office == "county" and desk.seat.office is not Office.COUNTY:
            raise NotYourStepError(step=stands.step.zh)
        if is_county_step(taking.step) and desk.seat.role not in APPROVERS:
            raise NotYourRoleError(step=stands.step.zh, operator=desk.seat.operator)
        if stands.state not in ("open", "begun"):
            steps = run.procedure.by_code
            waits = "、".join(steps[one].zh for one in stands.waits_for)
            raise NotTheTurnError(step=stands.step.zh, waits=waits or "—")
        return run, stands
    raise UnknownStepError(step=taking.step)


def propose(desk: Desk, subject: Ref, monitor_type: str, risks: str) -> None:
    """Say under which kind and for which risks a household shall be included."""
    entity = desk.store.entity(subject)
    if entity is None:
        raise UnknownStepError(step=str(subject))
    desk.write(entity.root, {subject: {"monitor_type": monitor_type, "risks": risks}})


def _marks(
    desk: Desk, step: ProcedureStep, subject: Entity, *, home: Ref, day: str
) -> dict[Ref, Values]:
    """Return what a step that passes sets on the household.

    A value that nobody has given stays as it stands; raises NoKindError where the
    household would be included without a kind.
    """
    if not step.marks:
        return {}
    words = {
        "month": day[:4] + day[5:7],
        "day": day,
        "monitor_type": subject.get("monitor_type"),
        "risks": subject.get("risks"),
    }
    marks = {name: text.format_map(words) for name, text in step.marks.items()}
    kept = {name: text or None for name, text in marks.items()}
    stands = desk.store.entity(home)
    for name in [one for one in kept if step.marks[one] and not kept[one]]:
        if name == "monitor_type" and not (stands and stands.get(name)):
            raise NoKindError(step=step.zh)
        del kept[name]
    return {home: kept}
