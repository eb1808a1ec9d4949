"""Which of a set of changes stand: a function of the set, never of the order."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from surveytool.domain.change import Change, ChangeId
from surveytool.domain.entity import Ref
from surveytool.domain.merge import heads
from surveytool.domain.rights import (
    COUNTY_KINDS,
    DEVICE,
    NOWHERE,
    RULING,
    Ground,
    Place,
    Rights,
    bears,
    named_villages,
    objection,
)

RELEASE = "release"


class Court(Protocol):
    """What is certified of devices."""

    def rights(self, device: str) -> Rights:
        """Return everything certified of a device."""

    def is_anchor(self, device: str) -> bool:
        """Tell whether people compared this county computer's fingerprint."""

    def is_signed(self, change: Change) -> bool:
        """Tell whether a change of the register bears its author's signature."""


@dataclass(slots=True)
class Growing:
    """The ground while changes are judged: it only ever grows."""

    places: dict[Ref, Place] = field(default_factory=dict)
    bearers: dict[Ref, frozenset[Ref]] = field(default_factory=dict)

    @property
    def seen(self) -> Ground:
        """The ground as a change is held against it."""
        return Ground(self.places, self.bearers)

    def stand(self, change: Change, *, county: bool) -> None:
        """Let a rightful change place its households and bear its entities."""
        for home, village in named_villages(change).items():
            before = self.places.get(home, NOWHERE)
            born = before.by_county or (county and bears(change, home))
            self.places[home] = Place(before.villages | {village}, born)
        if county:
            for ref in change.set:
                before_it = self.bearers.get(ref, frozenset())
                self.bearers[ref] = before_it | {change.root}


@dataclass(frozen=True, slots=True)
class Judgement:
    """Why some changes do not stand, and where the rest put their households."""

    reasons: Mapping[ChangeId, str]
    places: Mapping[Ref, Place]


def judge(changes: Mapping[ChangeId, Change], court: Court) -> Judgement:
    """Judge every change of some roots (docs/decisions/0007-rights.md).

    ``changes`` must hold the whole history of every root they are about.
    """
    ground = Growing()
    reasons = {
        name: why
        for name, change in changes.items()
        if (why := county_word(change, name, court)) is not None
    }
    for name, stands in _ruled(changes, reasons).items():
        if name in changes and name not in reasons:
            reasons[name] = "" if stands else "set_aside"
    rest = [name for name in changes if name not in reasons]
    ours = [name for name in rest if _is_county(court, changes[name], name)]
    for name, why in reasons.items():
        if not why:
            ground.stand(changes[name], county=_is_county(court, changes[name], name))
    _try(ours, changes, court, ground=ground, reasons=reasons)
    theirs = [name for name in rest if name not in reasons]
    while theirs:
        refused = _try(theirs, changes, court, ground=ground, reasons=reasons)
        theirs = refused if len(refused) < len(theirs) else []
    return Judgement({one: why for one, why in reasons.items() if why}, ground.places)


def is_ruling(change: Change) -> bool:
    """Tell whether a change decides about other changes."""
    return any(ref.kind == RULING for ref in change.set)


def is_register(change: Change) -> bool:
    """Tell whether a change certifies or revokes a device."""
    return any(ref.kind == DEVICE for ref in change.set)


def county_word(change: Change, name: ChangeId, court: Court) -> str | None:
    """Return why a word of the register or a decision does not count, "" if it does.

    None for every other change.
    """
    kinds = {ref.kind for ref in change.set}
    if not kinds & COUNTY_KINDS:
        return None
    if kinds == {DEVICE}:
        # A word about one device stands in that device's own history.
        entitled = court.is_anchor(change.dev) and set(change.set) == {change.root}
    else:
        grants = court.rights(change.dev).grants(name)
        entitled = kinds == {RULING} and any(one.may_rule for one in grants)
    if not entitled:
        return "county_only"
    return "" if court.is_signed(change) else "unsigned"


def _ruled(
    changes: Mapping[ChangeId, Change], reasons: Mapping[ChangeId, str]
) -> dict[ChangeId, bool]:
    """Return what was decided: stands or not; not where decisions disagree."""
    valid = [
        change
        for name, change in changes.items()
        if is_ruling(change) and not reasons[name]
    ]
    refs = {ref for change in valid for ref in change.set}
    return {
        ChangeId(ref.id): all(
            one.set[ref]["verdict"] == RELEASE for one in heads(valid, ref, "verdict")
        )
        for ref in refs
    }


def _try(
    names: Iterable[ChangeId],
    changes: Mapping[ChangeId, Change],
    court: Court,
    *,
    ground: Growing,
    reasons: dict[ChangeId, str],
) -> list[ChangeId]:
    """Let changes stand that may; return those that may not."""
    refused = []
    for name in names:
        change = changes[name]
        why = objection(change, name, court.rights(change.dev), ground.seen)
        reasons[name] = why
        if why:
            refused.append(name)
        else:
            ground.stand(change, county=_is_county(court, change, name))
    return refused


def _is_county(court: Court, change: Change, name: ChangeId) -> bool:
    return any(one.is_county for one in court.rights(change.dev).grants(name))
