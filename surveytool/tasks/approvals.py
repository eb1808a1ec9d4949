"""Send plans up, approve them, send them back."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from surveytool.casework.taken import step_ref
from surveytool.domain.entity import Entity, Ref
from surveytool.domain.refusal import Refusal
from surveytool.domain.rows import Filter, HouseholdRow
from surveytool.domain.seat import Office, Role
from surveytool.tasks.browse import current_plan, measures_of, of_kind
from surveytool.tasks.desk import Desk
from surveytool.tasks.steps import step_on


class NotYoursToApproveError(Refusal):
    """Someone who is not the county's reviewer or administrator approves."""

    code = "tasks.not_yours_to_approve"


class NoReasonError(Refusal):
    """A plan is sent back without saying why."""

    code = "tasks.no_reason"


class NoPlanError(Refusal):
    """A household has no plan that could be decided."""

    code = "tasks.no_plan"


class PlanLockedError(Refusal):
    """An approved plan is changed without having been reopened."""

    code = "tasks.plan_locked"


@dataclass(frozen=True, slots=True)
class WaitingPlan:
    """A plan that waits for the county."""

    row: HouseholdRow
    plan: Entity
    measures: tuple[Entity, ...]


def waiting(desk: Desk) -> list[WaitingPlan]:
    """Return the plans that wait for the county's approval."""
    found = []
    for row in desk.store.households(Filter(plan_state="made")):
        family = desk.store.family(Ref("household", row.id))
        plan = current_plan(family)
        if plan is not None:
            found.append(WaitingPlan(row, plan, measures_of(family, plan)))
    return found


def approve(desk: Desk, household_ids: Sequence[str], reason: str = "") -> int:
    """Approve the plans of households; returns how many."""
    return _decide(desk, household_ids, "passed", reason)


def send_back(desk: Desk, household_ids: Sequence[str], reason: str) -> int:
    """Send plans back for correction with a reason; returns how many."""
    if not reason.strip():
        raise NoReasonError
    return _decide(desk, household_ids, "returned", reason)


def reopen(desk: Desk, household_ids: Sequence[str], reason: str) -> int:
    """Open approved plans for correction, with a reason; returns how many."""
    if not reason.strip():
        raise NoReasonError
    _check_seat(desk)
    for household_id in household_ids:
        record_step(desk, household_id, "plan_reopened", "passed", reason)
    return len(household_ids)


def check_unlocked(desk: Desk, household_id: str, plans: Collection[Ref]) -> None:
    """Raise PlanLockedError where one of these plans stands approved."""
    row = desk.store.row(household_id)
    if not plans or row is None or row.plan_state != "approved":
        return
    plan = current_plan(desk.store.family(Ref("household", household_id)))
    if plan is not None and plan.ref in plans:
        raise PlanLockedError(
            household=row.head_name or row.code, year=plan.get("year")
        )


def _decide(desk: Desk, household_ids: Sequence[str], result: str, reason: str) -> int:
    _check_seat(desk)
    for household_id in household_ids:
        record_step(desk, household_id, "plan_approval", result, reason)
    return len(household_ids)


def _check_seat(desk: Desk) -> None:
    seat = desk.seat
    if seat.office is not Office.COUNTY or seat.role not in (
        Role.REVIEWER,
        Role.ADMINISTRATOR,
    ):
        raise NotYoursToApproveError(operator=seat.operator)


def record_step(
    desk: Desk, household_id: str, name: str, result: str, reason: str = ""
) -> None:
    """Record that a step of the procedure was taken on a household's plan."""
    root = Ref("household", household_id)
    family = desk.store.family(root)
    plan = current_plan(family)
    if plan is None:
        raise NoPlanError(household=household_id)
    step = step_on(desk, plan.ref, name, result, reason)
    fields = {"household": household_id, **step}
    before = [
        one
        for one in of_kind(family, "step")
        if (one.get("subject"), one.get("name")) == (str(plan.ref), name)
    ]
    # Two who decide one plan write one entity: where they differ it is a conflict.
    ref = step_ref(plan.ref, name, len(before) + 1)
    desk.write(root, {ref: fields}, why=reason)
