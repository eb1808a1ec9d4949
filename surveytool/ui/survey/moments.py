"""Days and times of day as people type them, in the form's own writing."""

import re
from datetime import date, datetime, time

DAY = re.compile(r"(\d{4})\D?(\d{1,2})\D?(\d{1,2})\D?")
MONTH = re.compile(r"(\d{4})\D?(\d{1,2})\D?")
YEAR = re.compile(r"(\d{4})\D?")
TIME = re.compile(r"(\d{1,2})(?:[:：.时點点]|(?=\d\d$))(\d{1,2})?分?(?:[:：](\d{2}))?")


def read_day(text: str) -> str:
    """Return 2026年1月5日, 2026/1/5 or 20260105 as 2026-01-05; else as it is."""
    found = DAY.fullmatch(text)
    if found is None:
        return text
    year, month, day = found.groups()
    return f"{year}-{int(month):02}-{int(day):02}"


def read_month(text: str) -> str:
    """Return 2026年1月 or 202601 as the first day of the month; else as it is."""
    found = MONTH.fullmatch(text)
    return f"{found[1]}-{int(found[2]):02}-01" if found else read_day(text)


def read_year(text: str) -> str:
    """Return 2026 or 2026年 as the first day of the year; else as it is."""
    found = YEAR.fullmatch(text)
    return f"{found[1]}-01-01" if found else read_day(text)


def is_day(text: str) -> bool:
    """Tell whether a text is a day of the calendar."""
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def read_time(text: str, *, zone: str) -> str:
    """Return 8:30, 0830 or 8时30分 as ISO 8601 with its zone, "" if it is no time."""
    found = TIME.fullmatch(text.strip())
    if found is None:
        return ""
    hour, minute, second = (int(part or 0) for part in found.groups())
    try:
        return f"{time(hour, minute, second).isoformat('milliseconds')}{zone}"
    except ValueError:
        return ""


def time_shown(value: str) -> str:
    """Return a stored time as 08:30, with seconds only where there are any."""
    found = re.match(r"(\d{1,2}:\d{2})(?::(\d{2}))?", value)
    if found is None:
        return value
    return found[1] if found[2] in (None, "00") else f"{found[1]}:{found[2]}"


def zone_on(day: str) -> str:
    """Return this computer's distance from UTC on a day, as +08:00."""
    moment = datetime.fromisoformat(day) if is_day(day) else datetime.now().astimezone()
    written = moment.astimezone().isoformat(timespec="minutes")
    return written[-6:]
