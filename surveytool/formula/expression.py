"""An expression that was read: what it looks at, and its value in a scope."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property, lru_cache

from surveytool.domain.refusal import Refusal
from surveytool.formula.compiling import Run, compiled, mistake
from surveytool.formula.parser import MAX_NESTING, FormulaTooDeepError, read
from surveytool.formula.printing import printed
from surveytool.formula.references import Reference, References, looks_at
from surveytool.formula.syntax import Part, calls
from surveytool.formula.tokens import shown
from surveytool.formula.values import as_boolean, as_number, as_text
from surveytool.formula.world import Scope, Value

_FRAMES = 6 * MAX_NESTING  # how many calls the deepest expression needs to be read


class Expression:
    """One expression; immutable, shared between sessions."""

    def __init__(self, part: Part) -> None:
        self.part = part

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Expression) and self.part == other.part

    def __hash__(self) -> int:
        return hash(self.part)

    @cached_property
    def text(self) -> str:
        """The expression printed; reading it gives the same parts."""
        with _room():
            return printed(self.part)

    @cached_property
    def _run(self) -> Run:
        with _room():
            return compiled(self.part)

    def references(self, context: str) -> References:
        """Return what it looks at when it stands at the context path."""
        return self.looks_at(context)[0]

    def looks_at(self, context: str) -> tuple[References, References]:
        """Return what it looks at, and those of them whose text it reads."""
        with _room():
            return looks_at(self.part, context)

    def mistakes(self) -> tuple[Refusal, ...]:
        """Return the calls that cannot work: unknown functions, wrong arguments."""
        found = (mistake(each) for each in calls(self.part))
        return tuple(each for each in found if each is not None)

    def functions(self) -> frozenset[str]:
        """Return the names of the functions that it calls."""
        return frozenset(each.name for each in calls(self.part))

    def evaluate(self, scope: Scope) -> Value:
        """Return its value; raises Refusal only."""
        scope.world.effort = 0
        try:
            return self._run(scope)
        except RecursionError as error:
            raise FormulaTooDeepError(
                formula=shown(self.text), limit=MAX_NESTING
            ) from error

    def as_text(self, scope: Scope) -> str:
        """Return its value as text."""
        return as_text(self.evaluate(scope))

    def as_number(self, scope: Scope) -> float:
        """Return its value as a number (a date becomes its day number)."""
        return as_number(self.evaluate(scope), scope.world)

    def as_boolean(self, scope: Scope) -> bool:
        """Return whether its value is true."""
        return as_boolean(self.evaluate(scope))


@lru_cache(maxsize=8192)
def parse(text: str) -> Expression:
    """Return the expression of a text (cached).

    Raises BadFormulaError, FormulaTooDeepError, FormulaTooLongError.
    """
    with _room():
        return Expression(read(text))


@contextmanager
def _room() -> Iterator[None]:
    """Let the deepest expression be read, however deep the caller stands."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(max(before, 1000 + _FRAMES))
    try:
        yield
    finally:
        sys.setrecursionlimit(before)


__all__ = ["Expression", "Reference", "parse"]
