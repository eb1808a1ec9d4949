"""How our spreadsheets look, and how text stays text in them."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import cast
from unicodedata import east_asian_width

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from surveytool.ledgers.archive import column_letters

FONT = "宋体"
A4 = 9
TEXT = "@"
LONGEST_TEXT = 32_767
NARROWEST, WIDEST = 6, 48
_LINE = Side(style="thin", color="FF808080")
BORDER = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
HEAD_FILL = PatternFill("solid", fgColor="FFDDE6F0")
TOTAL_FILL = PatternFill("solid", fgColor="FFF2F2F2")
TITLE_FONT = Font(name=FONT, size=16, bold=True)
HEAD_FONT = Font(name=FONT, size=11, bold=True)
NO_BORDER = Border()
BODY_FONT = Font(name=FONT, size=11)
CENTRE = Alignment(horizontal="center", vertical="center", wrap_text=True)
UNWRAPPED = Alignment(vertical="center")
LEFT = Alignment(vertical="center", wrap_text=True)
RIGHT = Alignment(horizontal="right", vertical="center")


def new_sheet(book: Workbook, name: str) -> Worksheet:
    """Return a new sheet of a workbook that is written row by row."""
    return cast("Worksheet", book.create_sheet(name))


def text_cell(sheet: Worksheet, text: str) -> Cell:
    """Return a cell that stays text: no number, no formula, no control signs."""
    clean = ILLEGAL_CHARACTERS_RE.sub("", text)[:LONGEST_TEXT]
    cell = WriteOnlyCell(sheet, clean)
    cell.data_type = "s"  # openpyxl takes a leading "=" for a formula
    cell.number_format = TEXT
    cell.font, cell.alignment, cell.border = BODY_FONT, LEFT, BORDER
    return cell


def number_cell(sheet: Worksheet, number: Decimal, form: str) -> Cell:
    """Return a cell with a number that adds up, shown in a number format."""
    cell = WriteOnlyCell(sheet, cast("float", number))  # written with all its digits
    cell.number_format = form
    cell.font, cell.alignment, cell.border = BODY_FONT, RIGHT, BORDER
    return cell


def head_cells(sheet: Worksheet, titles: Iterable[str]) -> list[Cell]:
    """Return a header row's cells."""
    cells = [text_cell(sheet, title) for title in titles]
    for cell in cells:
        cell.font, cell.fill, cell.alignment = HEAD_FONT, HEAD_FILL, CENTRE
    return cells


def set_widths(sheet: Worksheet, widths: Sequence[float]) -> None:
    """Set the widths of the columns, in characters; before the first row."""
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[column_letters(number)].width = width


def fitting_widths(rows: Iterable[Sequence[str]]) -> list[float]:
    """Return widths that fit the texts; a Chinese character counts twice."""
    widths: list[int] = []
    for row in rows:
        widths.extend([NARROWEST] * (len(row) - len(widths)))
        for place, text in enumerate(row):
            widths[place] = max(widths[place], min(shown_width(text) + 2, WIDEST))
    return [float(width) for width in widths]


def shown_width(text: str) -> int:
    """Return how many half-width characters a text takes."""
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def set_print(sheet: Worksheet, *, head_row: int, is_wide: bool) -> None:
    """Print on A4, one page wide, the header on every page, pages numbered."""
    sheet.page_setup.paperSize = A4
    sheet.page_setup.orientation = "landscape" if is_wide else "portrait"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{head_row}:{head_row}"
    footer = sheet.oddFooter
    if footer and footer.center:
        footer.center.text = "第 &P 页 共 &N 页"
