"""A household as the tree that a profile's expressions look at."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time

from surveytool.casework.formulas import FieldsUsed
from surveytool.domain.dates import age_on
from surveytool.domain.entity import Entity
from surveytool.formula.tree import Node, document
from surveytool.formula.world import Scope, World


class HouseholdTree:
    """A household and its members who live there, ready for expressions."""

    def __init__(
        self,
        household: Entity,
        persons: Sequence[Entity],
        used: FieldsUsed,
        on: date,
    ) -> None:
        self.household = household
        self.on = on
        self.persons = tuple(filter(is_present, persons))
        self.node = Node("household")
        for name in used.household:
            self.node.append(Node(name, household.get(name)))
        for person in self.persons:
            self.node.append(_person(person, used, on))
        noon = datetime.combine(on, time(12), UTC)
        self.scope = Scope(self.node, World(root=document(self.node), now=lambda: noon))

    def people(self, nodes: list[Node]) -> list[Entity]:
        """Return the persons whose nodes were chosen."""
        return [one.payload for one in nodes if isinstance(one.payload, Entity)]


def is_present(person: Entity) -> bool:
    """Whether a person still lives in the household."""
    return person.get("decrease", "present") in ("", "present")


def _person(person: Entity, used: FieldsUsed, on: date) -> Node:
    node = Node("person")
    node.payload = person
    for name in used.person:
        node.append(Node(name, person_value(person, name, on)))
    return node


def person_value(person: Entity, name: str, on: date) -> str:
    """Return a person's value; the age is worked out for the day."""
    if name != "age":
        return person.get(name)
    age = age_on(person.get("birth"), on)
    return "" if age is None else str(age)
