"""One row of a ledger, with the household, head, person and village it is about."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from surveytool.domain.entity import Entity
from surveytool.domain.vocabulary import label
from surveytool.ledgers.ledger import Ledger, LedgerColumn


@dataclass(frozen=True, slots=True)
class Record:
    """The entities of one row by kind: its own, and those it belongs to."""

    kind: str
    entities: Mapping[str, Entity] = field(default_factory=dict)

    def value(self, column: LedgerColumn) -> str:
        """Return what is stored under a column, empty where nothing is."""
        entity = self.entities.get(column.kind)
        return entity.get(column.words.name) if entity else ""

    def text(self, column: LedgerColumn) -> str:
        """Return a value as the county writes it: labels, no control signs."""
        value = self.value(column)
        words = column.words
        if words.type == "codes":
            shown = [label(words.kind, words.name, one) for one in value.split()]
            return ",".join(shown)
        shown_one = label(words.kind, words.name, value)
        return ILLEGAL_CHARACTERS_RE.sub("", shown_one)

    def is_in(self, ledger: Ledger) -> bool:
        """Tell whether the row belongs into a ledger."""
        own = self.entities[self.kind]
        return all(own.get(name) for name in ledger.filled) and all(
            own.get(name) in allowed for name, allowed in ledger.where.items()
        )

    def order(self) -> tuple[object, ...]:
        """Return the place of the row: 村, 组, 户编号, then its own order."""
        home = self.entities.get("household")
        own = self.entities[self.kind]
        place = [home.get(n) if home else "" for n in ("village", "group", "code")]
        is_member = own.get("relation") != "head"
        return (*map(natural, place), is_member, natural(own.get("order")), own.id)


def rows_of(ledger: Ledger, records: Iterable[Record]) -> Iterator[Record]:
    """Return the rows of a ledger in its order."""
    chosen = [one for one in records if one.is_in(ledger)]
    yield from sorted(chosen, key=Record.order)


def texts(record: Record, columns: Sequence[LedgerColumn]) -> tuple[str, ...]:
    """Return the cells of a row."""
    return tuple(record.text(column) for column in columns)


def natural(text: str) -> list[tuple[int, str]]:
    """Put 2组 before 10组."""
    parts = re.findall(r"\d+|\D+", text)
    return [(int(one), "") if one.isdecimal() else (-1, one) for one in parts]
