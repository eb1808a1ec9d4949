"""Counting days: calendar days, or working days with holidays and shifted weekends."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

import chinese_calendar

DayKind = Literal["calendar", "working"]
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """The State Council's yearly calendar, with a county's own days laid over it."""

    holidays: frozenset[date] = frozenset()
    workdays: frozenset[date] = frozenset()

    @classmethod
    def of(cls, holidays: Iterable[date], workdays: Iterable[date]) -> "WorkCalendar":
        """Return the calendar with a county's own days."""
        return cls(frozenset(holidays), frozenset(workdays))

    def is_working(self, day: date) -> bool:
        """Whether offices are open."""
        if day in self.workdays:
            return True
        return day not in self.holidays and _published(day)

    def after(self, day: date, count: int, kind: DayKind) -> date:
        """Return the last day of so many days, the day of the event not counted."""
        if kind == "calendar":
            return day + timedelta(days=count)
        while count > 0:
            day += timedelta(days=1)
            count -= self.is_working(day)
        return day


def is_published(day: date) -> bool:
    """Whether the holidays of a day's year are known to the program."""
    try:
        chinese_calendar.is_workday(day)
    except NotImplementedError:
        return False
    return True


@lru_cache(maxsize=4096)
def _published(day: date) -> bool:
    """Return whether a day is a working day; unknown years have plain weekends."""
    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError:
        return day.weekday() < SATURDAY
