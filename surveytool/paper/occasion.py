"""What one sheet is about: one household, a list of them, or a place."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from surveytool.domain.entity import Entity
from surveytool.paper.family import Family

NOTHING = frozenset[str]()


@dataclass(frozen=True, slots=True)
class Occasion:
    """The households, the day, the place, and words that a task gives.

    ``masks`` names the field types that are hidden, id_number or phone.
    """

    on: date
    families: tuple[Family, ...] = ()
    village: Entity | None = None
    masks: frozenset[str] = NOTHING
    given: Mapping[str, str] = field(default_factory=dict)

    @property
    def family(self) -> Family | None:
        """The household, where the sheet is about one."""
        return self.families[0] if len(self.families) == 1 else None

    @property
    def places(self) -> Entity | None:
        """The village that the sheet is about, where it is one."""
        if self.village:
            return self.village
        found = {one.village.id: one.village for one in self.families if one.village}
        return next(iter(found.values())) if len(found) == 1 else None

    def of(self, families: tuple[Family, ...]) -> "Occasion":
        """Return the same occasion for other households."""
        return Occasion(self.on, families, self.village, self.masks, self.given)
