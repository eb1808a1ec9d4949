"""What must be done by when: derived for any day, never stored."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from surveytool.domain.rows import Filter, HouseholdRow
from surveytool.domain.sentences import Language, sentence
from surveytool.tasks.desk import Desk

CHECK_EVERY = "check_every_days"


@dataclass(frozen=True, slots=True)
class Due:
    """Something a person must do on a household."""

    code: str
    row: HouseholdRow
    by: str = ""

    def line(self, language: Language) -> str:
        """Return the due as people read it."""
        facts = {
            "name": self.row.head_name,
            "village": self.row.village_title,
            "code": self.row.code,
            "by": self.by,
        }
        return sentence(self.code, facts, language)

    def summary(self) -> dict[str, Any]:
        """Return plain values for JSON."""
        return {
            "what": self.code,
            "household": self.row.id,
            "code": self.row.code,
            "head": self.row.head_name,
            "village": self.row.village_title,
            "by": self.by,
        }


def due(desk: Desk, on: date | None = None) -> list[Due]:
    """Return what is due on a day: drafts, plans to make and redo, checks."""
    day = on or desk.today
    return list(_due(desk, day))


def _due(desk: Desk, day: date) -> Iterator[Due]:
    for row in desk.store.households(Filter(state="draft")):
        yield Due("due.finish_draft", row)
    watched = desk.store.households(Filter(state="monitored"))
    for row in watched:
        if row.plan_state == "":
            yield Due("due.make_plan", row)
        elif row.plan_state == "returned":
            yield Due("due.redo_plan", row)
    days = desk.profile.values_on(day).get(CHECK_EVERY)
    if days is not None:
        yield from _checks(watched, day, timedelta(days=int(days)))


def _checks(rows: list[HouseholdRow], day: date, every: timedelta) -> Iterator[Due]:
    for row in rows:
        last = date.fromisoformat(row.surveyed) if row.surveyed else None
        if last is None:
            yield Due("due.check", row, day.isoformat())
        elif last + every <= day:
            yield Due("due.check", row, (last + every).isoformat())
