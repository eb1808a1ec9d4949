"""A household's line in the lists, from everything that stands under it."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from surveytool.domain.entity import GONE
from surveytool.store.standing import Standing
from surveytool.store.words import Words, words_of

KINDS = ("household", "person", "submission", "plan", "step")
TEXTS = (
    *("village", "group", "code", "kind", "monitor_type", "risks"),
    *("income_per_head", "surveyed", "helper_name"),
)
LONGEST_PLACE = 10
"""Digits of a person's place in the household: more are a slip, or hostile."""

PRESENT = frozenset({"", "present"})


@dataclass(frozen=True, slots=True)
class Line:
    """The columns of a household's row, in the table's order after the root."""

    columns: tuple[str | int, ...]
    words: Words


def line_of(family: Iterable[Standing]) -> Line | None:
    """Return a household's line, or None where there is no household any more."""
    by_kind: dict[str, list[Standing]] = {kind: [] for kind in KINDS}
    for one in family:
        kind = one.ref[0]
        if kind in by_kind and one.fields.get(GONE) != "1":
            by_kind[kind].append(one)
    if not by_kind["household"]:
        return None
    fields = by_kind["household"][0].fields
    texts = [fields.get(name, "") for name in TEXTS]
    present = [
        one for one in by_kind["person"] if one.fields.get("decrease", "") in PRESENT
    ]
    head, members = _head(present)
    words = words_of(by_kind["household"][0], head, members)
    draft = any(one.get("state") == "draft" for one in by_kind["submission"])
    village, group, code, kind, monitor_type, risks, income, surveyed, helper = texts
    columns = (
        village,
        group,
        code,
        head.get("full_name") if head else "",
        _spelling(words),
        len(present),
        kind,
        monitor_type,
        risks,
        income,
        int(fields.get("risk_eliminated") == "yes"),
        surveyed,
        int(draft),
        plan_state(by_kind["plan"], by_kind["step"]),
        helper,
        int(fields.get("no_labour") == "yes"),
        words.line,
    )
    return Line(columns, words)


def plan_state(plans: Iterable[Standing], steps: Iterable[Standing]) -> str:
    """Return how far the newest plan is: "", draft, made, approved, returned."""
    plan = max(plans, key=lambda one: (one.get("year"), one.id), default=None)
    if plan is None:
        return ""
    about = [one for one in steps if one.get("subject") == str(plan.ref)]
    sent = [one for one in about if one.get("name") == "plan_submitted"]
    decided = [one for one in about if one.get("name") == "plan_approval"]
    if not decided or len(sent) > len(decided):
        return "made" if sent or plan.get("made") else "draft"
    passed = [one for one in decided if one.get("result") == "passed"]
    reopened = [one for one in about if one.get("name") == "plan_reopened"]
    if passed and len(reopened) >= len(passed):
        return "returned"
    # Returned and passed on one day: it was passed in the end.
    last = max(decided, key=lambda one: (one.get("on"), one.get("result") == "passed"))
    return "approved" if last.get("result") == "passed" else "returned"


def _head(persons: list[Standing]) -> tuple[Standing | None, list[Standing]]:
    if not persons:
        return None, []
    ordered = sorted(persons, key=_rank)
    return ordered[0], ordered[1:]


def _rank(person: Standing) -> tuple[bool, int, str]:
    get = person.fields.get
    return get("relation") != "head", _place(get("order", "")), person.ref.id


@lru_cache
def _place(order: str) -> int:
    is_number = len(order) < LONGEST_PLACE and order.isascii() and order.isdecimal()
    return int(order) if is_number else len(order) + 99


def _spelling(words: Words) -> str:
    parts = words.head.split("\n", 1)[0].split("\t")
    return parts[3] if len(parts) > 3 else ""  # noqa: PLR2004 - after name, ID, phone
