"""The whole roster as a ledger in the county's own columns (全村花名册)."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from rustpy_xlsxwriter import FastExcel, Format

from surveytool.domain.entity import Entity
from surveytool.domain.money import read_amount
from surveytool.domain.vocabulary import FieldWords, fields, label
from surveytool.ledgers.matching import StandingHousehold
from surveytool.ledgers.styles import A4, FONT, TEXT

SHEET = "人员信息"
NUMBERS = {"money", "decimal", "integer"}
IDENTIFIERS = {"id_number", "phone"}
RISKS = "risks"
RISK_COLUMNS = 5
FIRST_HOUSEHOLD_FIELDS = ("group", "code")
WIDTH, ID_WIDTH = 13.0, 21.0
HEAD_COLOUR = "#DDE6F0"
Value = str | float | None


@dataclass(frozen=True, slots=True)
class LedgerColumn:
    """A column of the ledger: its title and the field; risks have a place."""

    title: str
    words: FieldWords
    place: int = 0

    def text(self, values: Mapping[str, str]) -> str:
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
    titles = [column.title for column in columns]
    ordered = sorted(households, key=_order)
    rows = (row for one in ordered for row in _rows(columns, villages, one))
    book = FastExcel(path)
    book.freeze(row=1)
    book.sheet(
        SHEET,
        rows if ordered else [dict.fromkeys(titles)],
        column_widths=[_width(column) for column in columns],
        column_formats=[_format(column) for column in columns],
        header_format=_header_format(),
        page_setup={
            "landscape": True,
            "paper_size": A4,
            "fit_to_pages": (1, 0),
            "repeat_rows": 0,
            "footer": "&C第 &P 页 共 &N 页",
        },
        autofilter=True,
        ignore_errors=[one.title for one in columns if _is_text(one)],
    )
    book.save()
    return sum(len(one.persons) for one in ordered)


def _rows(
    columns: tuple[LedgerColumn, ...],
    villages: Mapping[str, Entity],
    one: StandingHousehold,
) -> Iterator[dict[str, Value]]:
    village = villages.get(one.household.get("village"))
    above = {
        "village": village.fields if village else {},
        "household": one.household.fields,
    }
    shared = {
        column.title: _value(column, above[column.words.kind])
        for column in columns
        if column.words.kind in above
    }
    persons = [column for column in columns if column.words.kind == "person"]
    order = dict.fromkeys(column.title for column in columns)
    for person in sorted(one.persons, key=_person_order):
        own = {column.title: _value(column, person.fields) for column in persons}
        yield order | shared | own


def _value(column: LedgerColumn, values: Mapping[str, str]) -> Value:
    text = ILLEGAL_CHARACTERS_RE.sub("", column.text(values))
    if not _is_text(column):
        number = read_amount(text)
        return float(number) if number is not None else text or None
    return text or None


def _is_text(column: LedgerColumn) -> bool:
    return column.words.type not in NUMBERS


def _format(column: LedgerColumn) -> Format:
    form = Format().set_font_name(FONT)
    return form.set_num_format(TEXT) if _is_text(column) else form


def _header_format() -> Format:
    form = Format().set_font_name(FONT).set_bold().set_align("center")
    return form.set_text_wrap().set_border("thin").set_background_color(HEAD_COLOUR)


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
