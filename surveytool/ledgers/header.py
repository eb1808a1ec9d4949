"""The header of a sheet: where it is, and which column holds which field."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from surveytool.domain.characters import plain
from surveytool.ledgers.cell import Row
from surveytool.ledgers.titles import Meaning, meaning

SEARCHED_ROWS = 40
TALLEST = 3
FEWEST_FIELDS = 3
NAME, ID_NUMBER = "person.full_name", "person.id_number"
TOTALS = {"合计", "小计", "总计"}


@dataclass(frozen=True, slots=True)
class Column:
    """A column bound to a field; ``index`` counts in the rows from 0."""

    index: int
    title: str
    field: str
    is_old: bool = False


@dataclass(frozen=True, slots=True)
class Header:
    """The titles of a sheet; ``last_row`` (from 1) is the last line of titles."""

    last_row: int
    columns: tuple[Column, ...]
    unknown: tuple[tuple[int, str], ...] = ()

    @property
    def fields(self) -> frozenset[str]:
        """The fields that have a column."""
        return frozenset(column.field for column in self.columns)

    @property
    def is_roster(self) -> bool:
        """Whether the columns are those of a list of persons."""
        enough = len(self.fields) >= FEWEST_FIELDS
        return enough and bool({NAME, ID_NUMBER} & self.fields)


def find_header(rows: Sequence[Row], known: Mapping[str, str]) -> Header | None:
    """Return the header with the most known titles, None where there is none."""
    best: Header | None = None
    for last in range(len(rows)):
        if best and last > best.last_row + TALLEST:
            break
        for height in range(1, min(TALLEST, last + 1) + 1):
            found = _bind(last, _compose(rows[last - height + 1 : last + 1], known))
            if found.is_roster and _is_better(found, best):
                best = found
    return best


def _is_better(found: Header, best: Header | None) -> bool:
    return best is None or len(found.fields) > len(best.fields)


def _compose(
    rows: Sequence[Row], known: Mapping[str, str]
) -> Iterator[tuple[int, str, Meaning | None]]:
    """Read each column's titles from the lowest upwards.

    The lowest title that is known decides; else it is read together with the
    group title above it, as in 致贫返贫风险 over 1, 2, 3.
    """
    lines = [[_text(cell) for cell in row] for row in rows]
    groups = [_spread(line) for line in lines[:-1]]
    for index in range(len(lines[-1])):
        own = [line[index] if index < len(line) else "" for line in lines]
        above = [group[index] if index < len(group) else "" for group in groups]
        yield (index, *_column(own, above, known))


def _column(
    own: list[str], above: list[str], known: Mapping[str, str]
) -> tuple[str, Meaning | None]:
    filled = [title for title in own if title]
    if not filled:
        return "", None
    lowest = filled[-1]
    found = meaning(lowest, known)
    if found:
        return lowest, found
    if own[-1]:
        for group in filter(None, reversed(above)):
            joined = group if lowest in TOTALS else group + lowest
            found = meaning(joined, known)
            if found:
                return joined, found
    return lowest, None


def _spread(line: list[str]) -> list[str]:
    """Carry group titles over the blanks to their right, as merged cells read."""
    carried, last = [], ""
    for text in line:
        last = text or last
        carried.append(last)
    return carried


def _bind(last: int, titles: Iterator[tuple[int, str, Meaning | None]]) -> Header:
    columns, unknown = [], []
    for index, title, found in titles:
        if found:
            columns.append(Column(index, title, found.field, found.is_old))
        elif title:
            unknown.append((index, title))
    columns.sort(key=lambda column: (column.is_old, column.index))
    return Header(last + 1, tuple(columns), tuple(unknown))


def _text(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return plain(str(cell))
