"""A step of a procedure, as it is recorded: who did what, when."""

from surveytool.domain.entity import Ref
from surveytool.tasks.desk import Desk


def step_on(
    desk: Desk, subject: Ref, name: str, result: str = "passed", reason: str = ""
) -> dict[str, str]:
    """Return the fields of a step taken now by the person at the desk."""
    return {
        "subject": str(subject),
        "name": name,
        "result": result,
        "reason": reason.strip(),
        "by": desk.seat.operator,
        "office": str(desk.seat.office),
        "on": desk.today.isoformat(),
    }
