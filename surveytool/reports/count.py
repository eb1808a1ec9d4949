"""Households and persons counted together, so that units are never mixed up."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from surveytool.domain.money import percent

NONE = "—"


class Peopled(Protocol):
    """A household with so many persons."""

    @property
    def persons(self) -> int:
        """How many persons live there."""


@dataclass(frozen=True, slots=True)
class Count:
    """So many households with so many persons."""

    households: int
    persons: int

    @classmethod
    def of(cls, items: Iterable[Peopled]) -> "Count":
        """Count one household per item, with its persons."""
        persons = [item.persons for item in items]
        return cls(len(persons), sum(persons))

    def __sub__(self, other: "Count") -> "Count":
        return Count(self.households - other.households, self.persons - other.persons)

    def cells(self) -> tuple[str, str]:
        """Return the two cells of a row."""
        return str(self.households), str(self.persons)

    def __str__(self) -> str:
        return f"{self.households:,}户{self.persons:,}人"


def rate_cell(numerator: int, denominator: int) -> str:
    """Return a ratio in per cent as a cell, a dash over nothing."""
    rate: Decimal | None = percent(numerator, denominator)
    return NONE if rate is None else str(rate)
