"""Values as text: the one written form that each type has in an instance."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from types import MappingProxyType

_INTEGER = re.compile(r"[+-]?\d+")
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_DATE = re.compile(r"(\d{4}-\d{2}-\d{2})(?:T.*)?")
_TIME = re.compile(r"\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?")
_MAX_DIGITS = 400


def canonical(kind: str, text: str) -> str:
    """Return a value as an instance holds it, or "" if it is none of its type."""
    write = _WRITERS.get(kind)
    return text if write is None or not text else write(text.strip())


def fits(kind: str, text: str) -> bool:
    """Whether a typed text is a value of its type."""
    return not text.strip() or canonical(kind, text) != "" or kind in _LOSSY


def in_range(least: str, most: str, text: str) -> bool:
    """Whether a number lies between two others; what is no number bounds nothing."""
    number, ends = _decimal(text), [_decimal(least), _decimal(most)]
    limits = sorted(end for end in ends if end is not None)
    if number is None or len(limits) != len(ends):
        return True
    return limits[0] <= number <= limits[1]


def _integer(text: str) -> str:
    if _INTEGER.fullmatch(text):
        return str(int(text)) if len(text) < _MAX_DIGITS else ""
    number = _decimal(text)
    return "" if number is None else str(int(number))


def _decimal(text: str) -> Decimal | None:
    if not _NUMBER.fullmatch(text):
        return None
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if abs(number.adjusted()) < _MAX_DIGITS else None


def _decimal_text(text: str) -> str:
    number = _decimal(text)
    if number is None:
        return ""
    plain = f"{number:f}"
    if "." not in plain:
        return f"{plain}.0"
    whole, _, fraction = plain.partition(".")
    return f"{whole}.{fraction.rstrip('0') or '0'}"


def _point(text: str) -> str:
    parts = [_decimal(part) for part in text.split()]
    numbers = [part for part in parts if part is not None]
    if len(numbers) != len(parts) or not 2 <= len(numbers) <= 4:  # noqa: PLR2004 - ODK
        return ""
    numbers += [Decimal(0)] * (4 - len(numbers))
    if not any(numbers):
        return ""
    return " ".join(_coordinate(number) for number in numbers)


def _coordinate(number: Decimal) -> str:
    return _decimal_text(f"{number:f}")


def _points(text: str) -> str:
    points = [_point(part) for part in text.split(";") if part.strip()]
    return ";".join(points) if all(points) else ""


def _date(text: str) -> str:
    found = _DATE.fullmatch(text)
    return found[1] if found else ""


def _date_time(text: str) -> str:
    return text if _DATE.fullmatch(text) else ""


def _time(text: str) -> str:
    return text if _TIME.fullmatch(text) else ""


_WRITERS: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "int": _integer,
        "decimal": _decimal_text,
        "geopoint": _point,
        "geotrace": _points,
        "geoshape": _points,
        "date": _date,
        "dateTime": _date_time,
        "time": _time,
    }
)
_LOSSY = frozenset({"geopoint", "geotrace", "geoshape"})
