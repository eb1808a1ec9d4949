"""When a rule hits: its condition and the people it chooses, read as expressions."""

from collections.abc import Mapping
from dataclasses import dataclass

from surveytool.casework.household_tree import HouseholdTree
from surveytool.casework.placeholders import filled
from surveytool.domain.entity import Entity
from surveytool.formula.expression import Expression, parse


@dataclass(frozen=True, slots=True)
class Reading:
    """A condition on a household and a choice of its people; either may be absent."""

    when: Expression | None
    people: Expression | None

    @property
    def expressions(self) -> tuple[Expression, ...]:
        """The expressions that are there."""
        return tuple(one for one in (self.when, self.people) if one is not None)

    def hits(self, tree: HouseholdTree) -> list[Entity] | None:
        """Return the people concerned, None where it does not hit."""
        if self.when is not None and not self.when.as_boolean(tree.scope):
            return None
        if self.people is None:
            return []
        chosen = self.people.evaluate(tree.scope)
        people = tree.people(chosen) if isinstance(chosen, list) else []
        return people or None


def read(when: str, people: str, values: Mapping[str, str]) -> Reading | None:
    """Read expressions; None where a threshold they need has no value in force."""
    texts = [filled(one, values) for one in (when, people)]
    if None in texts:
        return None
    return Reading(*(parse(one) if one else None for one in texts))
