"""The sheets of a roster file, whatever kind of file it is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetVisibleEnum,
)

from surveytool.domain.refusal import Refusal
from surveytool.ledgers.archive import WorkbookBrokenError, check_archive
from surveytool.ledgers.cell import Row
from surveytool.ledgers.compound import WorkbookLockedError, check_compound
from surveytool.ledgers.delimited import NotAWorkbookError, read_delimited

Merge = tuple[int, int, int]

ZIP = b"PK"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PANIC = "PanicException"  # what the reader raises on some damage; it has no module
WIDEST = 16_383


class WorkbookMissingError(Refusal):
    """There is no such file, or it may not be read."""

    code = "ledgers.missing"


class WorkbookEmptyError(Refusal):
    """The file holds nothing."""

    code = "ledgers.empty"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its rows, which can be read once, and how they are placed.

    ``first_column`` counts the empty columns left of the rows. ``merges`` are
    the cells merged downwards: (index in a row, first row, last row), rows
    counted from 1.
    """

    name: str
    rows: Iterator[Row]
    first_column: int = 0
    is_hidden: bool = False
    merges: tuple[Merge, ...] = ()


def read_sheets(path: Path) -> Iterator[Sheet]:
    """Read the sheets one after the other, hostile files refused first."""
    try:
        with path.open("rb") as stream:
            start = stream.read(len(OLE))
    except OSError as error:
        raise WorkbookMissingError(path=path, reason=error.strerror) from error
    if not start:
        raise WorkbookEmptyError(path=path.name)
    if start.startswith(ZIP):
        check_archive(path)
    elif start == OLE:
        check_compound(path)
    else:
        return iter([Sheet(path.stem, read_delimited(path))])
    return _sheets(path)


def _sheets(path: Path) -> Iterator[Sheet]:
    try:
        with path.open("rb") as stream, _open(path, stream) as workbook:
            for about in workbook.sheets_metadata:
                sheet = workbook.get_sheet_by_name(about.name)
                if sheet.height:
                    is_hidden = about.visible != SheetVisibleEnum.Visible
                    yield _sheet(sheet, is_hidden=is_hidden)
    except PasswordError as error:
        raise WorkbookLockedError(path=path.name) from error
    except (CalamineError, OSError) as error:
        raise WorkbookBrokenError(path=path.name) from error
    except BaseException as error:
        if type(error).__name__ != PANIC:
            raise
        raise WorkbookBrokenError(path=path.name) from error


def _open(path: Path, stream: BinaryIO) -> CalamineWorkbook:
    """Open by content, not by name: 表格.et and mislabelled .xls files are common."""
    workbook = CalamineWorkbook.from_filelike(stream)
    if not workbook.sheets_metadata:
        raise NotAWorkbookError(path=path.name)
    return workbook


def _sheet(sheet: CalamineSheet, *, is_hidden: bool) -> Sheet:
    first_column = sheet.start[1] if sheet.start else 0
    return Sheet(
        sheet.name,
        sheet.iter_rows(),
        first_column,
        is_hidden=is_hidden,
        merges=tuple(_downwards(sheet.merged_cell_ranges or (), first_column)),
    )


def _downwards(
    ranges: Iterable[tuple[tuple[int, int], tuple[int, int]]], first_column: int
) -> Iterator[Merge]:
    for (top, left), (bottom, right) in ranges:
        if bottom > top:
            for column in range(left, min(right, WIDEST) + 1):
                yield (column - first_column, top + 1, bottom + 1)
