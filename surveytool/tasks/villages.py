"""Find a village by its code or its name."""

from surveytool.domain.refusal import Refusal
from surveytool.domain.rows import VillageRow
from surveytool.tasks.desk import Desk


class UnknownVillageError(Refusal):
    """There is no such village in the workspace."""

    code = "tasks.unknown_village"
    exit_code = 2


def village_id(desk: Desk, text: str) -> str:
    """Return the id of the village with this code or name."""
    for row in desk.store.villages():
        if text in (row.id, row.title, row.township + row.title):
            return row.id
    raise UnknownVillageError(village=text)


def townships(desk: Desk) -> list[str]:
    """Return the townships in the order of their villages."""
    return list(dict.fromkeys(row.township for row in desk.store.villages()))


def of_township(desk: Desk, township: str) -> list[VillageRow]:
    """Return the villages of a township."""
    return [row for row in desk.store.villages() if row.township == township]
