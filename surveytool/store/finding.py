"""Lists and search over an open workspace."""

from collections.abc import Callable
from typing import TypeVar

from surveytool.domain.rows import Filter, HouseholdRow, VillageRow
from surveytool.store import lists
from surveytool.store.reads import Reads
from surveytool.store.search import search

LIMIT = 200
Row = TypeVar("Row", HouseholdRow, VillageRow)


class Finding(Reads):
    """Villages, households, and those that a text finds."""

    def villages(self) -> list[VillageRow]:
        """Return the villages with their counts."""
        rows = lists.village_rows(self._db, self.entities("village"))
        return self._confined(rows, lambda one: one.id)

    def households(self, wanted: Filter | None = None) -> list[HouseholdRow]:
        """Return the households that a filter lets through; all without one."""
        villages = self.entities("village")
        rows = lists.households(self._db, wanted or Filter(), villages)
        return self._confined(rows, _village)

    def row(self, household: str) -> HouseholdRow | None:
        """Return one household's row, None where there is no such household."""
        found = lists.row(self._db, household, self.entities("village"))
        return next(iter(self._confined([found], _village)), None) if found else None

    def count(self, wanted: Filter) -> int:
        """Return how many households a filter lets through."""
        if self.only_villages:
            return len(self.households(wanted))
        return lists.count(self._db, wanted, self.entities("village"))

    def search(
        self, text: str, village: str | None = None, limit: int = LIMIT
    ) -> list[HouseholdRow]:
        """Return the households that a text finds, the best first."""
        villages = self.entities("village")
        rows = search(self._db, text, villages, village=village or "", limit=limit)
        return self._confined(rows, _village)

    def _confined(self, rows: list[Row], where: Callable[[Row], str]) -> list[Row]:
        """Leave out what is not in the operator's villages."""
        mine = self.only_villages
        return [one for one in rows if where(one) in mine] if mine else rows


def _village(row: HouseholdRow) -> str:
    return row.village
