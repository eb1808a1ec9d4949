"""When a rule hits: its conditions and the people it chooses, read as expressions."""

from collections.abc import Mapping
from dataclasses import dataclass

from surveytool.casework.guards import joined
from surveytool.casework.placeholders import filled
from surveytool.casework.remembered import (
    Choice,
    Holding,
    OneByOne,
    Own,
    choice_of,
    conditions_of,
)
from surveytool.casework.residents import Residents
from surveytool.domain.entity import Entity
from surveytool.formula.expression import parse
from surveytool.formula.syntax import Part


@dataclass(frozen=True, slots=True)
class Reading:
    """Conditions on a household and a choice of its people; either may be absent."""

    conditions: tuple[Holding, ...] = ()
    people: Choice | OneByOne | None = None

    @property
    def own(self) -> Part | None:
        """What must hold of the household alone, None where nothing must."""
        own = [one.expression.part for one in self.conditions if isinstance(one, Own)]
        return joined(own) if own else None

    def hits(self, home: Residents) -> list[Entity] | None:
        """Return the people concerned, None where it does not hit."""
        chosen = self.people.of(home) if self.people is not None else []
        if self.people is not None and not chosen:
            return None
        return chosen if self.holds(home) else None

    def holds(self, home: Residents) -> bool:
        """Whether the conditions on the household hold."""
        for one in self.conditions:  # noqa: SIM110 - a generator takes twice as long
            if not one.holds(home):
                return False
        return True


def read(when: str, people: str, values: Mapping[str, str]) -> Reading | None:
    """Read expressions; None where a threshold they need has no value in force."""
    condition, choice = filled(when, values), filled(people, values)
    if condition is None or choice is None:
        return None
    return Reading(
        conditions_of(parse(condition)) if condition else (),
        choice_of(parse(choice)) if choice else None,
    )
