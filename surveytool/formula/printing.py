"""Prints the parts of an expression back as text."""

import math
from decimal import Decimal

from surveytool.formula.parser import LEVELS
from surveytool.formula.syntax import (
    ANY,
    DEEP,
    HERE,
    UP,
    Call,
    Chain,
    Filtered,
    KindTest,
    Literal,
    NameTest,
    Negation,
    Number,
    Part,
    Path,
    Step,
)

_WORDS = frozenset({"or", "and", "div", "mod"})
_NEGATION = 5.5
_TIGHT = 9.0
_LOOSE = -1.0  # a bare "/" would take the next word for a name


def printed(part: Part) -> str:  # noqa: PLR0911 - one line per kind of part
    """Return the text of an expression; reading it gives the same parts."""
    match part:
        case Number(value):
            return _number(value)
        case Literal(text):
            return f"'{text}'" if "'" not in text else f'"{text}"'
        case Call(name, arguments):
            return f"{name}({', '.join(printed(each) for each in arguments)})"
        case Chain(first, rest):
            return _chain(first, rest)
        case Negation(operand):
            return f"-{_bracketed(operand, _NEGATION)}"
        case Filtered(base, predicates):
            return _base(base, is_start=False) + _predicates(predicates)
        case Path(start, steps):
            before = (
                start if isinstance(start, str) else _base(start, is_start=True) + "/"
            )
            return before + _steps(steps, from_root=start == "/")
    raise TypeError(part)


def _number(value: float) -> str:
    if value == math.inf:
        return "9" * 310
    return format(Decimal(repr(value)), "f").removesuffix(".0")


def _level(part: Part) -> float:
    if isinstance(part, Chain):
        sign = part.rest[0][0]
        return next(level for level, signs in enumerate(LEVELS) if sign in signs)
    if isinstance(part, Path) and not part.steps:
        return _LOOSE
    return _NEGATION if isinstance(part, Negation) else _TIGHT


def _bracketed(part: Part, least: float) -> str:
    """Print an operand; in brackets when it binds less tightly than needed."""
    text = printed(part)
    return text if _level(part) >= least else f"({text})"


def _chain(first: Part, rest: tuple[tuple[str, Part], ...]) -> str:
    level = _level(Chain(first, rest))
    texts = [_bracketed(first, level + 0.1)]
    for sign, operand in rest:
        texts += [f" {sign} ", _bracketed(operand, level + 0.1)]
    return "".join(texts)


def _base(base: Part, *, is_start: bool) -> str:
    plain = isinstance(base, Number | Literal | Call) or (
        is_start and isinstance(base, Filtered)
    )
    return printed(base) if plain else f"({printed(base)})"


def _predicates(predicates: tuple[Part, ...]) -> str:
    return "".join(f"[{printed(each)}]" for each in predicates)


def _steps(steps: tuple[Step, ...], *, from_root: bool) -> str:
    """Join steps; ``//`` only where the reader makes it of the same parts."""
    texts: list[str] = []
    for index, step in enumerate(steps):
        is_inside = from_root or index > 0
        is_last = index == len(steps) - 1
        if step == DEEP and is_inside and not is_last and texts[-1:] != [""]:
            texts.append("")
        else:
            texts.append(_step(step))
    return "/".join(texts)


def _step(step: Step) -> str:
    if step == HERE:
        return "."
    if step == UP:
        return ".."
    test = step.test.name if isinstance(step.test, NameTest) else _kind(step.test)
    axis = {"child": "", "attribute": "@"}.get(step.axis, f"{step.axis}::")
    return axis + test + _predicates(step.predicates)


def _kind(test: KindTest) -> str:
    if not test.target:
        return "node()" if test == ANY else f"{test.kind}()"
    quote = '"' if "'" in test.target else "'"
    return f"{test.kind}({quote}{test.target}{quote})"
