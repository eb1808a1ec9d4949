"""What must be done by when: derived for any day, never stored."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from surveytool.casework.procedure import Level
from surveytool.casework.watch import COUNTY
from surveytool.casework.work import Work
from surveytool.domain.rows import HouseholdRow
from surveytool.domain.seat import Office
from surveytool.domain.sentences import Language, sentence
from surveytool.tasks.casebooks import Read, book, read, remembered
from surveytool.tasks.desk import Desk
from surveytool.tasks.problem_book import problem_works

CHECK_EVERY = "check_every_days"
OFFICES: Mapping[Office, tuple[Level, ...]] = {
    Office.COUNTY: ("county",),
    Office.TOWNSHIP: ("village", "township"),
}
SHOWN = ("due", "overdue", "disputed")


@dataclass(frozen=True, slots=True)
class Due:
    """Something a person must do, on a household or for a place."""

    code: str
    row: HouseholdRow
    by: str = ""
    work: Work | None = None

    def line(self, language: Language) -> str:
        """Return the due as people read it."""
        facts = {
            "name": self.row.head_name,
            "village": self.row.village_title,
            "code": self.row.code,
            "by": self.by,
            "what": self.what(language),
        }
        return sentence(self.code, facts, language)

    def what(self, language: Language = "zh") -> str:
        """Return the step or duty, "" where the code says it all."""
        return self.work.title(language) if self.work else ""

    def summary(self) -> dict[str, Any]:
        """Return plain values for JSON."""
        plain = {
            "what": self.code,
            "household": self.row.id,
            "code": self.row.code,
            "head": self.row.head_name,
            "village": self.row.village_title,
            "by": self.by,
        }
        work = self.work
        if work is None:
            return plain
        return plain | {
            "step": work.code,
            "title": work.zh,
            "office": work.office,
            "state": work.mood,
            "subject": str(work.subject or ""),
            "held_up_by": list(work.held_up_by),
        }


def due(
    desk: Desk,
    on: date | None = None,
    *,
    offices: Collection[Level] = (),
    township: str = "",
    moods: Collection[str] = SHOWN,
) -> list[Due]:
    """Return what is due on a day for some offices, by default one's own.

    ``moods`` may also ask for "blocked" and "running".
    """
    day = on or desk.today
    wanted = tuple(offices or OFFICES[desk.seat.office])
    asked = (day, wanted, tuple(moods))
    found = remembered(
        desk,
        f"dues/{township}",
        lambda: _due(desk, day, township, wanted=wanted, moods=moods),
        asked,
    )
    return list(found)


def _due(
    desk: Desk,
    day: date,
    township: str,
    *,
    wanted: Collection[Level],
    moods: Collection[str],
) -> list[Due]:
    found = read(desk, township)
    works = [
        one
        for one in (
            *book(desk, day, township=township).works(),
            *problem_works(found.records.problems, day),
        )
        if one.office in wanted and one.mood in moods
    ]
    plans = {one.household: one for one in works if one.code == "plan_submitted"}
    places = {row.village: row.village_title for row in found.rows.values()}
    places |= {home.township: home.township for home in found.homes}
    places[COUNTY] = desk.seat.county or desk.seat.title
    told = [
        _of_work(one, found.rows, places) for one in works if one.code not in PLAN_STEPS
    ]
    return [*_of_rows(desk, found, day, plans), *_approvals(found, wanted), *told]


PLAN_STEPS = ("plan_submitted", "plan_approval")


def _of_work(
    work: Work, rows: Mapping[str, HouseholdRow], places: Mapping[str, str]
) -> Due:
    row = rows.get(work.household) or HouseholdRow(
        work.household, village=work.place, village_title=places.get(work.place, "")
    )
    code = "due.late_work" if work.mood == "overdue" else "due.work"
    if work.mood in ("blocked", "disputed"):
        code = f"due.{work.mood}_work"
    return Due(code, row, work.by.isoformat() if work.by else "", work)


def _of_rows(
    desk: Desk, found: Read, day: date, plans: Mapping[str, Work]
) -> Iterator[Due]:
    days = desk.profile.values_on(day).get(CHECK_EVERY)
    every = timedelta(days=int(days)) if days else None
    watched = [one for one in found.rows.values() if one.monitor_type]
    for row in found.rows.values():
        if row.has_draft:
            yield Due("due.finish_draft", row)
    for row in watched:
        if row.plan_state in ("", "returned"):
            code = "due.redo_plan" if row.plan_state else "due.make_plan"
            work = plans.get(row.id)
            by = work.by.isoformat() if work and work.by else ""
            yield Due(code, row, by, work)
    for row in watched if every else ():
        last = date.fromisoformat(row.surveyed) if row.surveyed else None
        if last is None:
            yield Due("due.check", row, day.isoformat())
        elif every and last + every <= day:
            yield Due("due.check", row, (last + every).isoformat())


def _approvals(found: Read, wanted: Collection[Level]) -> Iterator[Due]:
    if "county" in wanted:
        for row in found.rows.values():
            if row.plan_state == "made":
                yield Due("due.approve_plan", row)
