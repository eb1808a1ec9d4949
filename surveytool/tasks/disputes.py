"""Conflicts: two people set one field without seeing each other; a person decides."""

from dataclasses import dataclass
from typing import Any

from surveytool.domain.change import Change
from surveytool.domain.entity import Ref
from surveytool.domain.merge import Conflict
from surveytool.domain.refusal import Refusal
from surveytool.domain.sentences import Language
from surveytool.domain.vocabulary import fields, label
from surveytool.tasks.desk import Desk


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


@dataclass(frozen=True, slots=True)
class Dispute:
    """A conflict as the desk shows it."""

    root: Ref
    ref: Ref
    field: str
    sides: tuple[Side, ...]

    @property
    def place(self) -> str:
        """The conflict's name in commands: kind/id#field."""
        return f"{self.ref}#{self.field}"

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
    for root, conflict in desk.store.conflicts():
        changes = {one.id: one for one in desk.store.history(root)}
        sides = tuple(
            _side(value, changes.get(change)) for change, value in conflict.heads
        )
        found.append(Dispute(root, conflict.ref, conflict.field, sides))
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


def _find(desk: Desk, place: str) -> tuple[Ref, Conflict]:
    for root, conflict in desk.store.conflicts():
        if f"{conflict.ref}#{conflict.field}" == place:
            return root, conflict
    raise NoSuchConflictError(place=place)


def _side(value: str | None, change: Change | None) -> Side:
    if change is None:
        return Side(value, "", "", "")
    return Side(value, change.who, change.at, change.dev)
