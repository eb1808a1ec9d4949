"""A step as somebody took it: read from its entity, which may lack anything."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid5

from surveytool.domain.entity import Entity, Ref

NAMESPACE = UUID("6d0c9a1e-3a4f-5d0b-9a77-0c6f3f6f2d11")
BEGUN, PASSED, RETURNED, STOPPED = "begun", "passed", "returned", "stopped"
RESULTS = (BEGUN, PASSED, RETURNED, STOPPED)


@dataclass(frozen=True, slots=True, order=True)
class Taken:
    """One taking of a step; ``round`` counts how often the step was to be taken."""

    step: str
    round: int
    result: str
    on: date
    opened: date
    by: str = ""
    office: str = ""
    reason: str = ""
    evidence: tuple[str, ...] = ()
    id: str = ""


def step_ref(subject: Ref, step: str, round_: int) -> Ref:
    """Return the entity of a step's taking.

    The same on every laptop: two who take one step write one entity, and where they
    differ the workspace shows a conflict.
    """
    return Ref("step", str(uuid5(NAMESPACE, f"{subject}#{step}#{round_}")))


def taken_of(step: Entity) -> Taken | None:
    """Return a step's taking; None where it has no day or no known result."""
    on, result = read_day(step.get("on")), step.get("result")
    if on is None or result not in RESULTS:
        return None
    number = step.get("round")
    return Taken(
        step=step.get("name"),
        round=int(number) if number.isdecimal() else 1,
        result=result,
        on=on,
        opened=read_day(step.get("opened")) or on,
        by=step.get("by"),
        office=step.get("office"),
        reason=step.get("reason"),
        evidence=tuple(filter(None, step.get("evidence").split("\n"))),
        id=step.id,
    )


def read_day(text: str) -> date | None:
    """Return an ISO date, None where the text is none."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
