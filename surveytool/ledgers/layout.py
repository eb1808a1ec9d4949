"""The columns of one sheet, grouped by what they say: village, household, person."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from surveytool.domain.vocabulary import fields
from surveytool.ledgers.cell import Cell, Row
from surveytool.ledgers.header import Column, Header
from surveytool.ledgers.titles import HEAD_ID, HEAD_NAME, plain_title
from surveytool.ledgers.values import Reader, reader_for

ID_NUMBER = "person.id_number"
HOUSEHOLD_CODE = "household.code"
TELLING = ("household.phone", "household.bank_account", HEAD_ID, HEAD_NAME)


@dataclass(frozen=True, slots=True)
class Slot:
    """One field, the columns that hold it, in the order to prefer, its reader."""

    name: str
    columns: tuple[Column, ...]
    read: Reader

    @property
    def index(self) -> int:
        """The place of the preferred column in a row."""
        return self.columns[0].index


@dataclass(frozen=True, slots=True)
class Layout:
    """The slots of a sheet and the quick ways to take their cells from a row."""

    header: Header
    village: tuple[Slot, ...]
    household: tuple[Slot, ...]
    person: tuple[Slot, ...]
    identity: tuple[Column, ...]
    width: int

    def first(self, field: str) -> Column | None:
        """Return the preferred column of a field."""
        return next((one for one in self.header.columns if one.field == field), None)

    def taker(self, names: Iterable[str]) -> Callable[[Row], tuple[Cell, ...]]:
        """Return a function that takes the cells of fields from a row."""
        wanted = set(names)
        places = [one.index for one in self.header.columns if one.field in wanted]
        return cells_at(places)


def cells_at(places: list[int]) -> Callable[[Row], tuple[Cell, ...]]:
    """Return a function that takes the cells at some places from a row."""
    if not places:
        return lambda _: ()
    if len(places) == 1:
        only = places[0]
        return lambda row: (row[only],)
    take: Any = itemgetter(*places)
    return take  # type: ignore[no-any-return]


def lay_out(header: Header) -> Layout:
    """Group the columns of a header."""
    return Layout(
        header,
        tuple(_slots(header, "village")),
        tuple(_slots(header, "household")),
        tuple(slot for slot in _slots(header, "person") if slot.name != "id_number"),
        tuple(one for one in header.columns if one.field == ID_NUMBER),
        max(one.index for one in header.columns) + 1,
    )


def _slots(header: Header, kind: str) -> Iterable[Slot]:
    words = fields(kind)
    grouped: dict[str, list[Column]] = {}
    for column in header.columns:
        if column.field.startswith(f"{kind}."):
            grouped.setdefault(column.field.partition(".")[2], []).append(column)
    for name, columns in grouped.items():
        if name == "risks":
            columns.sort(key=lambda column: _place(column.title))
        yield Slot(name, tuple(columns), reader_for(words[name]))


def _place(title: str) -> int:
    """Return the number that a title ends in: 致贫返贫风险2."""
    found = re.search(r"\d$", plain_title(title))
    return int(found[0]) if found else 0
