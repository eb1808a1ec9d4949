"""The workspace's casework on a day, read once and kept until something changes."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar, cast

from surveytool.casework.casebook import Casebook, Records, casebook
from surveytool.casework.coverage import Log, log_of
from surveytool.casework.watch import Home
from surveytool.domain.entity import Entity, Ref
from surveytool.domain.rows import Filter, HouseholdRow
from surveytool.tasks.desk import Desk

T = TypeVar("T")
CHECK = "household_check"


@dataclass(frozen=True, slots=True)
class Read:
    """What casework needs of a workspace, by place."""

    rows: Mapping[str, HouseholdRow]
    homes: tuple[Home, ...]
    records: Records


def book(desk: Desk, on: date | None = None, *, township: str = "") -> Casebook:
    """Return the casework as it stood on a day, of a township or of everything."""
    day = on or desk.today
    found = read(desk, township)

    def make() -> Casebook:
        return casebook(desk.profile, found.records, found.homes, day)

    return remembered(desk, f"book/{township}", make, day)


def read(desk: Desk, township: str = "") -> Read:
    """Return what the workspace holds of casework; kept while nothing changes."""
    return remembered(desk, f"casework/{township}", lambda: _read(desk, township))


def remembered(desk: Desk, name: str, make: Callable[[], T], of: Hashable = None) -> T:
    """Return what was made before, as long as no change has come since.

    ``of`` is what it was made for, such as a day: only the last is kept.
    """
    latest = (desk.store.latest, desk.profile, of)
    known = desk.remembered.get(name)
    if known is None or known[0] != latest:
        known = (latest, make())
        desk.remembered[name] = known
    return cast("T", known[1])


def _read(desk: Desk, township: str) -> Read:
    rows = {one.id: one for one in desk.store.households(Filter(township=township))}
    towns = {one.id: one.township for one in desk.store.villages()}
    here = {id_ for id_, town in towns.items() if township in ("", town)}
    marks = _marks(desk, rows.values())
    homes = tuple(_home(one, towns, marks) for one in rows.values())

    def mine(one: Entity) -> bool:
        place = one.get("village") or one.get("place")
        return not township or one.get("household") in rows or place in here

    own = {
        kind: [one for one in desk.store.entities(kind) if mine(one)]
        for kind in ("clue", "case", "step", "problem", "visit")
    }
    records = Records(
        own["clue"],
        own["case"],
        own["step"],
        own["problem"],
        _log(desk, own["visit"], rows.values()),
        disputed=frozenset(
            one.ref.id for _, one in desk.store.conflicts() if one.ref.kind == "step"
        ),
    )
    return Read(rows, homes, records)


def _marks(desk: Desk, rows: Iterable[HouseholdRow]) -> Mapping[str, Entity]:
    """Return the households ever under watch, for the months of their marks."""
    watched = [Ref("household", one.id) for one in rows if one.monitor_type]
    return {one.id: one for one in desk.store.some(watched)}


def _home(
    row: HouseholdRow, towns: Mapping[str, str], marks: Mapping[str, Entity]
) -> Home:
    marked = marks.get(row.id)
    done = marked is not None and row.risk_eliminated
    return Home(
        row.id,
        row.village,
        towns.get(row.village, ""),
        row.monitor_type,
        marked.get("identified") if marked else "",
        (marked.get("eliminated") or marked.get("identified") or "000000")
        if marked and done
        else "",
        has_helper=bool(row.helper_name),
    )


def _log(desk: Desk, visits: list[Entity], rows: Iterable[HouseholdRow]) -> Log:
    """Return the visits; a household's check counts for duties that ask for one."""
    log = dict(log_of(visits).days)
    checks = [one.code for one in desk.profile.duties.values() if one.form == CHECK]
    if checks:
        for row in rows:
            if row.surveyed:
                day = date.fromisoformat(row.surveyed[:10])
                for code in checks:
                    log[code, row.id] = (*log.get((code, row.id), ()), day)
    return Log(log)
