"""A county's own workbook filled in: its titles bound by name, its styles kept."""

import copy
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from surveytool.domain.money import read_amount
from surveytool.domain.refusal import Refusal
from surveytool.domain.vocabulary import fields
from surveytool.ledgers.archive import check_archive
from surveytool.ledgers.ledger import LedgerColumn, column
from surveytool.ledgers.ledger_out import total
from surveytool.ledgers.record import Record
from surveytool.ledgers.styles import TEXT
from surveytool.ledgers.titles import HEAD_ID, HEAD_NAME, HEAD_TITLES, plain_title

SEARCHED_ROWS = 12
FEWEST = 2
NUMBER_TITLES = frozenset({"序号", "编号", "no"})
TOTALS = re.compile(r"合\s*计|总\s*计|小\s*计")
PLACEHOLDER = re.compile(r"\{(\w+)\}")


class TemplateTitlesError(Refusal):
    """No row of the template has titles that are known."""

    code = "ledgers.template_titles"


class TemplateUnreadableError(Refusal):
    """The template is not a workbook that can be kept with its styles."""

    code = "ledgers.template_unreadable"


@dataclass(frozen=True, slots=True)
class Filled:
    """How many rows were written, and the titles that nothing is known under."""

    rows: int
    unknown: tuple[str, ...]


@dataclass(slots=True)
class _Kept:
    """A row of the template with its looks, to be put back further down."""

    values: list[Any]
    looks: list[Any]
    height: float | None


def known_columns(
    kind: str, learnt: Mapping[str, str] | None = None
) -> Mapping[str, str]:
    """Return titles and the fields they stand for in a ledger of a kind.

    The rows' own fields go first, then household, village, head and person;
    a county's learnt titles go before all.
    """
    known = {plain_title(t): path for t, path in (learnt or {}).items()}
    for one in (kind, "household", "village", "person"):
        for words in fields(one).values():
            for title in (*words.titles, words.zh):
                known.setdefault(plain_title(title), f"{one}.{words.name}")
    heads = {HEAD_NAME: "head.full_name", HEAD_ID: "head.id_number"}
    for title, path in HEAD_TITLES.items():
        known[plain_title(title)] = heads[path]
    if kind != "person":
        known["姓名"] = f"{kind}.full_name" if "full_name" in fields(kind) else ""
    return known


def fill_template(
    template: Path,
    out: Path,
    rows: Sequence[Record],
    *,
    known: Mapping[str, str],
    words: Mapping[str, str],
) -> Filled:
    """Write rows under the titles of a template; {words} in its cells are filled.

    Raises TemplateTitlesError, TemplateUnreadableError, and what a hostile
    archive raises.
    """
    check_archive(template)
    try:
        book = load_workbook(template, keep_vba=False)
    except (ValueError, KeyError, TypeError) as error:
        raise TemplateUnreadableError(file=template.name) from error
    sheet = book.worksheets[0]
    head, columns, unknown = _find_head(template, sheet, known)
    _fill_words(sheet, head, words)
    below = _take_below(sheet, head + 1)
    sample = below.pop(0) if below and not _is_total(below[0]) else _looks(sheet, head)
    while below and not any(below[0].values):
        below.pop(0)
    for number, record in enumerate(rows, 1):
        _write_row(sheet, head + number, columns, record, number)
        _look(sheet, head + number, sample)
    _put_below(sheet, head + len(rows) + 1, below, columns, rows)
    _set_print(sheet, head)
    book.save(out)
    return Filled(len(rows), unknown)


def _find_head(
    template: Path, sheet: Worksheet, known: Mapping[str, str]
) -> tuple[int, dict[int, LedgerColumn | None], tuple[str, ...]]:
    best: tuple[int, dict[int, LedgerColumn | None]] = (0, {})
    for row in range(1, min(sheet.max_row, SEARCHED_ROWS) + 1):
        found = dict(_bound(sheet, row, known))
        if len(_fields(found)) >= max(FEWEST, len(_fields(best[1])) + 1):
            best = (row, found)
    if not best[0]:
        raise TemplateTitlesError(file=template.name)
    unknown = tuple(
        str(sheet.cell(best[0], place).value)
        for place in range(1, sheet.max_column + 1)
        if sheet.cell(best[0], place).value and place not in best[1]
    )
    return *best, unknown


