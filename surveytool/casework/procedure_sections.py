"""The sections of a profile's file that hold procedures and their steps."""

from typing import cast

from surveytool.casework.checked_table import CheckedTable
from surveytool.casework.procedure import DayKind, Procedure, ProcedureStep

DAY_KINDS = ("calendar", "working")


def read_procedure(table: CheckedTable) -> Procedure:
    """Read one procedure; a step may only come after one written before it."""
    steps = table.each("step", _step)
    known: set[str] = set()
    for number, step in enumerate(steps, 1):
        if step.after and step.after not in known:
            table.notes.add(
                "casework.profile_value_unknown",
                f"{table.path}.step[{number}].after",
                value=step.after,
                allowed="、".join(sorted(known)),
            )
        known.add(step.code)
    return Procedure(
        code=table.text("code"),
        zh=table.text("zh"),
        en=table.text("en"),
        steps=steps,
        limit=table.number("limit"),
        days=_days(table),
        source=table.text("source"),
    )


def _step(table: CheckedTable) -> ProcedureStep:
    return ProcedureStep(
        code=table.text("code"),
        zh=table.text("zh"),
        en=table.text("en"),
        actor=table.text("actor"),
        form=table.text("form", ""),
        limit=table.number("limit"),
        days=_days(table),
        after=table.text("after", ""),
        evidence=table.texts("evidence"),
        source=table.text("source", ""),
    )


def _days(table: CheckedTable) -> DayKind:
    found = table.one_of("days", DAY_KINDS, "calendar") or "calendar"
    return cast("DayKind", found)
