"""Expressions that can never be true, whatever is answered."""

import math
from collections.abc import Callable, Iterator

from surveytool.domain.refusal import Refusal
from surveytool.formula.expression import Expression
from surveytool.formula.syntax import Call, Chain, Literal, Negation, Number, Part, Path
from surveytool.formula.tree import Node, document
from surveytool.formula.world import Scope, World

_CHANCE = frozenset(
    {
        "random", "uuid", "now", "today", "property", "version", "once", "position",
        "last",
    }
)  # fmt: skip
_MIRROR = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "="}

_LOW, _HIGH = (">", ">=", "="), ("<", "<=", "=")

# Tells which values an answer may have, or None where anything may be typed.
Offered = Callable[[Path], frozenset[str] | None]
Limit = tuple[Path, str, float | str]


def is_never(expression: Expression, offered: Offered) -> bool:
    """Whether an expression is false for every answer that the form allows."""
    return _never(expression.part, offered)


def _never(part: Part, offered: Offered) -> bool:
    match part:
        case Chain(first, ((("or"), _), *_) as rest):
            return all(_never(each, offered) for each in _operands(first, rest))
        case Chain(first, ((("and"), _), *_) as rest):
            operands = list(_operands(first, rest))
            if any(_never(each, offered) for each in operands):
                return True
            return _contradict([limit for each in operands for limit in _limits(each)])
        case Call("selected" | "is-selected", (Path() as path, Literal(choice))):
            return _is_not_offered(path, choice, offered)
        case Chain():
            unheard = any(
                sign == "=" and _is_not_offered(path, str(value), offered)
                for path, sign, value in _limits(part)
                if isinstance(value, str)
            )
            return unheard or _is_constantly_false(part)
    return _is_constantly_false(part)


def _operands(first: Part, rest: tuple[tuple[str, Part], ...]) -> Iterator[Part]:
    yield first
    yield from (operand for _, operand in rest)


def _is_not_offered(path: Path, value: str, offered: Offered) -> bool:
    known = offered(path)
    return known is not None and value != "" and value.strip() not in known


def _limits(part: Part) -> Iterator[Limit]:
    """Yield what a comparison with a constant says of a path."""
    if not isinstance(part, Chain) or len(part.rest) != 1:
        return
    (sign, right), left = part.rest[0], part.first
    if sign not in _MIRROR:
        return
    if isinstance(left, Path) and (value := _constant(right)) is not None:
        yield left, sign, value
    elif isinstance(right, Path) and (value := _constant(left)) is not None:
        yield right, _MIRROR[sign], value


def _constant(part: Part) -> float | str | None:
    match part:
        case Number(value):
            return value
        case Literal(text):
            return text
        case Negation(Number(value)):
            return -value
    return None


def _contradict(limits: list[Limit]) -> bool:
    """Whether limits that must all hold leave nothing for one of their paths."""
    return any(_leaves_nothing(path, limits) for path in {path for path, *_ in limits})


def _leaves_nothing(path: Path, limits: list[Limit]) -> bool:
    own = [(sign, value) for other, sign, value in limits if other == path]
    texts = {value for sign, value in own if sign == "=" and isinstance(value, str)}
    if len(texts) > 1:
        return True
    numbers = [(sign, value) for sign, value in own if not isinstance(value, str)]
    low = max((v, s == ">") for s, v in [(">=", -math.inf), *numbers] if s in _LOW)
    high = min((v, s != "<") for s, v in [("<=", math.inf), *numbers] if s in _HIGH)
    return low[0] > high[0] or (low[0] == high[0] and (low[1] or not high[1]))


def _is_constantly_false(part: Part) -> bool:
    expression = Expression(part)
    if expression.references("/x") or expression.functions() & _CHANCE:
        return False
    nowhere = Node("x")
    try:
        return not expression.as_boolean(Scope(nowhere, World(root=document(nowhere))))
    except Refusal:
        return False
