"""Reports: figures with their definitions, on screen, as xlsx or as PDF."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from surveytool.domain.entity import Entity
from surveytool.domain.refusal import Refusal
from surveytool.domain.sentences import Language
from surveytool.domain.table import Table
from surveytool.ledgers.table import write_table
from surveytool.paper import press
from surveytool.paper.report_page import report_page
from surveytool.reports.coverage import Visit, survey_coverage
from surveytool.reports.elimination import Case, elimination_rate
from surveytool.reports.place import Place
from surveytool.reports.risks import AtRisk, households_by_risk
from surveytool.tasks import indicators
from surveytool.tasks.desk import Desk
from surveytool.tasks.printing import imprint


class UnknownReportError(Refusal):
    """There is no report of this name."""

    code = "tasks.unknown_report"
    exit_code = 2


class UnknownEndingError(Refusal):
    """A report can be written as xlsx or as PDF only."""

    code = "tasks.unknown_ending"
    exit_code = 2


def names(language: Language = "zh") -> list[tuple[str, str]]:
    """Return the reports: name and title."""
    at = 0 if language == "zh" else 1
    return [(name, titles[at]) for name, (titles, _) in REPORTS.items()]


def report(desk: Desk, name: str, on: date | None = None) -> Table:
    """Make a report as of a day; raises UnknownReportError."""
    if name not in REPORTS:
        raise UnknownReportError(report=name, reports="、".join(REPORTS))
    return REPORTS[name][1](desk, on or desk.today)


def write(desk: Desk, table: Table, out: Path) -> Path:
    """Write a report as xlsx or PDF, by the ending; raises UnknownEndingError."""
    if out.suffix.lower() not in (".xlsx", ".pdf"):
        raise UnknownEndingError(file=out)
    if out.suffix.lower() == ".pdf":
        page = report_page(table, office=desk.seat.title)
        press.print_sheet(
            desk.typesetter, "report", pages=[page], out=out, imprint=imprint(desk)
        )
    else:
        write_table(out, table)
    desk.store.audit("report", table.name, out.name)
    return out


def summary(table: Table) -> dict[str, Any]:
    """Return plain values for JSON: title, figures with their parts, rows."""
    return {
        "title": table.title,
        "subtitle": table.subtitle,
        "columns": [one.heading for one in table.columns],
        "rows": [list(row) for row in table.rows],
        "total": list(table.total),
        "notes": list(table.notes),
        "figures": [
            {
                "name": one.name,
                "title": one.zh,
                "value": str(one.value),
                "unit": one.unit,
                "numerator": str(one.numerator),
                "denominator": one.denominator and str(one.denominator),
                "definition": one.definition_zh,
            }
            for one in table.figures
        ],
    }


def as_text(table: Table) -> str:
    """Return a report as lines for a terminal."""
    lines = [table.title, table.subtitle, "\t".join(c.heading for c in table.columns)]
    lines += ["\t".join(row) for row in (*table.rows, table.total) if row]
    lines += [f"{one.zh}：{one.say()}　{one.definition()}" for one in table.figures]
    return "\n".join([*lines, *table.notes])


def _elimination(desk: Desk, on: date) -> Table:
    places = _places(desk)
    towns = {one.township for one in places.values()}
    return elimination_rate(
        _cases(desk.store.each("household"), places),
        on,
        by="township" if len(towns) > 1 else "village",
        place=desk.seat.county or desk.seat.title,
    )


def _coverage(desk: Desk, on: date) -> Table:
    places = _places(desk)
    visits = (
        Visit(one.id, _place(one, places), _persons(one), one.get("surveyed"))
        for one in desk.store.each("household")
    )
    return survey_coverage(visits, date(on.year, 1, 1), on)


def _risks(desk: Desk, on: date) -> Table:
    watched = (
        AtRisk(one.id, _persons(one), tuple(one.get("risks").split()))
        for one in desk.store.each("household")
        if one.get("monitor_type") and one.get("risk_eliminated") != "yes"
    )
    return households_by_risk(watched, on)


def _indicators(desk: Desk, on: date) -> Table:
    return indicators.report(desk, on)


def _cases(households: Iterable[Entity], places: Mapping[str, Place]) -> Iterator[Case]:
    for one in households:
        if not one.get("monitor_type") and not one.get("identified"):
            continue
        is_done = one.get("risk_eliminated") == "yes"
        # A mark without a month counts from the month of identification on.
        month = one.get("eliminated") or one.get("identified")
        yield Case(
            one.id,
            _place(one, places),
            _persons(one),
            one.get("identified"),
            month if is_done else "",
            one.get("monitor_type"),
        )


def _places(desk: Desk) -> dict[str, Place]:
    return {
        one.id: Place(one.id, one.get("township"), one.get("title"))
        for one in desk.store.entities("village")
    }


def _place(household: Entity, places: Mapping[str, Place]) -> Place:
    village = household.get("village")
    return places.get(village, Place(village, "", ""))


def _persons(household: Entity) -> int:
    size = household.get("size")
    return int(size) if size.isdecimal() else 0


Maker = Callable[[Desk, date], Table]
REPORTS: Mapping[str, tuple[tuple[str, str], Maker]] = {
    "elimination": (("风险消除率", "Elimination rate"), _elimination),
    "coverage": (("入户核查进度", "Survey coverage"), _coverage),
    "indicators": (("主要指标", "Main indicators"), _indicators),
    "income": (("人均纯收入分布", "Income per head"), indicators.income),
    "measures": (("帮扶措施构成", "Measures by class"), indicators.measures),
    "risks": (("监测对象风险构成", "Households by risk"), _risks),
}
