"""Elimination of risk: who was included, who is eliminated, the rate by persons."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from surveytool.domain.dates import read_month
from surveytool.domain.figure import Figure
from surveytool.domain.table import Chart, Column, Table
from surveytool.domain.vocabulary import code_lists
from surveytool.reports.count import Count, rate_cell
from surveytool.reports.place import Place, by_place

By = Literal["township", "village", "monitor_type"]
NO_TYPE = "（未填类别）"
TITLES: dict[By, str] = {
    "township": "乡镇",
    "village": "行政村",
    "monitor_type": "监测对象类别",
}
NAME = "elimination"
RATE_ZH = (
    "风险消除率＝累计已消除风险人数÷累计纳入监测人数×100%，"
    "按人计算，四舍五入保留两位小数"
)
RATE_EN = (
    "Elimination rate = persons eliminated so far ÷ persons ever included × 100%, "
    "by persons, half-up to two decimals"
)


@dataclass(frozen=True, slots=True)
class Case:
    """A household ever under watch; months are yyyymm, empty where not yet."""

    household: str
    place: Place
    persons: int
    identified: str
    eliminated: str = ""
    monitor_type: str = ""


@dataclass(frozen=True, slots=True)
class _Standing:
    """Who counts as included and as eliminated at the end of a month."""

    included: Sequence[Case]
    eliminated: Sequence[Case]
    undated: int


def elimination_rate(
    cases: Iterable[Case], on: date, *, by: By = "township", place: str = ""
) -> Table:
    """Return the table of included and eliminated households and persons."""
    standing = _standing(cases, f"{on:%Y%m}")
    done = frozenset(case.household for case in standing.eliminated)
    groups = _groups(standing.included, by)
    return Table(
        name=NAME,
        title=f"{place}防止返贫监测对象风险消除情况统计表",
        subtitle=f"截至{on.year}年{on.month}月{on.day}日",
        columns=_columns(TITLES[by]),
        rows=tuple((name, *_cells(group, done)) for name, group in groups.items()),
        total=("合计", *_cells(standing.included, done)),
        notes=_notes(standing),
        figures=elimination_figures(standing.included, standing.eliminated),
        charts=(
            Chart("累计纳入和已消除风险（人）", (2, 4)),
            Chart("风险消除率（%）", (7,)),
        ),
    )


def elimination_figures(
    included: Sequence[Case], eliminated: Sequence[Case]
) -> tuple[Figure, ...]:
    """Return the five published figures with their definitions."""
    all_of, done = Count.of(included), Count.of(eliminated)
    return (
        _count("included_households", "累计纳入户数", "Households included", all_of),
        _count("included_persons", "累计纳入人数", "Persons included", all_of),
        _count("eliminated_households", "已消除户数", "Households eliminated", done),
        _count("eliminated_persons", "已消除人数", "Persons eliminated", done),
        Figure(
            name="elimination_rate",
            zh="风险消除率",
            en="Elimination rate",
            definition_zh=RATE_ZH,
            definition_en=RATE_EN,
            unit="%",
            numerator=Decimal(done.persons),
            denominator=Decimal(all_of.persons),
        ),
    )


def _count(name: str, zh: str, en: str, count: Count) -> Figure:
    by_persons = name.endswith("persons")
    return Figure(
        name=name,
        zh=zh,
        en=en,
        definition_zh=f"截至统计日{zh}，含已消除风险的监测对象"
        if name.startswith("included")
        else f"截至统计日{zh}，按消除监测时间统计",
        definition_en=f"{en} up to the date of the report",
        unit="人" if by_persons else "户",
        numerator=Decimal(count.persons if by_persons else count.households),
    )


def _standing(cases: Iterable[Case], month: str) -> _Standing:
    everyone = list(cases)
    included = [case for case in everyone if _has_come(case.identified, month)]
    return _Standing(
        included=included,
        eliminated=[case for case in included if _has_come(case.eliminated, month)],
        undated=sum(read_month(case.identified) is None for case in everyone),
    )


def _has_come(text: str, month: str) -> bool:
    read = read_month(text)
    return read is not None and read <= month


def _groups(cases: Sequence[Case], by: By) -> dict[str, list[Case]]:
    if by != "monitor_type":
        return by_place(cases, by)
    types = code_lists()["monitor_type"]
    codes = (*types.entries, *sorted({case.monitor_type for case in cases}))
    return {
        types.label(code) or NO_TYPE: [
            case for case in cases if case.monitor_type == code
        ]
        for code in codes
    }


def _cells(cases: Sequence[Case], done: frozenset[str]) -> tuple[str, ...]:
    included = Count.of(cases)
    eliminated = Count.of(case for case in cases if case.household in done)
    return (
        *included.cells(),
        *eliminated.cells(),
        *(included - eliminated).cells(),
        rate_cell(eliminated.persons, included.persons),
    )


def _columns(first: str) -> tuple[Column, ...]:
    return (
        Column(first),
        Column("累计纳入", "户", "count"),
        Column("累计纳入", "人", "count"),
        Column("已消除风险", "户", "count"),
        Column("已消除风险", "人", "count"),
        Column("未消除风险", "户", "count"),
        Column("未消除风险", "人", "count"),
        Column("风险消除率", "%", "percent"),
    )


def _notes(standing: _Standing) -> tuple[str, ...]:
    included, done = Count.of(standing.included), Count.of(standing.eliminated)
    notes = [
        f"分子：已消除风险{done}，取人数；分母：累计纳入{included}，取人数。",
    ]
    if not included.persons:
        notes.append("截至统计日没有纳入监测的人口，分母为0，不计算消除率。")
    if standing.undated:
        notes.append(f"另有{standing.undated}户未填识别监测时间，未计入本表。")
    return tuple(notes)
