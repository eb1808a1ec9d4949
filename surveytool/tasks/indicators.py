"""Indicators of the workspace: by place, frozen, compared, with the households."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from surveytool.domain.entity import Entity
from surveytool.domain.refusal import Refusal
from surveytool.domain.table import Table
from surveytool.reports import snapshot
from surveytool.reports.breakdown import Breakdown, Level, break_down
from surveytool.reports.distribution import income_bands, measures_by_class
from surveytool.reports.fact import Fact
from surveytool.reports.indicator import Catalogue, load_catalogue
from surveytool.reports.place import Place
from surveytool.reports.roll_forward import roll_forward
from surveytool.reports.snapshot import Snapshot
from surveytool.tasks.desk import Desk

INCLUDED = "included"
INCOME = ("income_per_head", "income_most", "income_least")
HELP = ("measures", "measures_per_household", "helped_rate")
KEY = "frozen/"
LIST = "frozen"


class NotFrozenError(Refusal):
    """No report was frozen under this name and day."""

    code = "tasks.not_frozen"
    exit_code = 2


def indicators(
    desk: Desk, on: date, *, names: Sequence[str] = (), by: Level | None = None
) -> Breakdown:
    """Work indicators out by place; each cell knows its households."""
    catalogue = load_catalogue()
    found = list(facts(desk, catalogue))
    level: Level = by or usual_level(found)
    return break_down(catalogue, names or catalogue.columns, found, on=on, by=level)


def report(desk: Desk, on: date) -> Table:
    """Return the usual columns by place, and every figure with its definition."""
    catalogue = load_catalogue()
    found = list(facts(desk, catalogue))
    level = usual_level(found)
    table = break_down(catalogue, catalogue.columns, found, on=on, by=level).table
    figures = tuple(
        catalogue.result(name, found, on).figure for name in catalogue.indicators
    )
    notes = tuple(f"未列入：{why}。" for why in catalogue.unavailable.values())
    return replace(table, figures=figures, notes=notes)


def income(desk: Desk, on: date) -> Table:
    """Return how income per head is spread, with its mean and extremes."""
    catalogue = load_catalogue()
    found = list(facts(desk, catalogue))
    figures = tuple(catalogue.result(name, found, on).figure for name in INCOME)
    return income_bands(found, catalogue.bands, on, figures=figures)


def measures(desk: Desk, on: date) -> Table:
    """Return the measures of the households under watch by class."""
    catalogue = load_catalogue()
    found = list(facts(desk, catalogue))
    watched = catalogue.members(INCLUDED, found, on)
    given: dict[str, list[str]] = {}
    for one in desk.store.each("measure"):
        given.setdefault(one.get("household"), []).append(one.get("class"))
    table = measures_by_class(watched, given, on)
    figures = tuple(catalogue.result(name, found, on).figure for name in HELP)
    return replace(table, figures=figures)


def behind(found: Breakdown, row: int, column: int) -> tuple[str, ...]:
    """Return the households behind a cell; the last row is the total."""
    return found.households(row, column)


def facts(desk: Desk, catalogue: Catalogue) -> Iterator[Fact]:
    """Go through the households with what the catalogue counts of them."""
    kinds = {one.of for one in catalogue.amounts.values()} - {"household"}
    members = {kind: _by_household(desk, kind) for kind in kinds}
    places = {
        one.id: Place(one.id, one.get("township"), one.get("title"))
        for one in desk.store.entities("village")
    }
    wanted = _fields(catalogue)
    for home in desk.store.each("household"):
        family = {kind: found.get(home.id, []) for kind, found in members.items()}
        family["household"] = [home]
        village, size = home.get("village"), home.get("size")
        yield Fact(
            home.id,
            places.get(village, Place(village, "", "")),
            int(size) if size.isdecimal() else 0,
            {name: home.get(name) for name in wanted if home.get(name)},
            {n: one.of_family(family) for n, one in catalogue.amounts.items()},
            home.get("group"),
        )


def usual_level(found: Sequence[Fact]) -> Level:
    """Return by what a report is broken down: townships, else villages."""
    return "township" if len({one.place.township for one in found}) > 1 else "village"


def freeze(desk: Desk, table: Table, on: date) -> None:
    """Keep a report as it is: printed again it is the same."""
    kept = Snapshot(on.isoformat(), table, _included(desk, on))
    name = f"{table.name} {on.isoformat()}"
    desk.store.set_setting(KEY + name, snapshot.write(kept))
    listed = [one for one in _listed(desk) if one != name]
    desk.store.set_setting(LIST, "\n".join([*listed, name]))
    desk.store.audit("frozen", table.name, on.isoformat())


def frozen(desk: Desk, name: str) -> list[str]:
    """Return the days on which a report was frozen, oldest first."""
    pairs = (one.split(" ", 1) for one in _listed(desk))
    return sorted(day for report, day in pairs if report == name)


def thaw(desk: Desk, name: str, day: str) -> Snapshot:
    """Return a frozen report; raises NotFrozenError, SnapshotError."""
    text = desk.store.setting(f"{KEY}{name} {day}")
    if not text:
        raise NotFrozenError(report=name, day=day)
    return snapshot.read(text)


def compared(desk: Desk, table: Table, on: date) -> Table:
    """Return a report beside the last one frozen before a day."""
    return snapshot.compare(table, _last(desk, table.name, on))


def rolled_forward(desk: Desk, name: str, on: date) -> Table:
    """Return how the included households came from the last frozen report's."""
    before = _last(desk, name, on)
    moved = roll_forward(before.sizes, _included(desk, on))
    return moved.table(before.on, on.isoformat())


def _last(desk: Desk, name: str, on: date) -> Snapshot:
    days = [day for day in frozen(desk, name) if day < on.isoformat()]
    if not days:
        raise NotFrozenError(report=name, day=f"<{on.isoformat()}")
    return thaw(desk, name, days[-1])


def _listed(desk: Desk) -> list[str]:
    return [one for one in desk.store.setting(LIST).split("\n") if one]


def _included(desk: Desk, on: date) -> Mapping[str, int]:
    catalogue = load_catalogue()
    found = catalogue.members(INCLUDED, facts(desk, catalogue), on)
    return {one.id: one.persons for one in found}


def _by_household(desk: Desk, kind: str) -> Mapping[str, list[Entity]]:
    found: dict[str, list[Entity]] = {}
    for one in desk.store.each(kind):
        found.setdefault(one.get("household"), []).append(one)
    return found


def _fields(catalogue: Catalogue) -> frozenset[str]:
    names: set[str] = set()
    for one in catalogue.populations.values():
        names |= {*one.filled, *one.where, one.until, one.or_else, one.during}
    return frozenset(names - {""})
