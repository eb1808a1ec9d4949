"""Conflicts: two people set one field without seeing each other; a person decides."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from typing import Any, Literal

from surveytool.domain.change import Change
from surveytool.domain.entity import GONE, Ref
from surveytool.domain.merge import Conflict
from surveytool.domain.refusal import Refusal
from surveytool.domain.sentences import Language
from surveytool.domain.vocabulary import fields, label
from surveytool.tasks.desk import Desk
from surveytool.tasks.register import NoReasonGivenError


class NoSuchConflictError(Refusal):
    """There is no conflict at this place: it may have been decided."""

    code = "tasks.no_such_conflict"


@dataclass(frozen=True, slots=True)
class Side:
    """One of the values in a conflict: whose it is."""

    value: str | None
    who: str
    at: str
    dev: str
    form: str = ""
    was: str | None = None


Rule = Literal["newest", "county", "township"]
"""Whose value holds: the last by the clock, the county's, the township's."""


@dataclass(frozen=True, slots=True)
class Decided:
    """How many conflicts a rule decided, and how many it leaves to a person."""

    decided: int
    left: int


@dataclass(frozen=True, slots=True)
class Dispute:
    """A conflict as the desk shows it."""

    root: Ref
    ref: Ref
    field: str
    sides: tuple[Side, ...]
    household: str = ""

    @property
    def place(self) -> str:
        """The conflict's name in commands: kind/id#field."""
        return f"{self.ref}#{self.field}"

    @property
    def base(self) -> str | None:
        """What stood there before, where the sides saw the same."""
        before = {one.was for one in self.sides}
        return before.pop() if len(before) == 1 else None

    def line(self, language: Language) -> str:
        """Return the conflict as people read it."""
        words = fields(self.ref.kind).get(self.field)
        title = words.title(language) if words else self.field
        values = " ≠ ".join(
            f"{label(self.ref.kind, self.field, one.value or '', language)}"
            f"（{one.who} {one.at[:10]}）"
            for one in self.sides
        )
        return f"{self.place}  {title}：{values}"

    def summary(self) -> dict[str, Any]:
        """Return plain values for JSON."""
        sides = [
            {"value": one.value, "who": one.who, "at": one.at} for one in self.sides
        ]
        return {"place": self.place, "root": str(self.root), "sides": sides}


def listed(desk: Desk) -> list[Dispute]:
    """Return every conflict that nobody has decided."""
    found = []
    for root, some in groupby(desk.store.conflicts(), key=lambda one: one[0]):
        changes = {one.id: one for one in desk.store.history(root)}
        name = _head(desk, root)
        for _, conflict in some:
            sides = tuple(
                _side(conflict, value, changes.get(change))
                for change, value in conflict.heads
            )
            found.append(Dispute(root, conflict.ref, conflict.field, sides, name))
    return found


def decide(desk: Desk, place: str, value: str | None, reason: str) -> None:
    """Decide a conflict: an ordinary change that has seen both sides."""
    root, conflict = _find(desk, place)
    sight = desk.store.sight(root)
    change = sight.change(
        desk.seat.operator,
        desk.stamp(),
        {conflict.ref: {conflict.field: value}},
        why=reason,
        keep_same=True,
    )
    desk.store.save(change)


def decide_all(desk: Desk, found: Iterable[Dispute], by: Rule, reason: str) -> Decided:
    """Decide conflicts by one rule, with one reason.

    Where the rule names no one value, or deleting meets editing, a conflict is
    left to a person.
    """
    if not reason.strip():
        raise NoReasonGivenError
    values: dict[Ref, dict[Ref, dict[str, str | None]]] = {}
    decided = left = 0
    for one in found:
        chosen = {side.value for side in _chosen(desk, one, by)}
        if len(chosen) == 1 and one.field != GONE:
            entity = values.setdefault(one.root, {}).setdefault(one.ref, {})
            entity[one.field] = chosen.pop()
            decided += 1
        else:
            left += 1
    desk.store.take([_decision(desk, *one, reason.strip()) for one in values.items()])
    return Decided(decided, left)


def _decision(
    desk: Desk, root: Ref, values: dict[Ref, dict[str, str | None]], reason: str
) -> Change:
    sight = desk.store.sight(root)
    return sight.change(
        desk.seat.operator, desk.stamp(), values, why=reason, keep_same=True
    )


def _chosen(desk: Desk, dispute: Dispute, by: Rule) -> list[Side]:
    if by == "newest":
        known = [one for one in dispute.sides if _moment(one.at)]
        last = max((_moment(one.at) for one in known), default="")
        return [one for one in known if _moment(one.at) == last]
    return [
        one
        for one in dispute.sides
        if one.dev and _is_county(desk, one.dev) == (by == "county")
    ]


def _head(desk: Desk, root: Ref) -> str:
    persons = [one for one in desk.store.family(root) if one.ref.kind == "person"]
    heads = [one for one in persons if one.get("relation") == "head"] or persons
    return heads[0].get("full_name") if heads else ""


def _moment(at: str) -> str:
    """Return a time so that later is greater, "" where it is none."""
    try:
        return datetime.fromisoformat(at).astimezone(UTC).isoformat()
    except ValueError:
        return ""


def _is_county(desk: Desk, device: str) -> bool:
    return any(one.is_county for one in desk.store.rights(device).ever)


def _find(desk: Desk, place: str) -> tuple[Ref, Conflict]:
    for root, conflict in desk.store.conflicts():
        if f"{conflict.ref}#{conflict.field}" == place:
            return root, conflict
    raise NoSuchConflictError(place=place)


def _side(conflict: Conflict, value: str | None, change: Change | None) -> Side:
    if change is None:
        return Side(value, "", "", "")
    was = change.was.get(conflict.ref, {}).get(conflict.field)
    return Side(value, change.who, change.at, change.dev, change.form, was)
