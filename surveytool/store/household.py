"""A household's line in the lists, from everything that stands under it."""

from collections.abc import Iterable
from dataclasses import dataclass

from surveytool.domain.entity import Entity
from surveytool.store.words import Words, words_of

PRESENT = frozenset({"", "present"})


@dataclass(frozen=True, slots=True)
class Line:
    """The columns of a household's row, in the table's order after the root."""

    columns: tuple[str | int, ...]
    words: Words


def line_of(family: Iterable[Entity]) -> Line | None:
    """Return a household's line, or None where there is no household any more."""
    by_kind = dict[str, list[Entity]]()
    for one in family:
        by_kind.setdefault(one.ref.kind, []).append(one)
    households = by_kind.get("household")
    if not households:
        return None
    household = households[0]
    present = [
        one for one in by_kind.get("person", ()) if one.get("decrease") in PRESENT
    ]
    head, members = _head(present)
    words = words_of(household, head, members)
    drafts = [
        one for one in by_kind.get("submission", ()) if one.get("state") == "draft"
    ]
    plan = plan_state(by_kind.get("plan", ()), by_kind.get("step", ()))
    head_name = head.get("full_name") if head else ""
    columns = (
        household.get("village"),
        household.get("group"),
        household.get("code"),
        head_name,
        _spelling(words),
        len(present),
        household.get("kind"),
        household.get("monitor_type"),
        household.get("risks"),
        household.get("income_per_head"),
        int(household.get("risk_eliminated") == "yes"),
        household.get("surveyed"),
        int(bool(drafts)),
        plan,
        household.get("helper_name"),
        int(household.get("no_labour") == "yes"),
        words.line,
    )
    return Line(columns, words)


def plan_state(plans: Iterable[Entity], steps: Iterable[Entity]) -> str:
    """Return how far the newest plan is: "", draft, made, approved, returned."""
    plan = max(plans, key=lambda one: (one.get("year"), one.id), default=None)
    if plan is None:
        return ""
    about = [one for one in steps if one.get("subject") == str(plan.ref)]
    sent = [one for one in about if one.get("name") == "plan_submitted"]
    decided = [one for one in about if one.get("name") == "plan_approval"]
    if decided and len(sent) <= len(decided):
        last = max(decided, key=lambda one: (one.get("on"), one.get("result")))
        # passed sorts before returned; on one day the later word is passed
        same_day = [one for one in decided if one.get("on") == last.get("on")]
        passed = any(one.get("result") == "passed" for one in same_day)
        return "approved" if passed else "returned"
    return "made" if sent or plan.get("made") else "draft"


def _head(persons: list[Entity]) -> tuple[Entity | None, list[Entity]]:
    if not persons:
        return None, []
    ordered = sorted(persons, key=_rank)
    return ordered[0], ordered[1:]


def _rank(person: Entity) -> tuple[bool, int, str]:
    order = person.get("order")
    place = int(order) if order.isascii() and order.isdecimal() else len(order) + 99
    return person.get("relation") != "head", place, person.id


def _spelling(words: Words) -> str:
    parts = words.head.split("\n", 1)[0].split("\t")
    return parts[3] if len(parts) > 3 else ""  # noqa: PLR2004 - after name, ID, phone
