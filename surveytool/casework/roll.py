"""Every choice that looks at members one by one, worked out together for each."""

from collections.abc import Mapping
from typing import TypeGuard

from surveytool.casework.remembered import MOST, OneByOne
from surveytool.casework.residents import Residents, Values
from surveytool.domain.entity import Entity

IDENTIFYING = frozenset(
    {"id_number", "id_original", "disability_card", "phone", "full_name", "number"}
)


class Roll:
    """Choices by the place of their rule; one look at a person answers them all.

    Choices that look at what is different for everybody stay out of it.
    """

    @staticmethod
    def suits(choice: object) -> TypeGuard[OneByOne]:
        """Whether a choice looks at members one by one, at nothing of their own."""
        return isinstance(choice, OneByOne) and not choice.fields & IDENTIFYING

    def __init__(self, choices: Mapping[int, OneByOne]) -> None:
        self.choices = choices
        used = {name for one in choices.values() for name in one.fields}
        self.names: Values = tuple(sorted(used))
        self._known: dict[Values, tuple[int, ...]] = {}

    def taken(self, home: Residents) -> dict[int, list[Entity]]:
        """Return the members whom each rule takes; rules without any are left out."""
        found: dict[int, list[Entity]] = {}
        for person in home.persons:
            for place in self._places(person, home):
                found.setdefault(place, []).append(person)
        return found

    def _places(self, person: Entity, home: Residents) -> tuple[int, ...]:
        key = home.of(person, self.names)
        known = self._known.get(key)
        if known is None:
            known = tuple(
                place
                for place, choice in self.choices.items()
                if choice.takes(person, home)
            )
            if len(self._known) >= MOST:
                self._known.clear()
            self._known[key] = known
        return known
