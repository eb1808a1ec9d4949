"""Matches patterns that could backtrack for ever, all ways at once (Thompson)."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from re import _constants as code  # type: ignore[attr-defined]  # the only reader of patterns
from re import _parser as reader  # type: ignore[attr-defined]  # that Python has
from typing import Any, ClassVar

from surveytool.domain.refusal import Refusal
from surveytool.formula.tokens import shown

Test = Callable[[str], bool]
Item = tuple[Any, Any]

_MAX_STATES = 20_000
_MOST_STEPS = 3_000_000  # states times characters
_MOST_CHOICES = 4  # so many in a row are tried quickly in any order
_CLASSES: dict[Any, str] = {
    code.CATEGORY_DIGIT: r"\d",
    code.CATEGORY_NOT_DIGIT: r"\D",
    code.CATEGORY_SPACE: r"\s",
    code.CATEGORY_NOT_SPACE: r"\S",
    code.CATEGORY_WORD: r"\w",
    code.CATEGORY_NOT_WORD: r"\W",
}
_REPEATS = frozenset({code.MAX_REPEAT, code.MIN_REPEAT})


class _UnsupportedError(Exception):
    """The pattern needs more than states: groups referred to, looking around."""


@dataclass(slots=True)
class Machine:
    """States with moves by character, free moves, and moves at an edge."""

    moves: list[list[tuple[Test, int]]] = field(default_factory=list)
    free: list[list[int]] = field(default_factory=list)
    edges: list[list[tuple[bool, int]]] = field(default_factory=list)
    goal: int = 0

    def state(self) -> int:
        """Add a state."""
        if len(self.moves) >= _MAX_STATES:
            raise _UnsupportedError
        self.moves.append([])
        self.free.append([])
        self.edges.append([])
        return len(self.moves) - 1

    def searches(self, text: str) -> bool:
        """Return whether the pattern is found anywhere in a text."""
        if len(text) * len(self.moves) > _MOST_STEPS:
            raise TooHardPatternError(pattern=f"({len(text)} characters)")
        end = len(text) - text.endswith("\n")
        now: set[int] = set()
        for at in range(len(text) + 1):
            now = self._spread({*now, 0}, at == 0, at in (end, len(text)))
            if self.goal in now:
                return True
            if at < len(text):
                now = {
                    to
                    for state in now
                    for test, to in self.moves[state]
                    if test(text[at])
                }
        return False

    def _spread(self, states: Iterable[int], begins: bool, ends: bool) -> set[int]:  # noqa: FBT001 - both only pass through
        reached, stack = set[int](), list(states)
        while stack:
            state = stack.pop()
            if state not in reached:
                reached.add(state)
                stack += self.free[state]
                stack += [
                    to for first, to in self.edges[state] if (begins if first else ends)
                ]
        return reached


class TooHardPatternError(Refusal):
    """A pattern might try more ways than anybody can wait for."""

    code: ClassVar[str] = "formula.too_hard_pattern"


def steady(pattern: str) -> Machine | None:
    """Return the machine of a pattern whose ways multiply, else None.

    Raises TooHardPatternError for what multiplies and cannot be such a machine.
    """
    items = reader.parse(pattern)
    if not _is_risky(items, inside=False):
        return None
    machine = None if items.state.flags & ~re.UNICODE else _machine(items)
    if machine is None:
        raise TooHardPatternError(pattern=shown(pattern))
    return machine


def _machine(items: Iterable[Item]) -> Machine | None:
    machine = Machine()
    try:
        machine.goal = _sequence(machine, machine.state(), items)
    except _UnsupportedError:
        return None
    return machine


def _is_risky(items: Iterable[Item], *, inside: bool) -> bool:
    """Whether choices stand inside a long repeat, or many in one row."""
    choices = 0
    for kind, given in items:
        is_choice = kind is code.BRANCH or _is_choice(kind, given)
        choices += is_choice
        if (inside and is_choice) or choices > _MOST_CHOICES:
            return True
        long = kind in _REPEATS and given[1] > _MOST_CHOICES
        subs = (given[2],) if kind in _REPEATS else _subs(kind, given)
        if any(_is_risky(sub, inside=inside or long) for sub in subs):
            return True
    return False


def _is_choice(kind: object, given: Any) -> bool:  # noqa: ANN401 - the reader's own shapes
    return kind in _REPEATS and given[0] != given[1]


def _subs(kind: object, given: Any) -> Sequence[Iterable[Item]]:  # noqa: ANN401 - the reader's own shapes
    if kind is code.SUBPATTERN:
        return (given[3],)
    if kind in (code.ASSERT, code.ASSERT_NOT):
        return (given[1],)
    return tuple(given[1]) if kind is code.BRANCH else ()


def _sequence(machine: Machine, state: int, items: Iterable[Item]) -> int:
    for kind, given in items:
        state = _part(machine, state, kind, given)
    return state


def _part(machine: Machine, state: int, kind: object, given: Any) -> int:  # noqa: ANN401 - the reader's own shapes
    if kind in _REPEATS:
        return _repeat(machine, state, given)
    if kind is code.SUBPATTERN and not given[1] and not given[2]:
        return _sequence(machine, state, given[3])
    after = machine.state()
    if kind is code.BRANCH:
        for way in given[1]:
            machine.free[_sequence(machine, state, way)].append(after)
    elif kind is code.AT and given in (code.AT_BEGINNING, code.AT_END):
        machine.edges[state].append((given is code.AT_BEGINNING, after))
    else:
        machine.moves[state].append((_test(kind, given), after))
    return after


def _repeat(machine: Machine, state: int, given: Any) -> int:  # noqa: ANN401 - the reader's own shapes
    least, most, items = given
    for _ in range(least):
        state = _sequence(machine, state, items)
    after = machine.state()
    if most is code.MAXREPEAT:
        again = machine.state()
        machine.free[state].append(again)
        machine.free[_sequence(machine, again, items)].append(again)
        machine.free[again].append(after)
        return after
    for _ in range(most - least):
        machine.free[state].append(after)
        state = _sequence(machine, state, items)
    machine.free[state].append(after)
    return after


def _test(kind: object, given: Any) -> Test:  # noqa: ANN401 - the reader's own shapes
    if kind is code.LITERAL:
        return chr(given).__eq__
    if kind is code.NOT_LITERAL:
        return chr(given).__ne__
    if kind is code.ANY:
        return "\n".__ne__
    if kind is code.RANGE:
        return lambda character: given[0] <= ord(character) <= given[1]
    if kind is code.CATEGORY and given in _CLASSES:
        match = re.compile(_CLASSES[given]).match
        return lambda character: match(character) is not None
    if kind is code.IN:
        return _set(given)
    raise _UnsupportedError


def _set(given: list[Item]) -> Test:
    negated = given[0][0] is code.NEGATE
    tests = [_test(*item) for item in given[negated:]]
    return lambda character: any(test(character) for test in tests) is not negated
