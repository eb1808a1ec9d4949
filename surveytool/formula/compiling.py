"""Turns the parts of an expression into functions of a scope."""

from collections.abc import Callable
from typing import ClassVar

from surveytool.domain.refusal import Refusal
from surveytool.formula.choice_name import CHOICE_NAME, choice_name
from surveytool.formula.functions.table import FUNCTIONS
from surveytool.formula.operators import ARITHMETIC, COMPARISONS
from surveytool.formula.order import in_order
from surveytool.formula.paths import filtered_run, nodes_only, path_run
from surveytool.formula.syntax import (
    Call,
    Chain,
    Filtered,
    Literal,
    Negation,
    Number,
    Part,
    Path,
)
from surveytool.formula.values import as_boolean, as_number
from surveytool.formula.world import Scope, Value

Run = Callable[[Scope], Value]


class UnknownFunctionError(Refusal):
    """The expression calls a function that does not exist."""

    code: ClassVar[str] = "formula.unknown_function"


class WrongArgumentsError(Refusal):
    """A function has too few or too many arguments."""

    code: ClassVar[str] = "formula.wrong_arguments"


def compiled(part: Part) -> Run:  # noqa: PLR0911 - one line per kind of part
    """Return the function of a part; mistakes raise when it is reached."""
    match part:
        case Number(value):
            return lambda _scope: value
        case Literal(text):
            return lambda _scope: text
        case Call():
            return _call(part)
        case Path():
            return path_run(part, compiled)
        case Filtered():
            return filtered_run(part, compiled)
        case Negation(operand):
            run = compiled(operand)
            return lambda scope: -as_number(run(scope), scope.world)
        case Chain():
            return _chain(part)


def mistake(call: Call) -> Refusal | None:
    """Return what is wrong with a call, if anything."""
    function = KNOWN.get(call.name)
    if function is None:
        return UnknownFunctionError(name=call.name)
    count = len(call.arguments)
    if function.least <= count <= function.most:
        return None
    return WrongArgumentsError(name=call.name, count=count)


def _call(call: Call) -> Run:
    wrong = mistake(call)
    if wrong is not None:
        return _raises(wrong)
    arguments = tuple(compiled(each) for each in call.arguments)
    return KNOWN[call.name].make(arguments)


def _raises(refusal: Refusal) -> Run:
    def run(_scope: Scope) -> Value:
        raise type(refusal)(**refusal.facts)

    return run


def _chain(chain: Chain) -> Run:
    """Return the operators of one level, applied from the left."""
    sign = chain.rest[0][0]
    first = compiled(chain.first)
    rest = tuple((sign, compiled(operand)) for sign, operand in chain.rest)
    if sign in ("or", "and"):
        return _logic(sign, (first, *(run for _, run in rest)))
    if sign == "|":
        return _union((first, *(run for _, run in rest)))
    if sign in ARITHMETIC:
        return _arithmetic(first, rest)
    return _comparison(first, rest)


def _logic(sign: str, runs: tuple[Run, ...]) -> Run:
    stops = sign == "or"

    def run(scope: Scope) -> bool:
        for each in runs:
            if as_boolean(each(scope)) is stops:
                return stops
        return not stops

    return run


def _union(runs: tuple[Run, ...]) -> Run:
    parts = [nodes_only(run, "|") for run in runs]

    def run(scope: Scope) -> Value:
        return in_order([node for part in parts for node in part(scope)])

    return run


def _arithmetic(first: Run, rest: tuple[tuple[str, Run], ...]) -> Run:
    steps = [(ARITHMETIC[sign], run) for sign, run in rest]

    def run(scope: Scope) -> float:
        world = scope.world
        number = as_number(first(scope), world)
        for calculate, operand in steps:
            number = calculate(number, as_number(operand(scope), world))
        return number

    return run


def _comparison(first: Run, rest: tuple[tuple[str, Run], ...]) -> Run:
    if len(rest) == 1:
        compare, right = COMPARISONS[rest[0][0]], rest[0][1]
        return lambda scope: compare(first(scope), right(scope), scope.world)

    def run(scope: Scope) -> Value:
        value = first(scope)
        for sign, operand in rest:
            value = COMPARISONS[sign](value, operand(scope), scope.world)
        return value

    return run


KNOWN = {**FUNCTIONS, CHOICE_NAME: choice_name(compiled)}