def _fields(found: Mapping[int, LedgerColumn | None]) -> list[LedgerColumn]:
    return [one for one in found.values() if one is not None]


def _bound(
    sheet: Worksheet, row: int, known: Mapping[str, str]
) -> list[tuple[int, LedgerColumn | None]]:
    found: list[tuple[int, LedgerColumn | None]] = []
    for place in range(1, sheet.max_column + 1):
        title = plain_title(str(sheet.cell(row, place).value or ""))
        bound = column(known.get(title, ""), title)
        if bound:
            found.append((place, bound))
        elif title in NUMBER_TITLES:
            found.append((place, None))
    return found


def _fill_words(sheet: Worksheet, head: int, words: Mapping[str, str]) -> None:
    for row in sheet.iter_rows(min_row=1, max_row=head):
        for cell in row:
            if isinstance(cell.value, str) and "{" in cell.value:
                cell.value = PLACEHOLDER.sub(
                    lambda found: words.get(found[1], found[0]), cell.value
                )


def _take_below(sheet: Worksheet, first: int) -> list[_Kept]:
    kept = [_looks(sheet, row) for row in range(first, sheet.max_row + 1)]
    for merged in list(sheet.merged_cells.ranges):
        if merged.min_row >= first:
            sheet.unmerge_cells(str(merged))
    if kept:
        sheet.delete_rows(first, len(kept))
    return kept


def _looks(sheet: Worksheet, row: int) -> _Kept:
    cells: list[Any] = [
        sheet.cell(row, place) for place in range(1, sheet.max_column + 1)
    ]
    return _Kept(
        [cell.value for cell in cells],
        [copy.copy(cell._style) for cell in cells],  # noqa: SLF001 - how it is copied
        sheet.row_dimensions[row].height,
    )


def _look(sheet: Worksheet, row: int, kept: _Kept) -> None:
    for place, style in enumerate(kept.looks, 1):
        cell: Any = sheet.cell(row, place)
        form = cell.number_format
        cell._style = copy.copy(style)  # noqa: SLF001 - how it is copied
        if form == TEXT:
            cell.number_format = TEXT
    sheet.row_dimensions[row].height = kept.height


def _is_total(kept: _Kept) -> bool:
    return any(isinstance(one, str) and TOTALS.search(one) for one in kept.values)


def _write_row(
    sheet: Worksheet,
    row: int,
    columns: Mapping[int, LedgerColumn | None],
    record: Record,
    number: int,
) -> None:
    for place, bound in columns.items():
        cell: Any = sheet.cell(row, place)
        if bound is None:
            cell.value = number
            continue
        text = record.text(bound)
        amount = read_amount(text) if bound.is_number else None
        cell.value = text if amount is None else amount
        if amount is None:
            cell.data_type = "s"  # openpyxl takes a leading "=" for a formula
            cell.number_format = TEXT


def _put_below(
    sheet: Worksheet,
    first: int,
    below: Sequence[_Kept],
    columns: Mapping[int, LedgerColumn | None],
    rows: Sequence[Record],
) -> None:
    for row, kept in enumerate(below, first):
        for place, value in enumerate(kept.values, 1):
            sheet.cell(row, place).value = value
        _look(sheet, row, kept)
        if not _is_total(kept):
            continue
        for place, bound in columns.items():
            said = kept.values[place - 1] if place <= len(kept.values) else None
            is_open = said in (None, "", 0) or _is_sum(said)
            if bound and bound.is_number and is_open:
                cell: Any = sheet.cell(row, place)
                cell.value = total(bound, rows)


def _is_sum(said: object) -> bool:
    return isinstance(said, str) and said.upper().startswith("=SUM")


def _set_print(sheet: Worksheet, head: int) -> None:
    if not sheet.print_title_rows:
        sheet.print_title_rows = f"{head}:{head}"
    if sheet.auto_filter.ref:
        sheet.auto_filter.ref = sheet.dimensions
