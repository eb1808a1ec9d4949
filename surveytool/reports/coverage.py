"""How far the survey is: households to visit and visited, by place."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from surveytool.domain.dates import read_date
from surveytool.domain.figure import Figure
from surveytool.domain.table import Chart, Column, Table
from surveytool.reports.count import Count, rate_cell
from surveytool.reports.place import LEVEL_TITLES, Level, Place, by_place

DEFINITION_ZH = (
    "核查完成率＝期内已入户核查户数÷应核查户数×100%，按户计算，四舍五入保留两位小数"
)
DEFINITION_EN = (
    "Coverage = households visited in the period ÷ households to visit × 100%, "
    "by households, half-up to two decimals"
)


@dataclass(frozen=True, slots=True)
class Visit:
    """A household and the ISO date of its last survey, empty where none."""

    household: str
    place: Place
    persons: int
    surveyed: str


def survey_coverage(
    visits: Iterable[Visit], since: date, on: date, *, by: Level = "village"
) -> Table:
    """Return the households surveyed between two dates, both included."""
    everyone = list(visits)
    period = (since.isoformat(), on.isoformat())
    return Table(
        name="coverage",
        title="入户核查进度统计表",
        subtitle=f"{_long(since)}至{_long(on)}",
        columns=(
            Column(LEVEL_TITLES[by]),
            Column("应核查", "户", "count"),
            Column("应核查", "人", "count"),
            Column("已核查", "户", "count"),
            Column("已核查", "人", "count"),
            Column("未核查", "户", "count"),
            Column("完成率", "%", "percent"),
        ),
        rows=tuple(
            (name, *_cells(group, period))
            for name, group in by_place(everyone, by).items()
        ),
        total=("合计", *_cells(everyone, period)),
        figures=(_figure(everyone, period),),
        charts=(Chart("应核查和已核查（户）", (1, 3)),),
    )


def _cells(visits: Sequence[Visit], period: tuple[str, str]) -> tuple[str, ...]:
    wanted, done = Count.of(visits), Count.of(_within(visits, period))
    return (
        *wanted.cells(),
        *done.cells(),
        str((wanted - done).households),
        rate_cell(done.households, wanted.households),
    )


def _figure(visits: Sequence[Visit], period: tuple[str, str]) -> Figure:
    return Figure(
        name="coverage",
        zh="核查完成率",
        en="Coverage",
        definition_zh=DEFINITION_ZH,
        definition_en=DEFINITION_EN,
        unit="%",
        numerator=Decimal(len(_within(visits, period))),
        denominator=Decimal(len(visits)),
    )


def _within(visits: Sequence[Visit], period: tuple[str, str]) -> list[Visit]:
    first, last = period
    return [visit for visit in visits if first <= (_day(visit) or "") <= last]


def _day(visit: Visit) -> str | None:
    return read_date(visit.surveyed)


def _long(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
