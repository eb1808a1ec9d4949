"""Amounts in yuan: Decimal, rounded half up, never a float."""

import re
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from surveytool.domain.characters import compact

CENT = Decimal("0.01")


def half_up(value: Decimal, step: Decimal = CENT) -> Decimal:
    """Round to a step, halves away from zero."""
    return value.quantize(step, ROUND_HALF_UP)


def read_amount(text: str) -> Decimal | None:
    """Read an amount as people write it; None where it is not a number."""
    bare = re.sub("[,，元¥￥]", "", compact(text))
    try:
        amount = Decimal(bare)
    except InvalidOperation:
        return None
    return amount if amount.is_finite() else None


def amount(text: str) -> Decimal:
    """Return a stored amount, zero where it is not set or not a number."""
    return read_amount(text) or Decimal(0)


def plain(text: str) -> str:
    """Return an amount as it is stored: 12000.0 is 12000; other text as it is."""
    number = read_amount(text)
    if number is None:
        return text
    written = f"{number:f}" if number else "0"
    return written.rstrip("0").rstrip(".") if "." in written else written


def percent(numerator: Decimal | int, denominator: Decimal | int) -> Decimal | None:
    """Return a ratio in per cent, half-up to two decimals; None over nothing."""
    if not denominator:
        return None
    return half_up(Decimal(numerator) * 100 / Decimal(denominator))


def show(value: Decimal) -> str:
    """Return an amount with thousands separated and no needless decimals."""
    rounded = half_up(value)
    whole = rounded == rounded.to_integral_value()
    return f"{rounded:,.0f}" if whole else f"{rounded:,.2f}"
