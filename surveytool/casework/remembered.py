"""Conditions and choices of people, remembered by the values they look at.

A county has 92,408 households but few different values of, say, housing grade and
water: each expression is worked out once for each set of values it sees.
"""

import operator
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, time
from types import MappingProxyType
from typing import Final, TypeVar

from surveytool.casework.formulas import HOUSEHOLD, PERSON, FieldsUsed, fields_used
from surveytool.casework.residents import Residents, Values
from surveytool.domain.entity import Entity
from surveytool.formula.expression import Expression
from surveytool.formula.syntax import Call, Chain, NameTest, Number, Path, Step
from surveytool.formula.tree import Node, document
from surveytool.formula.world import Scope, World

MOST: Final = 20_000  # answers kept of one expression, so that memory stays bounded
_TRUTHS = frozenset({"and", "or", "=", "!=", "<", "<=", ">", ">="})
_TRUE_CALLS = frozenset({"selected", "not", "boolean", "regex", "contains"})
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


class Predicate:
    """Whether an expression holds for one member, whoever else lives there."""

    def __init__(self, expression: Expression) -> None:
        self.expression = expression
        self.used = fields_used(expression, PERSON)
        self._tree = Tree(self.used)
        self._known: dict[Values, bool] = {}

    def takes(self, person: Entity, home: Residents) -> bool:
        """Whether it holds for a member."""
        key = home.of(person, self.used.person)
        known = self._known.get(key)
        if known is None:
            household = self._tree.scope(((), (key,)), home.on)
            alone = Scope(household.node.named("person")[0], household.world)
            known = self.expression.as_boolean(alone)
            _room(self._known)[key] = known
        return known


class OneByOne:
    """A choice that looks at each member alone: all its predicates must hold."""

    def __init__(self, predicates: Sequence[Predicate]) -> None:
        self.predicates = tuple(predicates)
        self.fields = {name for one in predicates for name in one.used.person}

    def of(self, home: Residents) -> list[Entity]:
        """Return the members chosen, in their order."""
        return [one for one in home.persons if self.takes(one, home)]

    def takes(self, person: Entity, home: Residents) -> bool:
        """Whether it chooses a member."""
        return all(one.takes(person, home) for one in self.predicates)


class Tree:
    """The household's node with what an expression looks at, nothing else."""

    def __init__(self, used: FieldsUsed) -> None:
        self.used = used
        self._world = World(root=document(Node("household")))

    def scope(self, key: Key, on: date) -> Scope:
        """Return the scope of a household with these values on a day."""
        household = Node(HOUSEHOLD.removeprefix("/"))
        for name, value in zip(self.used.household, key[0], strict=False):
            household.append(Node(name, value))
        for values in key[1]:
            person = household.append(Node("person"))
            for name, value in zip(self.used.person, values, strict=True):
                person.append(Node(name, value))
        noon = datetime.combine(on, time(12), UTC)
        self._world.root = document(household)
        self._world.now = lambda: noon
        return Scope(household, self._world)


class Headcount:
    """Whether so and so many members are chosen: ``count(person[…]) > 2``."""

    def __init__(self, choice: OneByOne, sign: str, number: float) -> None:
        self.choice = choice
        self.compare = _COMPARE[sign]
        self.number = number

    def holds(self, home: Residents) -> bool:
        """Whether it holds."""
        return self.compare(len(self.choice.of(home)), self.number)


def conditions_of(expression: Expression) -> tuple[Condition | Headcount, ...]:
    """Return an expression as conditions of which all must hold."""
    return tuple(_condition(one) for one in _conjuncts(expression))


def _conjuncts(expression: Expression) -> tuple[Expression, ...]:
    part = expression.part
    if isinstance(part, Chain) and {joint for joint, _ in part.rest} == {"and"}:
        parts = (part.first, *(operand for _, operand in part.rest))
        return tuple(Expression(one) for one in parts)
    return (expression,)


def _condition(expression: Expression) -> Condition | Headcount:
    match expression.part:
        case Chain(Call("count", (people,)), ((sign, Number(number)),)):
            choice = choice_of(Expression(people))
            if isinstance(choice, OneByOne) and sign in _COMPARE:
                return Headcount(choice, sign, number)
    return Condition(expression)


def choice_of(expression: Expression) -> Choice | OneByOne:
    """Return a choice, looking at members one by one where that is the same."""
    match expression.part:
        case Path("", (Step("child", NameTest("person"), (predicate,)),)):
            alone = Expression(predicate)
            if _is_truth(alone) and _looks_at_one(alone):
                return OneByOne([Predicate(one) for one in _conjuncts(alone)])
    return Choice(expression)


def _is_truth(predicate: Expression) -> bool:
    """Whether a predicate says yes or no: a number would be a position."""
    match predicate.part:
        case Chain(_, rest):
            return all(joint in _TRUTHS for joint, _ in rest)
        case Call(name, _):
            return name in _TRUE_CALLS
    return False


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
