"""How a function takes its arguments: as texts, numbers, values, or unevaluated."""

from collections.abc import Callable
from dataclasses import dataclass

from surveytool.formula.values import as_number, as_text
from surveytool.formula.world import Scope, Value

Run = Callable[[Scope], Value]
MANY = 1_000_000


@dataclass(frozen=True, slots=True)
class Function:
    """A function: how many arguments it takes, and how a call is made."""

    least: int
    most: int
    make: Callable[[tuple[Run, ...]], Run]


def texts(
    answer: Callable[..., Value], least: int, most: int | None = None
) -> Function:
    """Return a function of texts."""

    def make(arguments: tuple[Run, ...]) -> Run:
        if len(arguments) == 2:  # noqa: PLR2004 - the usual number, made quick
            first, second = arguments
            return lambda scope: answer(as_text(first(scope)), as_text(second(scope)))
        return lambda scope: answer(*[as_text(run(scope)) for run in arguments])

    return Function(least, least if most is None else most, make)


def numbers(
    answer: Callable[..., Value], least: int, most: int | None = None
) -> Function:
    """Return a function of numbers."""

    def make(arguments: tuple[Run, ...]) -> Run:
        return lambda scope: answer(
            *[as_number(run(scope), scope.world) for run in arguments]
        )

    return Function(least, least if most is None else most, make)


def values(
    answer: Callable[..., Value], least: int, most: int | None = None
) -> Function:
    """Return a function of the scope and of values as they come."""

    def make(arguments: tuple[Run, ...]) -> Run:
        return lambda scope: answer(scope, *[run(scope) for run in arguments])

    return Function(least, least if most is None else most, make)


def lazy(answer: Callable[..., Value], least: int, most: int | None = None) -> Function:
    """Return a function that evaluates its arguments itself, or not."""

    def make(arguments: tuple[Run, ...]) -> Run:
        return lambda scope: answer(scope, *arguments)

    return Function(least, least if most is None else most, make)
