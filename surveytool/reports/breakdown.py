"""Indicators by place: rows of groups, villages or townships; every cell has a list."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from surveytool.domain.table import Column, Kind, Table
from surveytool.reports.count import NONE
from surveytool.reports.fact import Fact
from surveytool.reports.indicator import Catalogue, Indicator, Result
from surveytool.reports.place import grouped

Level = Literal["group", "village", "township", "county"]
TITLES: Mapping[Level, str] = {
    "group": "村民小组",
    "village": "行政村",
    "township": "乡镇",
    "county": "县",
}
TOTAL = "合计"
KINDS: Mapping[str, Kind] = {"%": "percent", "元": "money"}


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A table and, for each of its cells, the households behind it.

    ``cells`` has one row for each row of the table, the total last.
    """

    table: Table
    cells: tuple[tuple[Result, ...], ...]

    def households(self, row: int, column: int) -> tuple[str, ...]:
        """Return the ids behind a cell; column 0 is the name of the place."""
        if column == 0:
            found: dict[str, None] = {}
            for one in self.cells[row]:
                found |= dict.fromkeys((*one.among, *one.households))
            return tuple(found)
        return self.cells[row][column - 1].households


def break_down(
    catalogue: Catalogue,
    names: Sequence[str],
    facts: Sequence[Fact],
    *,
    on: date,
    by: Level = "village",
) -> Breakdown:
    """Work indicators out for each place and for all of them."""
    ordered = sorted(facts, key=lambda fact: (fact.place, fact.group))
    groups = grouped(ordered, _key(by))
    cells = [
        tuple(catalogue.result(name, group, on) for name in names)
        for group in (*groups.values(), ordered)
    ]
    indicators = [catalogue.indicators[name] for name in names]
    table = Table(
        name="indicators",
        title="主要指标统计表",
        subtitle=f"截至{on.year}年{on.month}月{on.day}日",
        columns=(Column(TITLES[by]), *map(_column, indicators)),
        rows=tuple(
            (place, *map(cell, row)) for place, row in zip(groups, cells, strict=False)
        ),
        total=(TOTAL, *map(cell, cells[-1])),
        figures=tuple(one.figure for one in cells[-1]),
    )
    return Breakdown(table, tuple(cells))


def cell(result: Result) -> str:
    """Return a figure's value as a cell, a dash over nothing."""
    value = result.figure.value
    return NONE if value is None else f"{value:f}"


def _column(one: Indicator) -> Column:
    return Column(one.zh, one.unit, KINDS.get(one.unit, "count"))


def _key(by: Level) -> Callable[[Fact], str]:
    if by == "county":
        return lambda _: TOTAL
    if by == "group":
        return lambda fact: f"{fact.place.at('village')}{fact.group}"
    return lambda fact: fact.place.at(by)
