"""A household with those who live there, as rules look at its values."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from surveytool.domain.dates import age_on
from surveytool.domain.entity import Entity

Values = tuple[str, ...]


class Residents:
    """A household, its members who live there, and the day they are looked at."""

    __slots__ = ("household", "on", "persons")

    def __init__(
        self, household: Entity, everybody: Sequence[Entity], on: date
    ) -> None:
        self.household = household
        self.persons = tuple(one for one in everybody if is_present(one))
        self.on = on

    def own(self, names: Values) -> Values:
        """Return values of the household."""
        fields = self.household.fields
        return tuple([fields.get(name, "") for name in names])

    def of(self, person: Entity, names: Values) -> Values:
        """Return values of a person; the age is worked out for the day."""
        fields = person.fields
        values = [fields.get(name, "") for name in names]
        if "age" in names:
            values[names.index("age")] = person_value(person, "age", self.on)
        return tuple(values)


def is_present(person: Entity) -> bool:
    """Whether a person still lives in the household."""
    return person.fields.get("decrease", "present") in ("", "present")


def person_value(person: Entity, name: str, on: date) -> str:
    """Return a person's value; the age is worked out for the day."""
    return person.get(name) if name != "age" else age_text(person.get("birth"), on)


@lru_cache(maxsize=65536)
def age_text(birth: str, on: date) -> str:
    """Return the age in full years as text, "" where the birth is unknown."""
    age = age_on(birth, on)
    return "" if age is None else str(age)
