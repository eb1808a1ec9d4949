"""A report frozen as it was: printed again it is the same, to the last digit."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from surveytool.domain.figure import Figure
from surveytool.domain.refusal import Refusal
from surveytool.domain.table import Chart, Column, Table
from surveytool.reports.count import NONE

VERSION = 1


class SnapshotError(Refusal):
    """A frozen report was written by a newer program, or is damaged."""

    code = "reports.snapshot"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A table with the day it is of, and the households counted, id and persons."""

    on: str
    table: Table
    sizes: Mapping[str, int] = field(default_factory=dict)


def write(snapshot: Snapshot) -> str:
    """Return a snapshot as text."""
    table = snapshot.table
    content = {
        "version": VERSION,
        "on": snapshot.on,
        "name": table.name,
        "title": table.title,
        "subtitle": table.subtitle,
        "columns": [[one.title, one.unit, one.kind] for one in table.columns],
        "rows": [list(row) for row in table.rows],
        "total": list(table.total),
        "notes": list(table.notes),
        "figures": [_plain(one) for one in table.figures],
        "charts": [[one.title, list(one.columns)] for one in table.charts],
        "sizes": dict(snapshot.sizes),
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def read(text: str) -> Snapshot:
    """Return the snapshot that was written; raises SnapshotError."""
    try:
        content = json.loads(text)
        if content["version"] != VERSION:
            raise SnapshotError(version=content["version"])
        table = Table(
            name=content["name"],
            title=content["title"],
            subtitle=content["subtitle"],
            columns=tuple(Column(*one) for one in content["columns"]),
            rows=tuple(tuple(row) for row in content["rows"]),
            total=tuple(content["total"]),
            notes=tuple(content["notes"]),
            figures=tuple(_figure(one) for one in content["figures"]),
            charts=tuple(Chart(t, tuple(at)) for t, at in content["charts"]),
        )
        return Snapshot(content["on"], table, content["sizes"])
    except (ValueError, KeyError, TypeError) as error:
        raise SnapshotError(version="?") from error


def compare(now: Table, before: Snapshot) -> Table:
    """Return every figure now and then, with the difference and the growth."""
    then = {one.name: one for one in before.table.figures}
    return Table(
        name=f"{now.name}_compared",
        title=f"{now.title}（与上期比较）",
        subtitle=f"{now.subtitle}，上期：{before.table.subtitle}",
        columns=(
            Column("指标"),
            Column("本期", kind="money"),
            Column("上期", kind="money"),
            Column("增减", kind="money"),
            Column("增减率", "%", "percent"),
        ),
        rows=tuple(_compared(one, then.get(one.name)) for one in now.figures),
    )


def _compared(now: Figure, then: Figure | None) -> tuple[str, ...]:
    heading = f"{now.zh}（{now.unit}）"
    is_, was = now.value, then.value if then else None
    if is_ is None or was is None:
        return heading, _cell(is_), _cell(was), NONE, NONE
    growth = Figure("growth", "", "", "", "", "%", is_ - was, was)
    return heading, _cell(is_), _cell(was), _cell(is_ - was), _cell(growth.value)


def _cell(value: Decimal | None) -> str:
    return NONE if value is None else f"{value:f}"


def _plain(one: Figure) -> dict[str, Any]:
    below = one.denominator
    return {
        "name": one.name,
        "zh": one.zh,
        "en": one.en,
        "definition_zh": one.definition_zh,
        "definition_en": one.definition_en,
        "unit": one.unit,
        "numerator": str(one.numerator),
        "denominator": None if below is None else str(below),
        "times": one.times,
        "step": str(one.step),
    }


def _figure(one: dict[str, Any]) -> Figure:
    below = one["denominator"]
    return Figure(
        **one
        | {
            "numerator": Decimal(one["numerator"]),
            "denominator": None if below is None else Decimal(below),
            "step": Decimal(one["step"]),
        }
    )
