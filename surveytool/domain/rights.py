"""Whose change may stand: what a device may set, judged by the change alone."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from surveytool.domain.change import Change, ChangeId, Values
from surveytool.domain.entity import Ref
from surveytool.domain.resources import RESOURCES
from surveytool.domain.seat import Office, Role

DEVICE, RULING = "device", "ruling"
COUNTY_KINDS = frozenset({DEVICE, RULING})
EVERYWHERE = "*"
"""The feed of the register, and the village of a grant for all villages."""

KEPT_DIGITS = 20
APPROVERS = (Role.REVIEWER, Role.ADMINISTRATOR)


class Grant(NamedTuple):
    """What the county once certified a device to be."""

    office: str
    role: str
    villages: frozenset[str]
    sign_key: str = ""

    @property
    def is_county(self) -> bool:
        """Whether it is a computer of the county."""
        return self.office == Office.COUNTY

    @property
    def may_rule(self) -> bool:
        """Whether it may decide about others' changes."""
        return self.is_county and self.role in APPROVERS

    def has(self, villages: frozenset[str]) -> bool:
        """Tell whether one of the villages is its own."""
        return bool(self.villages & villages)


@dataclass(frozen=True, slots=True)
class Rights:
    """Everything certified of a device: every grant, those that stand, the cut.

    What was ``kept`` when the device was cut off is judged by every grant it
    ever had; what comes later by those that stand now, of which there is none
    after a revocation.
    """

    ever: tuple[Grant, ...] = ()
    now: tuple[Grant, ...] = ()
    kept: frozenset[str] | None = None
    revoked: bool = False

    def grants(self, change: ChangeId) -> tuple[Grant, ...]:
        """Return the grants by which a change is judged."""
        if self.kept is None or change[:KEPT_DIGITS] in self.kept:
            return self.ever
        return () if self.revoked else self.now


UNKNOWN = Rights()


class Place(NamedTuple):
    """Where rightful changes put a household, and whether the county bore it."""

    villages: frozenset[str]
    by_county: bool


NOWHERE = Place(frozenset(), by_county=False)


@dataclass(frozen=True, slots=True)
class Ground:
    """What stands around a change: households' places and what the county bore.

    ``bearers`` names, for an entity, the roots under which the county set it.
    """

    places: Mapping[Ref, Place]
    bearers: Mapping[Ref, frozenset[Ref]]


def objection(change: Change, name: ChangeId, rights: Rights, ground: Ground) -> str:
    """Return why a change may not stand, "" where it may."""
    grants = rights.grants(name)
    if not grants:
        return "revoked" if rights.revoked else "unknown_device"
    found = [_objection(change, one, ground) for one in sorted(grants, key=_order)]
    return "" if "" in found else found[0]


def is_county_step(name: str) -> bool:
    """Tell whether only the county's reviewers and administrators take a step."""
    return name in _steps()["county"]


def named_villages(change: Change) -> dict[Ref, str]:
    """Return the village that a change names for each household it sets."""
    return {
        ref: village
        for ref, values in change.set.items()
        if ref.kind == "household" and (village := values.get("village"))
    }


def bears(change: Change, ref: Ref) -> bool:
    """Tell whether a change says of itself that the household is new."""
    return not change.was.get(ref, {}).get("village")


def _order(grant: Grant) -> tuple[str, str, list[str]]:
    return grant.office, grant.role, sorted(grant.villages)


def _objection(change: Change, grant: Grant, ground: Ground) -> str:
    if grant.role == Role.READER:
        return "reader"
    if any(ref.kind in COUNTY_KINDS for ref in change.set):
        return "county_only"
    for ref, values in change.set.items():
        if ref.kind == "step" and (found := _step(values, grant)):
            return found
    if grant.is_county:
        return ""
    if EVERYWHERE not in grant.villages and not _is_at_home(change, grant, ground):
        known = ground.places.get(change.root, NOWHERE).villages
        return "other_township" if known or named_villages(change) else "unplaced"
    # Last, so that a reason told early stays true when the county's step comes.
    touches = any(ref.kind == "step" and ref in ground.bearers for ref in change.set)
    return "county_step" if touches else ""


def _step(values: Values, grant: Grant) -> str:
    name = values.get("name") or ""
    if grant.is_county and grant.role in APPROVERS:
        return ""
    if name in _steps()["county"]:
        return "county_step"
    if name in _steps()["review"] and grant.role not in APPROVERS:
        return "review_step"
    return ""


def _is_at_home(change: Change, grant: Grant, ground: Ground) -> bool:
    root = change.root
    homes = {ref for ref in (root, *change.set) if ref.kind == "household"}
    named = named_villages(change)
    return (
        all(_may_touch(change, home, grant, ground) for home in homes)
        and all(grant.has(frozenset([village])) for village in named.values())
        and all(
            grant.has(frozenset([ref.id]))
            for ref in (root, *change.set)
            if ref.kind == "village"
        )
        and all(_is_here(ref, root, grant, ground) for ref in change.set)
    )


def _may_touch(change: Change, home: Ref, grant: Grant, ground: Ground) -> bool:
    place = ground.places.get(home, NOWHERE)
    return grant.has(place.villages) or _is_birth(change, home, place)


def _is_birth(change: Change, home: Ref, place: Place) -> bool:
    named = change.set.get(home, {}).get("village")
    return bool(named) and bears(change, home) and not place.by_county


def _is_here(ref: Ref, root: Ref, grant: Grant, ground: Ground) -> bool:
    """Tell whether an entity that the county bore under other roots is one's own."""
    bearers = ground.bearers.get(ref, frozenset())
    return (
        not bearers
        or root in bearers
        or any(grant.has(ground.places.get(one, NOWHERE).villages) for one in bearers)
    )


@cache
def _steps() -> Mapping[str, frozenset[str]]:
    content = tomllib.loads((RESOURCES / "rights.toml").read_text("utf-8"))
    return {name: frozenset(one["steps"]) for name, one in content.items()}
