"""Lists and search over an open workspace."""

from surveytool.domain.rows import Filter, HouseholdRow, VillageRow
from surveytool.store import lists
from surveytool.store.reads import Reads
from surveytool.store.search import search

LIMIT = 200


class Finding(Reads):
    """Villages, households, and those that a text finds."""

    def villages(self) -> list[VillageRow]:
        """Return the villages with their counts."""
        return lists.village_rows(self._db, self.entities("village"))

    def households(self, wanted: Filter | None = None) -> list[HouseholdRow]:
        """Return the households that a filter lets through; all without one."""
        villages = self.entities("village")
        return lists.households(self._db, wanted or Filter(), villages)

    def row(self, household: str) -> HouseholdRow | None:
        """Return one household's row, None where there is no such household."""
        return lists.row(self._db, household, self.entities("village"))

    def count(self, wanted: Filter) -> int:
        """Return how many households a filter lets through."""
        return lists.count(self._db, wanted, self.entities("village"))

    def search(
        self, text: str, village: str | None = None, limit: int = LIMIT
    ) -> list[HouseholdRow]:
        """Return the households that a text finds, the best first."""
        villages = self.entities("village")
        return search(self._db, text, villages, village=village or "", limit=limit)
