"""What is wrong with the titles of a sheet: missing, unknown, not a roster."""

from collections.abc import Iterator

from surveytool.domain.problem import Problem, Severity
from surveytool.ledgers.header import Header
from surveytool.ledgers.place import Place
from surveytool.ledgers.workbook import Sheet

IMPORTANT = {
    "household.code": "户编号",
    "person.full_name": "姓名",
    "person.id_number": "证件号码",
    "person.relation": "与户主关系",
    "village.title": "行政村",
}


def skipped(sheet: Sheet) -> Problem:
    """Return the note that a sheet was not read."""
    return Place(sheet.name, 0).problem("roster.sheet_skipped", severity=Severity.NOTE)


def title_problems(sheet: Sheet, header: Header) -> Iterator[Problem]:
    """Yield the important columns that are missing and the unknown ones."""
    yield from _missing(sheet, header)
    yield from _unknown(sheet, header)


def _missing(sheet: Sheet, header: Header) -> Iterator[Problem]:
    has_village = "village.code" in header.fields
    for field, title in IMPORTANT.items():
        if field in header.fields or (field == "village.title" and has_village):
            continue
        place = Place(sheet.name, header.last_row)
        yield place.problem("roster.column_missing", wanted=title)


def _unknown(sheet: Sheet, header: Header) -> Iterator[Problem]:
    for index, title in header.unknown:
        column = index + sheet.first_column + 1
        place = Place(sheet.name, header.last_row, column, title)
        yield place.problem("roster.column_unknown", title, severity=Severity.NOTE)
