"""Quarantine: changes that wait for the county's word, and packages set aside."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from surveytool.domain.change import ChangeId
from surveytool.domain.entity import Ref
from surveytool.domain.problem import Problem
from surveytool.domain.refusal import Refusal
from surveytool.domain.rights import RULING
from surveytool.domain.sentences import Language
from surveytool.domain.vocabulary import fields, label
from surveytool.store.parcels import Parcel
from surveytool.store.quarantine import Held
from surveytool.tasks.browse import village_names
from surveytool.tasks.desk import Desk
from surveytool.tasks.names import device_names
from surveytool.tasks.register import rule

__all__ = ["Parcel", "Waiting", "listed", "parcels", "reject", "release", "set_aside"]

INNER = frozenset({"household", "subject", "signature", "kept"})
"""Fields that say nothing to people."""


class NotInQuarantineError(Refusal):
    """There is no such change in quarantine."""

    code = "tasks.not_in_quarantine"


class NoSuchParcelError(Refusal):
    """No package of this number was taken in."""

    code = "tasks.no_such_parcel"


@dataclass(frozen=True, slots=True)
class Waiting:
    """A change in quarantine, as people read it."""

    id: ChangeId
    root: Ref
    household: str
    village: str
    who: str
    device: str
    at: str
    problem: Problem
    values: tuple[tuple[Ref, str, str | None], ...]

    @property
    def needs_decision(self) -> bool:
        """Whether it never stands by itself."""
        return self.problem.code not in ("rights.unknown_device", "rights.unplaced")

    def said(self, language: Language) -> str:
        """Return what the change sets."""
        return "；".join(
            _said(ref, name, value, language) for ref, name, value in self.values
        )

    def summary(self) -> dict[str, Any]:
        """Return plain values for JSON."""
        return {
            "id": self.id,
            "root": str(self.root),
            "device": self.device,
            "who": self.who,
            "at": self.at,
            "reason": self.problem.code,
            "sentence": self.problem.say("zh"),
        }


def listed(desk: Desk) -> list[Waiting]:
    """Return what is in quarantine, in the order of arrival."""
    names, villages = device_names(desk), village_names(desk)
    return [_waiting(desk, one, names, villages) for one in desk.store.quarantine()]


def release(desk: Desk, ids: Sequence[ChangeId], reason: str) -> int:
    """Let changes stand, whatever the rule says; returns how many."""
    return rule(desk, _roots(desk, ids), "release", reason)


def reject(desk: Desk, ids: Sequence[ChangeId], reason: str) -> int:
    """Say that changes shall not stand; they stay in the journal."""
    return rule(desk, _roots(desk, ids), "reject", reason)


def parcels(desk: Desk) -> list[Parcel]:
    """Return the packages that were taken in, the newest first."""
    return desk.store.parcels()


def set_aside(desk: Desk, parcel: int, reason: str) -> int:
    """Set aside everything that a package brought first; returns how many.

    What was written afterwards stands as before.
    """
    found = desk.store.brought(parcel)
    if not found:
        raise NoSuchParcelError(parcel=parcel)
    return rule(desk, found, "aside", reason)


def _roots(desk: Desk, ids: Sequence[ChangeId]) -> dict[ChangeId, Ref]:
    known = {one.id: one.change.root for one in desk.store.quarantine()}
    for one in ids:
        if one not in known:
            raise NotInQuarantineError(change=one)
    return {one: known[one] for one in ids}


def _waiting(
    desk: Desk, held: Held, names: Mapping[str, str], villages: Mapping[str, str]
) -> Waiting:
    change = held.change
    row = desk.store.row(change.root.id) if change.root.kind == "household" else None
    village = row.village if row else _named(held)
    device = names.get(change.dev, change.dev)
    facts = {"device": device, "why": _why(desk, held)}
    return Waiting(
        id=held.id,
        root=change.root,
        household=row.head_name if row else change.root.id,
        village=villages.get(village, village),
        who=change.who,
        device=device,
        at=change.at,
        problem=Problem(f"rights.{held.reason}", str(change.root), facts),
        values=tuple(
            (ref, name, value)
            for ref, values in change.set.items()
            for name, value in values.items()
            if name not in INNER
        ),
    )


def _named(held: Held) -> str:
    values = held.change.set.get(held.change.root, {})
    return values.get("village") or ""


def _why(desk: Desk, held: Held) -> str:
    if held.reason != "set_aside":
        return ""
    ruling = desk.store.entity(Ref(RULING, held.id))
    return ruling.get("reason") if ruling else ""


def _said(ref: Ref, name: str, value: str | None, language: Language) -> str:
    words = fields(ref.kind).get(name)
    title = words.title(language) if words else name
    return f"{title}：{label(ref.kind, name, value or '', language)}"
