"""What figures are made of: one household with its amounts, at one day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from surveytool.domain.entity import Entity
from surveytool.domain.money import read_amount
from surveytool.reports.place import Place


@dataclass(frozen=True, slots=True)
class Amount:
    """One number of a household: how many entities of a kind, or a sum of theirs."""

    zh: str
    of: str
    sum: str = ""
    minus: str = ""
    filled: tuple[str, ...] = ()
    where: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def of_family(self, family: Mapping[str, Sequence[Entity]]) -> Decimal:
        """Work the number out from a household's entities by kind."""
        counted = [one for one in family.get(self.of, ()) if self._counts(one)]
        if not self.sum:
            return Decimal(len(counted))
        return sum((self._value(one) for one in counted), Decimal(0))

    def _counts(self, one: Entity) -> bool:
        return all(one.get(name) for name in self.filled) and all(
            one.get(name) in allowed for name, allowed in self.where.items()
        )

    def _value(self, one: Entity) -> Decimal:
        less = read_amount(one.get(self.minus)) if self.minus else None
        return (read_amount(one.get(self.sum)) or Decimal(0)) - (less or Decimal(0))


@dataclass(frozen=True, slots=True)
class Fact:
    """A household for counting: where, how many persons, its fields and amounts."""

    id: str
    place: Place
    persons: int
    values: Mapping[str, str] = field(default_factory=dict)
    amounts: Mapping[str, Decimal] = field(default_factory=dict)
    group: str = ""

    def number(self, count: str) -> Decimal:
        """Return how much a household counts for: 1, its persons, or an amount."""
        if count == "households":
            return Decimal(1)
        if count == "persons":
            return Decimal(self.persons)
        return self.amounts.get(count, Decimal(0))
