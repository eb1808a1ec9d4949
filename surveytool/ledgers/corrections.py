"""The rows of households with errors, as they stood, to be put right and sent again."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from surveytool.domain.problem import Severity
from surveytool.ledgers.cell import Row, cell_text
from surveytool.ledgers.header import SEARCHED_ROWS, Header, find_header
from surveytool.ledgers.people import Roster
from surveytool.ledgers.titles import with_learnt
from surveytool.ledgers.workbook import Sheet, read_sheets

NO_TITLES: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Correction:
    """One sheet's rows to put right, under the titles they had."""

    sheet: str
    titles: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def to_correct(
    path: Path, roster: Roster, titles: Mapping[str, str] = NO_TITLES
) -> tuple[Correction, ...]:
    """Read the households with errors once more, whole, so that sizes stay right."""
    wanted = _rows_of_bad_households(roster)
    known = with_learnt(titles)
    found = (
        _correction(sheet, wanted[sheet.name], known)
        for sheet in read_sheets(path)
        if sheet.name in wanted
    )
    return tuple(one for one in found if one.rows)


def _rows_of_bad_households(roster: Roster) -> dict[str, set[int]]:
    bad = {
        (one.facts.get("sheet", ""), int(one.facts.get("row") or 0))
        for one in roster.problems
        if one.severity is Severity.ERROR
    }
    wanted: dict[str, set[int]] = {}
    for household in roster.households:
        places = [(person.sheet, person.row) for person in household.persons]
        if bad.intersection(places):
            for sheet, row in places:
                wanted.setdefault(sheet, set()).add(row)
    return wanted


def _correction(sheet: Sheet, wanted: set[int], known: Mapping[str, str]) -> Correction:
    rows = iter(sheet.rows)
    first = list(islice(rows, SEARCHED_ROWS))
    header = find_header(first, known)
    if header is None:
        return Correction(sheet.name, (), ())
    titles = _titles(header)
    kept = [
        _texts(row, len(titles))
        for number, row in _numbered(first, rows)
        if number in wanted
    ]
    return Correction(sheet.name, titles, tuple(kept))


def _titles(header: Header) -> tuple[str, ...]:
    by_place = {one.index: one.title for one in header.columns} | dict(header.unknown)
    return tuple(by_place.get(at, "") for at in range(max(by_place) + 1))


def _numbered(first: Sequence[Row], rows: Iterator[Row]) -> Iterator[tuple[int, Row]]:
    yield from enumerate(first, 1)
    yield from enumerate(rows, len(first) + 1)


def _texts(row: Row, width: int) -> tuple[str, ...]:
    texts = [cell_text(cell) for cell in row[:width]]
    return (*texts, *([""] * (width - len(texts))))
