"""One cell as text: what a spreadsheet shows, and what it has lost."""

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation

from surveytool.domain.characters import compact, plain

Cell = str | int | float | bool | date | datetime | time | timedelta
Row = list[Cell]

LEAST_LOST = 10**15
_WRAPPED = re.compile(r'=\s*"(.*)"')
_SCIENTIFIC = re.compile(r"\d(?:\.\d+)?E\+?\d{1,2}", re.IGNORECASE)


def cell_text(cell: Cell) -> str:
    """Return a cell's text: numbers in plain digits, dates in ISO form."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, (int, float)):
        return number_text(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell)


def number_text(number: float) -> str:
    """Return a spreadsheet number with its 15 digits, without an exponent."""
    try:
        value = Decimal(number if isinstance(number, int) else f"{number:.15g}")
    except InvalidOperation:
        return str(number)
    return plain_decimal(value) if value.is_finite() else str(number)


def plain_decimal(value: Decimal) -> str:
    """Return a decimal without exponent and without needless zeros."""
    text = f"{value:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


def bare_text(cell: Cell) -> str:
    """Return a cell's text without ="…", outer blanks and a leading apostrophe."""
    if isinstance(cell, str) and cell.isalnum():
        return cell
    text = plain(cell_text(cell))
    wrapped = _WRAPPED.fullmatch(text)
    return (wrapped[1] if wrapped else text).removeprefix("'").strip()


def code_text(cell: Cell) -> str:
    """Return an identifier's text: half-width, no blanks, no wrapping."""
    text = bare_text(cell)
    if text.isascii() and text.isalnum():
        return text
    return compact(text).strip("'‘’`")


def has_lost_digits(cell: Cell) -> bool:
    """Tell whether a number was too long for a spreadsheet to keep.

    Excel and WPS keep 15 significant digits; the rest became zeros, or the
    text is the number's short display, 6.2E+17.
    """
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return bool(abs(cell) >= LEAST_LOST)
    return isinstance(cell, str) and bool(_SCIENTIFIC.fullmatch(code_text(cell)))
