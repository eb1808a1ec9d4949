"""Visits and other work that comes again, as it is noted down."""

from collections.abc import Sequence
from datetime import date
from uuid import uuid4

from surveytool.casework.coverage import Coverage
from surveytool.casework.duty import Duty
from surveytool.domain.entity import Ref
from surveytool.domain.refusal import Refusal
from surveytool.tasks.casebooks import book
from surveytool.tasks.desk import Desk


class UnknownDutyError(Refusal):
    """The profile has no such duty."""

    code = "tasks.unknown_duty"
    exit_code = 2


def log(
    desk: Desk, duty: str, unit: str, *, found: str = "", on: date | None = None
) -> Ref:
    """Note that a duty was done for a household, a village, a township, the county.

    Raises UnknownDutyError.
    """
    rules = duty_of(desk, duty, on)
    ref = Ref("visit", str(uuid4()))
    fields = {
        "duty": duty,
        "on": (on or desk.today).isoformat(),
        "by": desk.seat.operator,
        "found": found,
    }
    if rules.is_for_households:
        desk.write(Ref("household", unit), {ref: fields | {"household": unit}})
    else:
        root = Ref("village" if rules.of == "village" else "office", unit)
        desk.write(root, {ref: fields | {"place": unit}})
    return ref


def duty_of(desk: Desk, duty: str, on: date | None = None) -> Duty:
    """Return a duty of the profile; raises UnknownDutyError."""
    duties = desk.profile.in_force(on or desk.today).duties
    if duty not in duties:
        raise UnknownDutyError(duty=duty, duties="、".join(duties))
    return duties[duty]


def covered(
    desk: Desk, on: date | None = None, township: str = ""
) -> Sequence[Coverage]:
    """Return how far each duty is done in the period of a day."""
    return book(desk, on, township=township).covers
