"""Many tests asked together: one look at a field says which of them can hold at all."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from surveytool.casework.direct import MOST, Test, direct, only_field
from surveytool.casework.residents import age_text
from surveytool.formula.syntax import Chain, Part

Further = tuple[tuple[int, Test | None], ...]


@dataclass(slots=True)
class Guard:
    """The tests that begin with one field, and whom each value lets through."""

    name: str
    tests: list[tuple[int, Test, Test | None]] = field(default_factory=list)
    known: dict[str, Further] = field(default_factory=dict)

    def let_through(self, value: str, fields: Mapping[str, str]) -> Further:
        """Work out which tests a value lets through."""
        found = tuple((place, rest) for place, test, rest in self.tests if test(fields))
        if len(self.known) >= MOST:
            self.known.clear()
        self.known[value] = found
        return found


class Guards:
    """Tests by their place, on the fields of one household or of one person."""

    def __init__(self, tests: Mapping[int, Part], context: str, on: date) -> None:
        self._guards: dict[str, Guard] = {}
        self._free: list[tuple[int, Test]] = []
        self._on = on
        for place, part in tests.items():
            self._add(place, part, context)
        self._every: list[tuple[Callable[[Mapping[str, str]], str], Guard]] = [
            (_reader(name, on), guard) for name, guard in self._guards.items()
        ]

    def hits(self, fields: Mapping[str, str]) -> list[int]:
        """Return the places of the tests that hold."""
        found = []
        for read, guard in self._every:
            value = read(fields)
            further = guard.known.get(value)
            if further is None:
                further = guard.let_through(value, fields)
            for place, rest in further:
                if rest is None or rest(fields):
                    found.append(place)
        for place, test in self._free:
            if test(fields):
                found.append(place)
        return found

    def _add(self, place: int, part: Part, context: str) -> None:
        parts = list(conjuncts(part))
        name = next(filter(None, (only_field(one, context) for one in parts)), "")
        if not name:
            self._free.append((place, direct(part, context, self._on)))
            return
        own = [one for one in parts if only_field(one, context) == name]
        others = [one for one in parts if only_field(one, context) != name]
        rest = direct(joined(others), context, self._on) if others else None
        guard = self._guards.setdefault(name, Guard(name))
        guard.tests.append((place, direct(joined(own), context, self._on), rest))


def conjuncts(part: Part) -> Iterator[Part]:
    """Return the parts of which all must hold."""
    match part:
        case Chain(first, rest) if {joint for joint, _ in rest} == {"and"}:
            yield from conjuncts(first)
            for _, operand in rest:
                yield from conjuncts(operand)
        case _:
            yield part


def joined(parts: list[Part]) -> Part:
    """Return parts of which all must hold as one."""
    first, *others = parts
    return Chain(first, tuple(("and", one) for one in others)) if others else first


def _reader(name: str, on: date) -> Callable[[Mapping[str, str]], str]:
    if name == "age":
        return lambda fields: age_text(fields.get("birth", ""), on)
    return lambda fields: fields.get(name, "")
