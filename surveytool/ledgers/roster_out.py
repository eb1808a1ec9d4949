"""The whole roster as a ledger in the county's own columns (全村花名册)."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
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
Cells = dict[str, Value]
Show = Callable[[str], Value]


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
    *,
    in_order: bool = False,
) -> int:
    """Write one row per person in the order 村, 组, 户编号; return the rows.

    ``villages`` are looked up by the household's field ``village``. Reading
    the file back gives the same values; identifiers are text cells. Households
    that come ``in_order`` are written as they come and never held together.
    """
    columns = ledger_columns()
    titles = [column.title for column in columns]
    ordered = iter(households if in_order else sorted(households, key=_order))
    first = next(ordered, None)
    tally = Tally()
    everyone = chain([first], ordered) if first else ()
    rows = tally.counted(map(Rows(columns, villages).of, everyone))
    book = FastExcel(path)
    book.freeze(row=1)
    book.sheet(
        SHEET,
        rows if first else [dict.fromkeys(titles)],
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
    return tally.rows


@dataclass(slots=True)
class Tally:
    """Counts rows as they pass by."""

    rows: int = 0

    def counted(self, groups: Iterable[list[Cells]]) -> Iterator[Cells]:
        """Go through the rows of all groups."""
        for group in groups:
            self.rows += len(group)
            yield from group


class Rows:
    """Makes the rows of households; what a column needs is looked up once."""

    def __init__(
        self, columns: Sequence[LedgerColumn], villages: Mapping[str, Entity]
    ) -> None:
        self._villages = villages
        self._blank: Cells = dict.fromkeys(column.title for column in columns)
        self._of: dict[str, list[tuple[str, str, Show]]] = {}
        for one in columns:
            shown = (one.title, one.words.name, _shower(one))
            self._of.setdefault(one.words.kind, []).append(shown)

    def of(self, one: StandingHousehold) -> list[Cells]:
        """Return a household's rows, one a person."""
        village = self._villages.get(one.household.get("village"))
        shared = self._blank | self._cells("household", one.household.fields)
        if village:
            shared |= self._cells("village", village.fields)
        persons = sorted(one.persons, key=_person_order)
        return [shared | self._cells("person", each.fields) for each in persons]

    def _cells(self, kind: str, values: Mapping[str, str]) -> Cells:
        return {
            title: show(values[name])
            for title, name, show in self._of[kind]
            if name in values
        }


def _shower(column: LedgerColumn) -> Show:
    """Return what turns a stored value into a cell; codes are looked up once."""
    name = column.words.name
    if not _is_text(column):
        return _number
    if column.words.codes or column.words.type == "yes_no":
        return cache(lambda value: column.text({name: value}) or None)
    return _clean


def _number(value: str) -> Value:
    if value.lstrip("-").replace(".", "", 1).isdecimal():
        return float(value)
    number = read_amount(value)
    return float(number) if number is not None else _clean(value)


def _clean(value: str) -> Value:
    if value.isprintable():
        return value or None
    return ILLEGAL_CHARACTERS_RE.sub("", value) or None


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
