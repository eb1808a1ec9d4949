"""A report's table as a workbook, ready to be printed."""

from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.chart import BarChart, Reference
from openpyxl.worksheet.worksheet import Worksheet

from surveytool.domain.table import Column, Table
from surveytool.ledgers.archive import column_letters
from surveytool.ledgers.styles import (
    BODY_FONT,
    CENTRE,
    HEAD_FONT,
    NO_BORDER,
    TITLE_FONT,
    TOTAL_FILL,
    UNWRAPPED,
    fitting_widths,
    head_cells,
    new_sheet,
    number_cell,
    set_print,
    set_widths,
    text_cell,
)

FORMATS = {"count": "#,##0", "percent": "0.00", "money": "#,##0.00"}
MOST_PORTRAIT_COLUMNS = 7
LONGEST_SHEET_NAME = 31
FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
SAMPLED_ROWS = 500


def write_table(path: Path, table: Table) -> None:
    """Write a table: title, headings, rows, total, then notes and definitions.

    Text columns stay text, whatever their digits; counts, amounts and rates
    are numbers that add up in a spreadsheet.
    """
    book = Workbook(write_only=True)
    sheet = new_sheet(book, table.title.translate(FORBIDDEN)[:LONGEST_SHEET_NAME])
    headings = [column.heading for column in table.columns]
    head_row = len(_lines_above(table)) + 1
    set_widths(sheet, fitting_widths([headings, *table.rows[:SAMPLED_ROWS]]))
    is_wide = len(headings) > MOST_PORTRAIT_COLUMNS
    set_print(sheet, head_row=head_row, is_wide=is_wide)
    sheet.freeze_panes = f"A{head_row + 1}"
    _merge_lines(sheet, head_row, len(headings))
    for row in _rows(sheet, table, headings):
        sheet.append(row)
    _draw(sheet, table, head_row)
    book.save(path)


def _draw(sheet: Worksheet, table: Table, head_row: int) -> None:
    """Put the charts beside the table, reading its own cells."""
    last = head_row + len(table.rows)
    if not table.rows:
        return
    names = Reference(sheet, min_col=1, min_row=head_row + 1, max_row=last)
    for number, one in enumerate(table.charts):
        chart = BarChart()
        chart.type, chart.style, chart.title = "bar", 10, one.title
        chart.height, chart.width = max(7, len(table.rows) + 2), 18
        chart.x_axis.scaling.orientation = "maxMin"  # the first row on top
        chart.x_axis.delete = chart.y_axis.delete = False
        for column in one.columns:
            place = column + 1
            values = Reference(sheet, min_col=place, min_row=head_row, max_row=last)
            chart.add_data(values, titles_from_data=True)
        chart.set_categories(names)
        anchor = column_letters(len(table.columns) + 2)
        sheet.add_chart(chart, f"{anchor}{head_row + number * 22}")


def _rows(sheet: Worksheet, table: Table, headings: list[str]) -> Iterator[list[Cell]]:
    for line in _lines_above(table):
        cell = text_cell(sheet, line)
        cell.alignment, cell.border = CENTRE, NO_BORDER
        cell.font = TITLE_FONT if line is table.title else BODY_FONT
        yield [cell]
    yield head_cells(sheet, headings)
    for row in table.rows:
        yield _cells(sheet, table.columns, row)
    if table.total:
        total = _cells(sheet, table.columns, table.total)
        for cell in total:
            cell.font, cell.fill = HEAD_FONT, TOTAL_FILL
        yield total
    for note in _notes(table):
        cell = text_cell(sheet, note)
        cell.border, cell.alignment = NO_BORDER, UNWRAPPED
        yield [cell]


def _lines_above(table: Table) -> list[str]:
    return [line for line in (table.title, table.subtitle) if line]


def _notes(table: Table) -> Iterator[str]:
    yield from table.notes
    for figure in table.figures:
        yield f"{figure.zh}：{figure.say()}。{figure.definition()}"


def _cells(
    sheet: Worksheet, columns: Sequence[Column], texts: Sequence[str]
) -> list[Cell]:
    return [
        _cell(sheet, column, text) for column, text in zip(columns, texts, strict=True)
    ]


def _cell(sheet: Worksheet, column: Column, text: str) -> Cell:
    number = None if column.kind == "text" else _number(text)
    if number is None:
        return text_cell(sheet, text)
    return number_cell(sheet, number, FORMATS[column.kind])


def _number(text: str) -> Decimal | None:
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _merge_lines(sheet: Worksheet, head_row: int, columns: int) -> None:
    for row in range(1, head_row):
        sheet.merged_cells.add(_range(row, columns))


def _range(row: int, columns: int) -> str:
    return f"A{row}:{column_letters(max(columns, 1))}{row}"
