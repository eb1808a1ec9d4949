"""How income is spread, and which measures help: households in bands and classes."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from surveytool.domain.figure import Figure
from surveytool.domain.table import Chart, Column, Table
from surveytool.domain.vocabulary import code_lists
from surveytool.reports.count import Count, rate_cell
from surveytool.reports.fact import Fact

NET_INCOME = "net_income"
Classes = Mapping[str, Sequence[str]]


def income_bands(
    facts: Iterable[Fact],
    bounds: Sequence[int],
    on: date,
    *,
    figures: tuple[Figure, ...] = (),
) -> Table:
    """Return households and persons by net income per head, in bands of yuan.

    A band holds its lower bound and not its upper one. Households without
    income or persons are left out and counted in a note.
    """
    everyone = list(facts)
    known = [one for one in everyone if _per_head(one) is not None]
    total = Count.of(known)
    rows = []
    for label, low, high in _bands(bounds):
        within = Count.of(one for one in known if _is_in(one, low, high))
        share = rate_cell(within.persons, total.persons)
        rows.append((label, *within.cells(), share))
    return Table(
        name="income",
        title="农户人均纯收入分布统计表",
        subtitle=f"截至{on.year}年{on.month}月{on.day}日",
        columns=(
            Column("人均纯收入"),
            Column("户数", "户", "count"),
            Column("人数", "人", "count"),
            Column("占比", "%", "percent"),
        ),
        rows=tuple(rows),
        total=("合计", *total.cells(), rate_cell(total.persons, total.persons)),
        notes=(
            "占比按人计算；每档含下限、不含上限。",
            f"未填纯收入或人口的{len(everyone) - len(known)}户未计入。",
        ),
        figures=figures,
        charts=(Chart("各档户数（户）", (1,)),),
    )


def measures_by_class(watched: Sequence[Fact], classes: Classes, on: date) -> Table:
    """Return measures and helped households by class; ``classes`` by household."""
    names = code_lists()["measure_class"]
    given = [code for one in watched for code in classes.get(one.id, ())]
    codes = (*names.entries, *sorted(set(given) - set(names.entries)))
    rows = []
    for code in codes:
        helped = [one for one in watched if code in classes.get(one.id, ())]
        share = rate_cell(len(helped), len(watched))
        count = str(given.count(code))
        rows.append(
            (names.label(code) or "（未填类别）", count, str(len(helped)), share)
        )
    helped_any = sum(bool(classes.get(one.id)) for one in watched)
    return Table(
        name="measures",
        title="监测对象帮扶措施分类统计表",
        subtitle=f"截至{on.year}年{on.month}月{on.day}日",
        columns=(
            Column("措施类别"),
            Column("措施", "项", "count"),
            Column("享受户数", "户", "count"),
            Column("占监测户", "%", "percent"),
        ),
        rows=tuple(rows),
        total=(
            "合计",
            str(len(given)),
            str(helped_any),
            rate_cell(helped_any, len(watched)),
        ),
        notes=("一户享受多类措施的，在各类中分别统计；合计每户只计一次。",),
        charts=(Chart("各类措施（项）", (1,)),),
    )


def _per_head(one: Fact) -> Decimal | None:
    if not one.persons or not one.values.get(NET_INCOME):
        return None
    return one.number(NET_INCOME) / one.persons


def _is_in(one: Fact, low: Decimal | None, high: Decimal | None) -> bool:
    value = _per_head(one) or Decimal(0)
    return (low is None or value >= low) and (high is None or value < high)


def _bands(
    bounds: Sequence[int],
) -> list[tuple[str, Decimal | None, Decimal | None]]:
    first, last = bounds[0], bounds[-1]
    middle = [
        (f"{low:,}—{high:,}元", Decimal(low), Decimal(high))
        for low, high in pairwise(bounds)
    ]
    return [
        (f"{first:,}元以下", None, Decimal(first)),
        *middle,
        (f"{last:,}元以上", Decimal(last), None),
    ]
