"""Functions of numbers."""

import math
from collections.abc import Callable
from decimal import ROUND_HALF_DOWN, ROUND_HALF_UP, Context, Decimal

from surveytool.formula.functions.signature import MANY, Function, numbers, values
from surveytool.formula.moment import Moment, from_text
from surveytool.formula.paths import NotNodesError
from surveytool.formula.values import as_number, as_text, number_text, text_number
from surveytool.formula.world import Scope, Value

_MOST_DIGITS = 400
_ROOMY = Context(prec=1000)


def _number(scope: Scope, *given: Value) -> float:
    """Turn into a number; a date becomes its day number and reads as one."""
    value = given[0] if given else scope.node.string_value
    if isinstance(value, float):
        return value
    number = as_number(value, scope.world)
    if isinstance(value, bool) or number != number:  # noqa: PLR0124 - NaN
        return number
    if from_text(as_text(value), scope.world.zone) is None:
        return number
    return Moment(number, number_text(math.floor(number) + 0.0), truth=True)


def _round(scope: Scope, value: Value, *places: Value) -> float:
    """Round to decimal places (negative: to tens); a half goes up."""
    text = value.replace(",", ".") if isinstance(value, str) else value
    number = as_number(text, scope.world)
    digits = as_number(places[0], scope.world) if places else 0.0
    if not math.isfinite(number) or not math.isfinite(digits):
        return number if digits == digits else math.nan  # noqa: PLR0124 - NaN
    return _half_up(number, int(max(-_MOST_DIGITS, min(_MOST_DIGITS, digits))))


def _half_up(number: float, digits: int) -> float:
    exact = Decimal(repr(float(number)))
    if exact.as_tuple().exponent > -digits:  # type: ignore[operator]
        return float(number)
    way = ROUND_HALF_UP if number > 0 else ROUND_HALF_DOWN
    return float(exact.quantize(Decimal(1).scaleb(-digits), way, _ROOMY))


def _sum(scope: Scope, nodes: Value) -> float:
    if not isinstance(nodes, list):
        raise NotNodesError(name="sum")
    return math.fsum(_filled(nodes, scope)) if nodes else 0.0


def _filled(value: Value, scope: Scope) -> list[float]:
    """Return the numbers of a value; nodes without an answer do not count."""
    if not isinstance(value, list):
        return [as_number(value, scope.world)]
    found = (node.string_value for node in value)
    return [text_number(text, scope.world) for text in found if text]


def _extreme(choose: Callable[[list[float]], float]) -> Callable[..., float]:
    def answer(scope: Scope, *given: Value) -> float:
        found = [number for value in given for number in _filled(value, scope)]
        if not found or any(map(math.isnan, found)):
            return math.nan
        return choose(found)

    return answer


def _safe(calculate: Callable[..., float]) -> Callable[..., float]:
    """Return the function with NaN or infinity where Python would raise."""

    def answer(*given: float) -> float:
        try:
            return calculate(*given)
        except ValueError:
            return math.nan
        except OverflowError:
            return math.inf

    return answer


def _log(calculate: Callable[[float], float]) -> Callable[[float], float]:
    return lambda number: -math.inf if number == 0 else calculate(number)


def _pow(base: float, exponent: float) -> float:
    if base == 0 and exponent < 0:
        return math.inf
    if abs(base) == 1 and math.isinf(exponent):
        return math.nan
    power = math.pow(base, exponent)
    return math.nan if math.isnan(exponent) else power


def _thousands(scope: Scope, value: Value, *separator: Value) -> str:
    """Group the digits before the point by threes."""
    number = as_number(value, scope.world)
    if not math.isfinite(number):
        return ""
    mark = as_text(separator[0]) if separator else ","
    whole, point, part = number_text(number).partition(".")
    return f"{int(whole):,}".replace(",", mark) + point + part


def _on_finite(calculate: Callable[[float], int]) -> Callable[[float], float]:
    return lambda number: (
        math.copysign(float(calculate(number)), number)
        if math.isfinite(number)
        else number
    )


def _plain(calculate: Callable[..., float], count: int = 1) -> Function:
    return numbers(_safe(calculate), count)


NUMBERS: dict[str, Function] = {
    "number": values(_number, 0, 1),
    "int": numbers(_on_finite(math.trunc), 1),
    "floor": numbers(_on_finite(math.floor), 1),
    "ceiling": numbers(_on_finite(math.ceil), 1),
    "round": values(_round, 1, 2),
    "sum": values(_sum, 1),
    "min": values(_extreme(min), 0, MANY),
    "max": values(_extreme(max), 0, MANY),
    "thousands-sep": values(_thousands, 1, 2),
    "abs": _plain(math.fabs),
    "pow": _plain(_pow, 2),
    "sqrt": _plain(math.sqrt),
    "exp": _plain(math.exp),
    "exp10": _plain(lambda number: math.pow(10, number)),
    "log": _plain(_log(math.log)),
    "log10": _plain(_log(math.log10)),
    "sin": _plain(math.sin),
    "cos": _plain(math.cos),
    "tan": _plain(math.tan),
    "asin": _plain(math.asin),
    "acos": _plain(math.acos),
    "atan": _plain(math.atan),
    "atan2": _plain(math.atan2, 2),
    "pi": numbers(lambda: math.pi, 0),
}
