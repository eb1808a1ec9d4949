"""Screen everybody: the county's rules over every household, and what edits change."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from surveytool.casework.finding import Finding
from surveytool.casework.load import load_profile
from surveytool.casework.profile import Profile
from surveytool.casework.residents import is_present
from surveytool.casework.screening import screen_of
from surveytool.domain.entity import Entity, Ref
from surveytool.domain.rows import Filter, HouseholdRow
from surveytool.tasks.browse import in_order, of_kind
from surveytool.tasks.desk import Desk

PORTION = 500


@dataclass(frozen=True, slots=True)
class Screened:
    """A household and what the rules say of it."""

    row: HouseholdRow
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A household of which other rules would say something else."""

    row: HouseholdRow
    new: tuple[Finding, ...]
    gone: tuple[Finding, ...]

    def summary(self) -> dict[str, Any]:
        """Return plain values for JSON."""
        return {
            "household": self.row.id,
            "code": self.row.code,
            "head": self.row.head_name,
            "village": self.row.village_title,
            "new": [one.zh for one in self.new],
            "gone": [one.zh for one in self.gone],
        }


def screened(
    desk: Desk, on: date | None = None, *, village: str = ""
) -> Iterator[Screened]:
    """Screen every household; those of whom nothing is said are left out."""
    screen = screen_of(desk.profile.in_force(on or desk.today), on or desk.today)
    for row, home, persons in homes(desk, village):
        found = screen.household(home, persons)
        if found:
            yield Screened(row, tuple(found))


def preview(
    desk: Desk, file: str | Path, on: date | None = None
) -> Iterator[Difference]:
    """Say which households would change under another profile; nothing is changed.

    Raises UnknownProfileError, ProfileSyntaxError, BadProfileError.
    """
    day = on or desk.today
    before, after = desk.profile.in_force(day), load_profile(file).in_force(day)
    yield from differences(desk, (before, after), day)


def differences(
    desk: Desk, profiles: tuple[Profile, Profile], day: date
) -> Iterator[Difference]:
    """Compare what two profiles say of every household on a day."""
    old, new = (screen_of(one, day) for one in profiles)
    for row, home, persons in homes(desk):
        was = {one.code: one for one in old.household(home, persons)}
        now = {one.code: one for one in new.household(home, persons)}
        came = tuple(one for code, one in now.items() if _differs(was, one))
        gone = tuple(one for code, one in was.items() if code not in now)
        if came or gone:
            yield Difference(row, came, gone)


def _differs(was: Mapping[str, Finding], one: Finding) -> bool:
    before = was.get(one.code)
    if before is None:
        return True
    return (before.severity, before.zh) != (one.severity, one.zh)


def homes(
    desk: Desk, village: str = ""
) -> Iterator[tuple[HouseholdRow, Entity, Sequence[Entity]]]:
    """Return every household with its members, read in portions."""
    rows = desk.store.households(Filter(village=village))
    for at in range(0, len(rows), PORTION):
        portion = {Ref("household", one.id): one for one in rows[at : at + PORTION]}
        for root, family in desk.store.families(portion).items():
            home = next((one for one in family if one.ref == root), None)
            if home is not None:
                yield portion[root], home, in_order(of_kind(family, "person"))


@dataclass(frozen=True, slots=True)
class Listed:
    """A person who is listed in more than one household."""

    name: str
    households: tuple[HouseholdRow, ...]


def listed_twice(desk: Desk) -> list[Listed]:
    """Find persons whose ID number stands in two households; those who left do not."""
    homes_of: dict[str, set[str]] = {}
    names: dict[str, str] = {}
    for one in desk.store.each("person"):
        number = one.get("id_number")
        if number and is_present(one):
            homes_of.setdefault(number, set()).add(one.get("household"))
            names[number] = one.get("full_name")
    twice = {number: ids for number, ids in homes_of.items() if len(ids) > 1}
    return [
        Listed(
            names[number],
            tuple(row for id_ in sorted(ids) if (row := desk.store.row(id_))),
        )
        for number, ids in sorted(twice.items())
    ]
