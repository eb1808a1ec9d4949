"""Functions of dates and times."""

import math
import re
from collections.abc import Callable
from datetime import datetime

from surveytool.formula.functions.signature import Function, values
from surveytool.formula.moment import (
    Moment,
    days_of,
    from_days,
    from_text,
    moment_of,
    part_of_day,
)
from surveytool.formula.values import as_text
from surveytool.formula.world import Scope, Value

_CODE = re.compile(r"%(.)", re.DOTALL)
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_WEEKDAYS = (
    *("Monday", "Tuesday", "Wednesday", "Thursday"),
    *("Friday", "Saturday", "Sunday"),
)


def _today(scope: Scope) -> Moment:
    now = scope.world.now()
    return moment_of(now.replace(hour=0, minute=0, second=0, microsecond=0))


def _now(scope: Scope) -> Moment:
    return moment_of(scope.world.now())


def _when(scope: Scope, value: Value, *, lenient: bool = False) -> datetime | None:
    if isinstance(value, float):
        return from_days(value, scope.world.zone) if math.isfinite(value) else None
    return from_text(as_text(value), scope.world.zone, lenient=lenient)


def _date(scope: Scope, value: Value) -> Value:
    if isinstance(value, bool) or (not isinstance(value, float) and not as_text(value)):
        return ""
    if isinstance(value, Moment) and math.isfinite(value):
        return value
    return moment_of(_when(scope, value, lenient=True))


def _decimal_date_time(scope: Scope, value: Value) -> float:
    at = None if isinstance(value, bool) else _when(scope, value)
    return math.nan if at is None else days_of(at)


def _decimal_time(scope: Scope, value: Value) -> float:
    return part_of_day(as_text(value), scope.world.zone)


def _format_date(scope: Scope, value: Value, form: Value) -> str:
    at = None if isinstance(value, bool) else _when(scope, value)
    if at is None:
        return ""
    return _CODE.sub(lambda found: _coded(at, found[1]), as_text(form))


# What each % code stands for (ODK XForms, format-date and format-date-time).
_CODES: dict[str, Callable[[datetime], str]] = {
    "Y": lambda at: f"{at.year:04}",
    "y": lambda at: f"{at.year % 100:02}",
    "m": lambda at: f"{at.month:02}",
    "n": lambda at: str(at.month),
    "b": lambda at: _MONTHS[at.month - 1][:3],
    "B": lambda at: _MONTHS[at.month - 1],
    "d": lambda at: f"{at.day:02}",
    "e": lambda at: str(at.day),
    "a": lambda at: _WEEKDAYS[at.weekday()][:3],
    "A": lambda at: _WEEKDAYS[at.weekday()],
    "w": lambda at: str(at.isoweekday() % 7),
    "H": lambda at: f"{at.hour:02}",
    "h": lambda at: str(at.hour),
    "M": lambda at: f"{at.minute:02}",
    "S": lambda at: f"{at.second:02}",
    "3": lambda at: f"{at.microsecond // 1000:03}",
    "Z": lambda at: at.isoformat()[-6:],
    "%": lambda _at: "%",
}


def _coded(at: datetime, code: str) -> str:
    known = _CODES.get(code)
    return f"%{code}" if known is None else known(at)


DATES: dict[str, Function] = {
    "today": values(_today, 0),
    "now": values(_now, 0),
    "date": values(_date, 1),
    "date-time": values(_date, 1),
    "decimal-date-time": values(_decimal_date_time, 1),
    "decimal-time": values(_decimal_time, 1),
    "format-date": values(_format_date, 2),
    "format-date-time": values(_format_date, 2),
}
