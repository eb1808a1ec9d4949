"""Households under watch by risk; one with two risks stands under both."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from surveytool.domain.figure import Figure
from surveytool.domain.table import Chart, Column, Table
from surveytool.domain.vocabulary import code_lists
from surveytool.reports.count import Count, rate_cell

SHARE_ZH = "占比＝有该风险的户数÷监测对象户数×100%，按户计算，四舍五入保留两位小数"
SHARE_EN = (
    "Share = households with the risk ÷ households under watch × 100%, "
    "by households, half-up to two decimals"
)


@dataclass(frozen=True, slots=True)
class AtRisk:
    """A household under watch with the codes of its risks."""

    household: str
    persons: int
    risks: tuple[str, ...]


def households_by_risk(households: Iterable[AtRisk], on: date) -> Table:
    """Return households and persons under each risk, and those without any."""
    everyone = list(households)
    names = code_lists()["risk"]
    unknown = {risk for one in everyone for risk in one.risks} - set(names.entries)
    codes = (*names.entries, *sorted(unknown))
    rows = [
        (names.label(code), *_cells([h for h in everyone if code in h.risks], everyone))
        for code in codes
    ]
    rows.append(
        ("（未填风险）", *_cells([h for h in everyone if not h.risks], everyone))
    )
    return Table(
        name="risks",
        title="监测对象致贫返贫风险分类统计表",
        subtitle=f"截至{on.year}年{on.month}月{on.day}日",
        columns=(
            Column("风险类型"),
            Column("户数", "户", "count"),
            Column("人数", "人", "count"),
            Column("占比", "%", "percent"),
        ),
        rows=tuple(rows),
        total=("监测对象合计", *_cells(everyone, everyone)),
        notes=(
            f"{SHARE_ZH}。",
            "一户有多种风险的，在各风险中分别统计，各行之和不等于合计；合计每户只计一次。",
        ),
        figures=(_figure(everyone),),
        charts=(Chart("各类风险（户）", (1,)),),
    )


def _cells(some: Sequence[AtRisk], everyone: Sequence[AtRisk]) -> tuple[str, ...]:
    return *Count.of(some).cells(), rate_cell(len(some), len(everyone))


def _figure(everyone: Sequence[AtRisk]) -> Figure:
    return Figure(
        name="households_at_risk",
        zh="监测对象户数",
        en="Households under watch",
        definition_zh="截至统计日未消除风险的监测对象户数",
        definition_en="Households under watch whose risk is not eliminated",
        unit="户",
        numerator=Decimal(len(everyone)),
    )
