"""The operators of XPath 1.0 (sections 3.4 and 3.5) as functions of two values."""

import math
import operator
from collections.abc import Callable

from surveytool.formula.tree import Node
from surveytool.formula.values import as_boolean, as_number, as_text, text_number
from surveytool.formula.world import Value, World

_DUST = 1e-12  # as JavaRosa has it

Compare = Callable[[Value, Value, World], bool]


def equal(left: Value, right: Value, world: World) -> bool:
    """Return whether some pair of the two sides is equal."""
    if isinstance(left, bool) or isinstance(right, bool):
        return as_boolean(left) == as_boolean(right)
    if isinstance(left, list):
        return _some_equal(left, right, world)
    if isinstance(right, list):
        return _some_equal(right, left, world)
    if isinstance(left, float) or isinstance(right, float):
        return _same(as_number(left, world), as_number(right, world))
    return left == right


def _same(left: float, right: float) -> bool:
    """Whether numbers are equal but for the dust of binary fractions."""
    return left == right or abs(left - right) < _DUST


def _some_equal(nodes: list[Node], other: Value, world: World) -> bool:
    if isinstance(other, list):
        texts = {node.string_value for node in nodes}
        return any(node.string_value in texts for node in other)
    if isinstance(other, float):
        return any(
            _same(text_number(node.string_value, world), other) for node in nodes
        )
    text = as_text(other)
    return any(node.string_value == text for node in nodes)


def unequal(left: Value, right: Value, world: World) -> bool:
    """Return whether some pair of the two sides differs."""
    if isinstance(left, bool) or isinstance(right, bool):
        return as_boolean(left) != as_boolean(right)
    if isinstance(left, list):
        return _some_unequal(left, right, world)
    if isinstance(right, list):
        return _some_unequal(right, left, world)
    return not equal(left, right, world)


def _some_unequal(nodes: list[Node], other: Value, world: World) -> bool:
    if isinstance(other, list):
        texts = {node.string_value for node in nodes}
        others = {node.string_value for node in other}
        return bool(texts and others) and len(texts | others) > 1
    if isinstance(other, float):
        return any(
            not _same(text_number(node.string_value, world), other) for node in nodes
        )
    text = as_text(other)
    return any(node.string_value != text for node in nodes)


def _ordering(holds: Callable[[float, float], bool]) -> Compare:
    """Return a comparison of numbers: some number left with some number right."""

    def compare(left: Value, right: Value, world: World) -> bool:
        if not isinstance(left, list) and not isinstance(right, list):
            return holds(as_number(left, world), as_number(right, world))
        lefts, rights = _numbers(left, world), _numbers(right, world)
        if not lefts or not rights:
            return False
        return any(
            holds(low, high)
            for low in (min(lefts), max(lefts))
            for high in (min(rights), max(rights))
        )

    return compare


def _numbers(value: Value, world: World) -> list[float]:
    if not isinstance(value, list):
        return [as_number(value, world)]
    found = (text_number(node.string_value, world) for node in value)
    return [number for number in found if not math.isnan(number)]


COMPARISONS: dict[str, Compare] = {
    "=": equal,
    "!=": unequal,
    "<": _ordering(operator.lt),
    "<=": _ordering(operator.le),
    ">": _ordering(operator.gt),
    ">=": _ordering(operator.ge),
}


def divided(left: float, right: float) -> float:
    """Return the quotient by IEEE 754: nothing raises."""
    if right != 0:
        return left / right
    if left == 0 or math.isnan(left):
        return math.nan
    return math.copysign(math.inf, left) * math.copysign(1.0, right)


def remainder(left: float, right: float) -> float:
    """Return the remainder with the sign of the dividend."""
    if right == 0 or math.isinf(left):
        return math.nan
    return math.fmod(left, right)


ARITHMETIC: dict[str, Callable[[float, float], float]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "div": divided,
    "mod": remainder,
}
