"""Lists and search over an open workspace."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from surveytool.domain.entity import Entity
from surveytool.domain.rows import Filter, HouseholdRow, VillageRow
from surveytool.store import lists
from surveytool.store.opened import Opened
from surveytool.store.reads import Reads
from surveytool.store.search import search

LIMIT = 200
Row = TypeVar("Row", HouseholdRow, VillageRow)


class Finding(Reads):
    """Villages, households, and those that a text finds."""

    def __init__(self, opened: Opened) -> None:
        super().__init__(opened)
        self._read_at, self._read = -1, list[Entity]()

    def villages(self) -> list[VillageRow]:
        """Return the villages with their counts."""
        rows = lists.village_rows(self._db, self._known_villages())
        return self._confined(rows, lambda one: one.id)

    def households(self, wanted: Filter | None = None) -> list[HouseholdRow]:
        """Return the households that a filter lets through; all without one."""
        villages = self._known_villages()
        rows = lists.households(self._db, wanted or Filter(), villages)
        return self._confined(rows, _village)

    def row(self, household: str) -> HouseholdRow | None:
        """Return one household's row, None where there is no such household."""
        found = lists.row(self._db, household, self._known_villages())
        return next(iter(self._confined([found], _village)), None) if found else None

    def rows(self, households: Iterable[str]) -> list[HouseholdRow]:
        """Return the rows of those of some households that there are."""
        found = lists.rows(self._db, households, self._known_villages())
        return self._confined(found, _village)

    def count(self, wanted: Filter) -> int:
        """Return how many households a filter lets through."""
        if self.only_villages:
            return len(self.households(wanted))
        return lists.count(self._db, wanted, self._known_villages())

    def search(
        self, text: str, village: str | None = None, limit: int = LIMIT
    ) -> list[HouseholdRow]:
        """Return the households that a text finds, the best first."""
        villages = self._known_villages()
        rows = search(self._db, text, villages, village=village or "", limit=limit)
        return self._confined(rows, _village)

    def _known_villages(self) -> list[Entity]:
        """Return the villages: read anew, 344 births, only after a write."""
        connection: Any = self._db.conn
        if connection.in_transaction:  # what it reads may be rolled back
            return self.entities("village")
        if self._read_at != connection.total_changes:
            self._read = self.entities("village")
            self._read_at = connection.total_changes
        return self._read

    def _confined(self, rows: list[Row], where: Callable[[Row], str]) -> list[Row]:
        """Leave out what is not in the operator's villages."""
        mine = self.only_villages
        return [one for one in rows if where(one) in mine] if mine else rows


def _village(row: HouseholdRow) -> str:
    return row.village
