"""Send plans up, approve them, send them back."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import uuid4

from surveytool.domain.entity import Entity, Ref
from surveytool.domain.refusal import Refusal
from surveytool.domain.rows import Filter, HouseholdRow
from surveytool.domain.seat import Office, Role
from surveytool.tasks.browse import current_plan, measures_of
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


def _decide(desk: Desk, household_ids: Sequence[str], result: str, reason: str) -> int:
    seat = desk.seat
    if seat.office is not Office.COUNTY or seat.role not in (
        Role.REVIEWER,
        Role.ADMINISTRATOR,
    ):
        raise NotYoursToApproveError(operator=seat.operator)
    for household_id in household_ids:
        record_step(desk, household_id, "plan_approval", result, reason)
    return len(household_ids)


def record_step(
    desk: Desk, household_id: str, name: str, result: str, reason: str = ""
) -> None:
    """Record that a step of the procedure was taken on a household's plan."""
    root = Ref("household", household_id)
    plan = current_plan(desk.store.family(root))
    if plan is None:
        raise NoPlanError(household=household_id)
    step = step_on(desk, plan.ref, name, result, reason)
    fields = {"household": household_id, **step}
    desk.write(root, {Ref("step", str(uuid4())): fields}, why=reason)
