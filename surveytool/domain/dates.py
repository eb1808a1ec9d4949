"""Dates and months as files write them: 202106, 2021年6月, 2021-06-01."""

import re
from datetime import date, timedelta

from surveytool.domain.characters import compact

EXCEL_EPOCH = date(1899, 12, 30)
_DATE = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ]?[\d:.]+)?Z?")
_SOLID = re.compile(r"(\d{4})(\d{2})(\d{2})")
_MONTH = re.compile(r"(\d{4})[-/.年](\d{1,2})月?")
_SOLID_MONTH = re.compile(r"(\d{4})(\d{2})")


def read_date(text: str) -> str | None:
    """Return a date as yyyy-mm-dd, or None where the text is not one."""
    bare = compact(text)
    match = _DATE.fullmatch(bare) or _SOLID.fullmatch(bare)
    if match is None:
        return None
    try:
        return date(*map(int, match.groups())).isoformat()
    except ValueError:
        return None


def read_month(text: str) -> str | None:
    """Return a month as yyyymm, or None where the text is not one."""
    bare = compact(text)
    whole = read_date(bare)
    if whole:
        return whole[:4] + whole[5:7]
    match = _MONTH.fullmatch(bare) or _SOLID_MONTH.fullmatch(bare)
    if match is None or not 1 <= int(match[2]) <= 12:  # noqa: PLR2004 - months
        return None
    return f"{match[1]}{int(match[2]):02d}"


def from_serial(days: float) -> str:
    """Return the date of a spreadsheet's day number (1900 date system)."""
    return (EXCEL_EPOCH + timedelta(days=int(days))).isoformat()


def age_on(birth: str, on: date) -> int | None:
    """Return the age in full years, None where the birth date is unknown."""
    try:
        born = date.fromisoformat(birth)
    except ValueError:
        return None
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def show_month(yyyymm: str) -> str:
    """Return 202106 as 2021年6月."""
    return f"{yyyymm[:4]}年{int(yyyymm[4:6])}月" if yyyymm.isdecimal() else yyyymm
