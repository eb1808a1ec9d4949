"""Conditions and choices of people, remembered by the values they look at.

A county has 92,408 households but few different values of, say, housing grade and
water: each expression is worked out once for each set of values it sees.
"""

import operator
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import TypeVar

from surveytool.casework.direct import (
    MOST,
    Test,
    Tree,
    direct,
    is_everybody,
    is_truth,
)
from surveytool.casework.formulas import HOUSEHOLD, PERSON, FieldsUsed, fields_used
from surveytool.casework.residents import Residents, Values
from surveytool.domain.entity import Entity
from surveytool.formula.expression import Expression
from surveytool.formula.syntax import Call, Chain, NameTest, Number, Path, Step

_COMPARE: Mapping[str, Callable[[float, float], bool]] = MappingProxyType(
    {
        "=": operator.eq,
        "!=": operator.ne,
        "<": operator.lt,
        "<=": operator.le,
        ">": operator.gt,
        ">=": operator.ge,
    }
)
_PLACED = frozenset({"position", "last"})

Key = tuple[Values, tuple[Values, ...]]
K = TypeVar("K")
V = TypeVar("V")


class Condition:
    """Whether an expression holds for a household."""

    def __init__(self, expression: Expression) -> None:
        self.expression = expression
        self.used = fields_used(expression)
        self._tree = Tree(self.used)
        self._known: dict[Key, bool] = {}

    def holds(self, home: Residents) -> bool:
        """Whether it holds."""
        key = _key(self.used, home)
        known = self._known.get(key)
        if known is None:
            scope = self._tree.scope(key, home.on)
            known = self.expression.as_boolean(scope)
            _room(self._known)[key] = known
        return known


class Choice:
    """Which of its members an expression chooses."""

    def __init__(self, expression: Expression) -> None:
        self.expression = expression
        self.used = fields_used(expression)
        self._tree = Tree(self.used)
        self._known: dict[Key, tuple[int, ...]] = {}

    def of(self, home: Residents) -> list[Entity]:
        """Return the members chosen, in their order."""
        key = _key(self.used, home)
        known = self._known.get(key)
        if known is None:
            scope = self._tree.scope(key, home.on)
            found = self.expression.evaluate(scope)
            people = scope.node.named("person")
            places = {id(one): at for at, one in enumerate(people)}
            chosen = found if isinstance(found, list) else []
            known = tuple(places[id(one)] for one in chosen if id(one) in places)
            _room(self._known)[key] = known
        return [home.persons[at] for at in known]


class OneByOne:
    """A choice that looks at each member alone, whoever else lives there."""

    def __init__(self, predicate: Expression) -> None:
        self.predicate = predicate
        self._on: date | None = None
        self._test: Test = bool

    def at(self, on: date) -> Test:
        """Return the test of a member's fields on a day."""
        if on != self._on:
            self._on, self._test = on, direct(self.predicate.part, PERSON, on)
        return self._test

    def of(self, home: Residents) -> list[Entity]:
        """Return the members chosen, in their order."""
        test = self.at(home.on)
        return [one for one in home.persons if test(one.fields)]


class Own:
    """Whether something holds for the household, whoever lives there."""

    def __init__(self, expression: Expression) -> None:
        self.expression = expression
        self._on: date | None = None
        self._test: Test = bool

    def holds(self, home: Residents) -> bool:
        """Whether it holds."""
        if home.on != self._on:
            self._on = home.on
            self._test = direct(self.expression.part, HOUSEHOLD, home.on)
        return self._test(home.household.fields)


class Headcount:
    """Whether so and so many members are chosen: ``count(person[…]) > 2``."""

    def __init__(self, choice: OneByOne | None, sign: str, number: float) -> None:
        self.choice = choice
        self.compare = _COMPARE[sign]
        self.number = number

    def holds(self, home: Residents) -> bool:
        """Whether it holds."""
        chosen = self.choice.of(home) if self.choice else home.persons
        return self.compare(len(chosen), self.number)


Holding = Condition | Headcount | Own


def conditions_of(expression: Expression) -> tuple[Holding, ...]:
    """Return an expression as conditions of which all must hold."""
    return tuple(_condition(one) for one in _conjuncts(expression))


def _conjuncts(expression: Expression) -> tuple[Expression, ...]:
    part = expression.part
    if isinstance(part, Chain) and {joint for joint, _ in part.rest} == {"and"}:
        parts = (part.first, *(operand for _, operand in part.rest))
        return tuple(Expression(one) for one in parts)
    return (expression,)


def _condition(expression: Expression) -> Holding:
    match expression.part:
        case Chain(Call("count", (people,)), ((sign, Number(number)),)):
            choice = choice_of(Expression(people))
            if isinstance(choice, OneByOne) and sign in _COMPARE:
                return Headcount(choice, sign, number)
            if is_everybody(people) and sign in _COMPARE:
                return Headcount(None, sign, number)
    used = fields_used(expression)
    if is_truth(expression.part) and not used.sees_people and not used.strange:
        return Own(expression)
    return Condition(expression)


def choice_of(expression: Expression) -> Choice | OneByOne:
    """Return a choice, looking at members one by one where that is the same."""
    match expression.part:
        case Path("", (Step("child", NameTest("person"), (predicate,)),)):
            alone = Expression(predicate)
            if is_truth(predicate) and _looks_at_one(alone):
                return OneByOne(alone)
    return Choice(expression)


def _looks_at_one(predicate: Expression) -> bool:
    used = fields_used(predicate, PERSON)
    alone = not used.household and not used.strange
    return alone and not predicate.functions() & _PLACED


def _key(used: FieldsUsed, home: Residents) -> Key:
    own = home.own(used.household)
    if not used.sees_people:
        return own, ()
    return own, tuple([home.of(one, used.person) for one in home.persons])


def _room(known: dict[K, V]) -> dict[K, V]:
    if len(known) >= MOST:
        known.clear()
    return known
