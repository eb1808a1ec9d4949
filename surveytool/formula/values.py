"""Turns values into text, numbers and truth, as ODK does."""

import math
import re
from collections.abc import Sequence
from decimal import Decimal

from surveytool.formula.moment import Moment, days_of, from_text
from surveytool.formula.tree import Node
from surveytool.formula.world import Value, World

_NUMBER = re.compile(r"\s*-?(?:\d+(?:\.\d*)?|\.\d+)\s*", re.ASCII)
_DATE_LIKE = re.compile(r"\s*\d{4}-\d\d-\d\d", re.ASCII)
_MAX_PLAIN = 1e15


def as_text(value: Value) -> str:
    """Return a value as text; a number that is none gives an empty text."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return value.text if isinstance(value, Moment) else number_text(value)
    return value[0].string_value if value else ""


def number_text(number: float) -> str:
    """Return a number without exponent and without needless zeros."""
    if number != number:  # noqa: PLR0124 - the quickest test for NaN
        return ""
    if number.is_integer() and abs(number) < _MAX_PLAIN:
        return str(int(number))
    if math.isinf(number):
        return "Infinity" if number > 0 else "-Infinity"
    text = repr(number)
    return text if "e" not in text else format(Decimal(text), "f")


def as_number(value: Value, world: World) -> float:
    """Return a value as a number; a date becomes its day number."""
    if isinstance(value, bool):
        return 1.0 if value else 0.0
    if isinstance(value, float):
        return value
    text = value if isinstance(value, str) else value[0].string_value if value else ""
    return text_number(text, world)


def text_number(text: str, world: World) -> float:
    """Return the number or the day number that a text means, else NaN."""
    if not text:
        return math.nan
    if (text.isascii() and text.isdigit()) or _NUMBER.fullmatch(text):
        return float(text)
    if _DATE_LIKE.match(text):
        at = from_text(text, world.zone)
        return math.nan if at is None else days_of(at)
    return math.nan


def as_boolean(value: Value) -> bool:
    """Return whether a value counts as true."""
    if isinstance(value, float):
        if isinstance(value, Moment):
            return value.truth
        return value != 0 and value == value  # noqa: PLR0124 - NaN is not true
    return bool(value)


def texts_of(value: Value) -> Sequence[str]:
    """Return the texts of all nodes, or the one text of another value."""
    if isinstance(value, list):
        return [node.string_value for node in value]
    return (as_text(value),)


def is_nodes(value: Value) -> bool:
    """Return whether a value is a node-set."""
    return isinstance(value, list)


def first(nodes: Sequence[Node]) -> Node | None:
    """Return the first node, if any."""
    return nodes[0] if nodes else None
