"""The sections of a profile's file that hold procedures and their steps."""

from collections.abc import Collection, Mapping
from typing import cast

from surveytool.casework.checked_table import CheckedTable
from surveytool.casework.placeholders import places_of
from surveytool.casework.procedure import START, Begins, Level, Procedure, ProcedureStep
from surveytool.casework.rule_sections import validity_of
from surveytool.casework.work_calendar import DayKind
from surveytool.domain.vocabulary import fields

DAY_KINDS = ("calendar", "working")
LEVELS = ("village", "township", "county")
BEGINS = ("case", "clue", "inclusion")
MARK_PLACES = frozenset({"month", "day", "monitor_type", "risks"})


def read_procedure(table: CheckedTable) -> Procedure:
    """Read one procedure; a step may only come after one written before it."""
    steps = table.each("step", _step)
    known: set[str] = set()
    for number, step in enumerate(steps, 1):
        path = f"{table.path}.step[{number}]"
        _known(table, f"{path}.after", step.after, known)
        _known(table, f"{path}.since", (step.since,), {START, *known})
        if step.code in known:
            table.notes.add(
                "casework.profile_code_twice", f"{path}.code", value=step.code
            )
        known.add(step.code)
        _known(table, f"{path}.back_to", (step.back_to,), known)
    return Procedure(
        code=table.text("code"),
        zh=table.text("zh"),
        en=table.text("en"),
        steps=steps,
        begins=cast("Begins", table.one_of("begins", BEGINS, "case") or "case"),
        limit=table.number("limit"),
        days=_days(table, "days"),
        validity=validity_of(table),
        source=table.text("source"),
    )


def _known(
    table: CheckedTable, path: str, codes: Collection[str], known: Collection[str]
) -> None:
    for code in codes:
        if code and code not in known:
            table.notes.add(
                "casework.profile_value_unknown",
                path,
                value=code,
                allowed="、".join(sorted(known)),
            )


def _step(table: CheckedTable) -> ProcedureStep:
    return ProcedureStep(
        code=table.text("code"),
        zh=table.text("zh"),
        en=table.text("en"),
        actor=table.text("actor"),
        office=cast("Level", table.one_of("office", LEVELS, "village") or "village"),
        form=table.text("form", ""),
        limit=table.number("limit"),
        days=_days(table, "days"),
        after=table.text_or_texts("after"),
        since=table.text("since", ""),
        minimum=table.number("minimum"),
        minimum_days=_days(table, "minimum_days"),
        back_to=table.text("back_to", ""),
        decides=table.flag("decides"),
        optional=table.flag("optional"),
        evidence=table.texts("evidence"),
        marks=_marks(table),
        source=table.text("source", ""),
    )


def _marks(table: CheckedTable) -> Mapping[str, str]:
    """Read what a step sets on the household when it passes."""
    marks = table.table("marks")
    for name in marks.values:
        if name not in fields("household"):
            table.notes.add(
                "casework.profile_field_unknown", marks.at(name), field=name
            )
        for place in sorted(places_of(marks.text(name, "")) - MARK_PLACES):
            table.notes.add("casework.profile_bad_place", marks.at(name), place=place)
    return {name: marks.text(name, "") for name in marks.values}


def _days(table: CheckedTable, key: str) -> DayKind:
    found = table.one_of(key, DAY_KINDS, "calendar") or "calendar"
    return cast("DayKind", found)
