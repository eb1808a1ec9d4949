"""Dates and times as ODK counts them: days since 1970, in the device's zone."""

import math
import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from typing import Self

DAY_SECONDS = 86_400
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_ZONE = r"(?P<zone>Z|[-+]\d{2}(?::?\d{2})?)?"
_TIME = (
    rf"(?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.(?P<part>\d+))?)?{_ZONE}"
)
_DATE = r"(?P<year>\d{4})-(?P<month>\d\d?)-(?P<day>\d\d?)"
_DATE_TIME = re.compile(rf"\s*{_DATE}(?:T{_TIME})?\s*", re.ASCII)
_PADDED = re.compile(r"\s*\d{4}-\d\d-\d\d(?:T.*)?", re.ASCII)
_LONE_TIME = re.compile(_TIME, re.ASCII)
_NO_DATE = "Invalid Date"
_HOUR, _DAY = 60, 24  # minutes, hours


class Moment(float):
    """A day number that remembers the date it came from."""

    __slots__ = ("text", "truth")

    text: str
    truth: bool

    def __new__(cls, days: float, text: str, *, truth: bool) -> Self:
        """Make a day number with its text."""
        moment = super().__new__(cls, days)
        moment.text = text
        moment.truth = truth
        return moment


def moment_of(at: datetime | None) -> Moment:
    """Return the day number of a time; None means a date that is none."""
    if at is None:
        return Moment(math.nan, _NO_DATE, truth=False)
    days = days_of(at)
    return Moment(days, iso_text(at), truth=days != 0)


def days_of(at: datetime) -> float:
    """Return the days since 1970, milliseconds at the finest."""
    return math.floor((at - _EPOCH) / timedelta(milliseconds=1)) / (DAY_SECONDS * 1000)


def iso_text(at: datetime) -> str:
    """Return the ISO date, with the time unless it is midnight."""
    if not (at.hour or at.minute or at.second or at.microsecond):
        return at.date().isoformat()
    return at.isoformat(timespec="milliseconds")


def from_days(days: float, zone: tzinfo) -> datetime | None:
    """Return the local time of a day number."""
    try:
        milliseconds = round(days * DAY_SECONDS * 1000)
        return (_EPOCH + timedelta(milliseconds=milliseconds)).astimezone(zone)
    except (OverflowError, ValueError):
        return None


@lru_cache(maxsize=4096)
def from_text(text: str, zone: tzinfo, *, lenient: bool = False) -> datetime | None:
    """Return the time that an ISO date or date-time means in the zone.

    Lenient also takes months and days without the leading zero.
    """
    found = _DATE_TIME.fullmatch(text)
    if found is None or not (lenient or _PADDED.fullmatch(text)):
        return None
    try:
        at = datetime(  # noqa: DTZ001 - the zone is set just below
            int(found["year"]),
            int(found["month"]),
            int(found["day"]),
            int(found["hour"] or 0),
            int(found["minute"] or 0),
            int(found["second"] or 0),
            int((found["part"] or "0").ljust(6, "0")[:6]),
        )
        own = zone if found["zone"] is None else zone_of(found["zone"])
        return at.replace(tzinfo=own).astimezone(zone)
    except (ValueError, OverflowError):
        return None


def zone_of(text: str) -> tzinfo:
    """Return the zone of "Z" or "+08:00"; raises ValueError out of range."""
    if text == "Z":
        return UTC
    hours, minutes = int(text[1:3]), int(text[3:].lstrip(":") or 0)
    if minutes >= _HOUR or hours >= _DAY:
        raise ValueError(text)
    offset = timedelta(hours=hours, minutes=minutes)
    return timezone(-offset if text[0] == "-" else offset)


def part_of_day(text: str, zone: tzinfo) -> float:
    """Return the fraction of the local day of a time of day; NaN if none."""
    if _LONE_TIME.fullmatch(text) is None:
        return math.nan
    at = from_text(f"1970-01-01T{text}", zone)
    if at is None:
        return math.nan
    midnight = at.replace(hour=0, minute=0, second=0, microsecond=0)
    return (at - midnight) / timedelta(days=1)
