"""The rules that look at members one by one, asked together for each member."""

from collections.abc import Mapping
from datetime import date
from typing import TypeGuard

from surveytool.casework.formulas import PERSON
from surveytool.casework.guards import Guards
from surveytool.casework.remembered import OneByOne
from surveytool.casework.residents import Residents
from surveytool.domain.entity import Entity


class Roll:
    """Choices by the place of their rule, made ready for a day."""

    @staticmethod
    def suits(choice: object) -> TypeGuard[OneByOne]:
        """Whether a choice looks at members one by one."""
        return isinstance(choice, OneByOne)

    def __init__(self, choices: Mapping[int, OneByOne], on: date) -> None:
        self.choices = choices
        tests = {place: one.predicate.part for place, one in choices.items()}
        self._guards = Guards(tests, PERSON, on)

    def taken(self, home: Residents) -> dict[int, list[Entity]]:
        """Return the members whom each rule takes; rules without any are left out."""
        found: dict[int, list[Entity]] = {}
        for person in home.persons:
            for place in self._guards.hits(person.fields):
                found.setdefault(place, []).append(person)
        return found
