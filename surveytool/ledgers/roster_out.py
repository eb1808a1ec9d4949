"""The whole roster as a ledger in the county's own columns (全村花名册)."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.worksheet.worksheet import Worksheet

from surveytool.domain.entity import Entity
from surveytool.domain.money import read_amount
from surveytool.domain.vocabulary import FieldWords, fields, label
from surveytool.ledgers.matching import StandingHousehold
from surveytool.ledgers.people import Fields
from surveytool.ledgers.styles import TEXT, head_cells, new_sheet, set_print, set_widths

SHEET = "人员信息"
NUMBERS = {"money", "decimal", "integer"}
IDENTIFIERS = {"id_number", "phone"}
RISKS = "risks"
RISK_COLUMNS = 5
FIRST_HOUSEHOLD_FIELDS = ("group", "code")
WIDTH, ID_WIDTH = 13.0, 21.0
Value = str | int | Decimal | Cell


@dataclass(frozen=True, slots=True)
class LedgerColumn:
    """A column of the ledger: its title and the field; risks have a place."""

    title: str
    words: FieldWords
    place: int = 0

    def text(self, values: Fields) -> str:
        """Return a value as the county writes it."""
        value = values.get(self.words.name, "")
        if self.words.name == RISKS:
            codes = value.split()
            value = codes[self.place] if self.place < len(codes) else ""
        if self.words.type == "codes":
            kind, name = self.words.kind, self.words.name
            return ",".join(label(kind, name, code) for code in value.split())
        return label(self.words.kind, self.words.name, value)


def ledger_columns() -> tuple[LedgerColumn, ...]:
    """Return the columns: place, household, person, then the household's facts."""
    village = [_column(words) for words in _titled("village")]
    household = list(_titled("household"))
    first = [one for one in household if one.name in FIRST_HOUSEHOLD_FIELDS]
    rest = [one for one in household if one.name not in FIRST_HOUSEHOLD_FIELDS]
    return (
        *sorted(village, key=lambda column: column.words.name == "code"),
        *(column for words in first for column in _columns(words)),
        *(_column(words) for words in _titled("person")),
        *(column for words in rest for column in _columns(words)),
    )


def write_roster(
    path: Path,
    villages: Mapping[str, Entity],
    households: Iterable[StandingHousehold],
) -> int:
    """Write one row per person in the order 村, 组, 户编号; return the rows.

    ``villages`` are looked up by the household's field ``village``. Reading
    the file back gives the same values; identifiers are text cells.
    """
    columns = ledger_columns()
    book = Workbook(write_only=True)
    sheet = new_sheet(book, SHEET)
    sheet.freeze_panes = "A2"
    set_print(sheet, head_row=1, is_wide=True)
    set_widths(sheet, [_width(column) for column in columns])
    sheet.append(head_cells(sheet, [column.title for column in columns]))
    rows = 0
    for household in sorted(households, key=_order):
        for cells in _rows(sheet, columns, villages, household):
            sheet.append(cells)
            rows += 1
    book.save(path)
    return rows


def _rows(
    sheet: Worksheet,
    columns: tuple[LedgerColumn, ...],
    villages: Mapping[str, Entity],
    one: StandingHousehold,
) -> Iterator[list[Value]]:
    village = villages.get(one.household.get("village"))
    above = {
        "village": dict(village.fields) if village else {},
        "household": dict(one.household.fields),
    }
    shared = {
        column: _cell(sheet, column, above[column.words.kind])
        for column in columns
        if column.words.kind in above
    }
    for person in sorted(one.persons, key=_person_order):
        own = dict(person.fields)
        yield [
            shared[column] if column in shared else _cell(sheet, column, own)
            for column in columns
        ]


def _cell(sheet: Worksheet, column: LedgerColumn, values: Fields) -> Value:
    text = ILLEGAL_CHARACTERS_RE.sub("", column.text(values))
    if not text:
        return ""
    words = column.words
    if words.type in NUMBERS:
        number = read_amount(text)
        return text if number is None else number
    if words.type in IDENTIFIERS or text.isdecimal() or text.startswith("="):
        cell = WriteOnlyCell(sheet, text)
        cell.data_type = "s"
        cell.number_format = TEXT
        return cell
    return text


def _titled(kind: str) -> Iterator[FieldWords]:
    return (words for words in fields(kind).values() if words.titles)


def _column(words: FieldWords) -> LedgerColumn:
    return LedgerColumn(words.titles[0], words)


def _columns(words: FieldWords) -> list[LedgerColumn]:
    if words.name != RISKS:
        return [_column(words)]
    title = words.titles[0]
    return [
        LedgerColumn(f"{title}{place + 1}", words, place)
        for place in range(RISK_COLUMNS)
    ]


def _width(column: LedgerColumn) -> float:
    return ID_WIDTH if column.words.type in IDENTIFIERS else WIDTH


def _order(one: StandingHousehold) -> tuple[object, ...]:
    household = one.household
    names = ("village", "group", "code")
    return tuple(_natural(household.get(name)) for name in names)


def _natural(text: str) -> list[tuple[int, str]]:
    """Put 2组 before 10组."""
    parts = re.findall(r"\d+|\D+", text)
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts]


def _person_order(person: Entity) -> tuple[bool, int]:
    order = person.get("order")
    is_member = person.get("relation") != "head"
    return (is_member, int(order) if order.isdecimal() else 0)
