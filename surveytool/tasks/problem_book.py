"""The problem ledger: each found, handed over, fixed, and closed one by one."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import uuid4

from surveytool.casework.taken import read_day
from surveytool.casework.work import Work, mood_of
from surveytool.domain.entity import Entity, Ref
from surveytool.domain.refusal import Refusal
from surveytool.tasks.approvals import NoReasonError
from surveytool.tasks.casebooks import read
from surveytool.tasks.desk import Desk


class UnknownProblemError(Refusal):
    """There is no such problem in the ledger."""

    code = "tasks.unknown_problem"
    exit_code = 2


class NotFixedError(Refusal):
    """A problem is closed that nobody has said to be fixed."""

    code = "tasks.not_fixed"


@dataclass(frozen=True, slots=True)
class Tally:
    """How a ledger stands: found, fixed and waiting, closed, still open."""

    found: int
    fixed: int
    closed: int
    open: int
    overdue: int


def note(
    desk: Desk, household: str, content: str, *, owner: str, until: date, **more: str
) -> Ref:
    """Put a problem into the ledger: what, who, by when.

    ``more``: code, round. Raises NoReasonError where it does not say what.
    """
    if not content.strip():
        raise NoReasonError
    ref = Ref("problem", str(uuid4()))
    fields = {
        "household": household,
        "content": content.strip(),
        "found": desk.today.isoformat(),
        "finder": desk.seat.operator,
        "owner": owner,
        "until": until.isoformat(),
        "state": "open",
    }
    desk.write(Ref("household", household), {ref: fields | more})
    return ref


def fix(desk: Desk, problem_id: str, evidence: str) -> None:
    """Say what was done about a problem; it waits to be checked."""
    _move(desk, problem_id, evidence, {"state": "fixed", "evidence": evidence.strip()})


def close(desk: Desk, problem_id: str, reason: str) -> None:
    """Strike a problem off after checking; raises NotFixedError."""
    if _problem(desk, problem_id).get("state") != "fixed":
        raise NotFixedError(problem=problem_id)
    _move(desk, problem_id, reason, {"state": "closed", "reason": reason.strip()})


def reopen(desk: Desk, problem_id: str, reason: str, until: date) -> None:
    """Put a problem back on the ledger with a new day; what was said is kept."""
    told = {"state": "reopened", "reason": reason.strip(), "until": until.isoformat()}
    _move(desk, problem_id, reason, told)


def _move(
    desk: Desk, problem_id: str, reason: str, told: Mapping[str, str | None]
) -> None:
    if not reason.strip():
        raise NoReasonError
    problem = _problem(desk, problem_id)
    today = desk.today.isoformat()
    days: dict[str, str | None] = {
        "fixed": {"fixed": today},
        "closed": {"closed": today},
        "reopened": {"fixed": None, "closed": None},
    }[told["state"] or ""]  # type: ignore[assignment]
    desk.write(problem.root, {problem.ref: {**told, **days}}, why=reason)


def _problem(desk: Desk, problem_id: str) -> Entity:
    found = desk.store.entity(Ref("problem", problem_id))
    if found is None:
        raise UnknownProblemError(problem=problem_id)
    return found


def ledger(desk: Desk, township: str = "") -> tuple[Entity, ...]:
    """Return the problems of the ledger, the earliest first."""
    found = read(desk, township).records.problems
    return tuple(sorted(found, key=lambda one: (one.get("found"), one.id)))


def tally(problems: Iterable[Entity], on: date) -> Tally:
    """Count a ledger as it stood on a day."""
    known = [one for one in problems if (read_day(one.get("found")) or date.max) <= on]
    closed = [one for one in known if _by(one, "closed", on)]
    fixed = [one for one in known if _by(one, "fixed", on) and one not in closed]
    still = [one for one in known if one not in closed and one not in fixed]
    late = [one for one in still if (read_day(one.get("until")) or date.max) < on]
    return Tally(len(known), len(fixed), len(closed), len(still), len(late))


def _by(one: Entity, name: str, on: date) -> bool:
    day = read_day(one.get(name))
    return day is not None and day <= on


def problem_works(problems: Iterable[Entity], on: date) -> Iterator[Work]:
    """Return what the ledger asks for: fix, or check what was fixed."""
    for one in problems:
        found = read_day(one.get("found"))
        if found is None or found > on or _by(one, "closed", on):
            continue
        is_fixed = _by(one, "fixed", on)
        by = read_day(one.get("until"))
        yield Work(
            code="check_problem" if is_fixed else "fix_problem",
            zh=f"{'核销' if is_fixed else '整改'}：{one.get('content')}",
            en=f"{'Check' if is_fixed else 'Fix'}: {one.get('content')}",
            office="township" if is_fixed else "village",
            mood="due" if is_fixed else mood_of(by, on),
            by=by,
            subject=one.ref,
            household=one.get("household"),
        )
