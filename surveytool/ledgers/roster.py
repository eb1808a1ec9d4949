"""A county's roster file read: one row per person, household columns repeated."""

from collections.abc import Iterator, Mapping
from itertools import chain, islice
from pathlib import Path

from surveytool.domain.problem import Problem, Severity
from surveytool.domain.refusal import Refusal
from surveytool.ledgers.finishing import finish
from surveytool.ledgers.gathering import Gathering
from surveytool.ledgers.header import SEARCHED_ROWS, Header, find_header
from surveytool.ledgers.layout import lay_out
from surveytool.ledgers.people import Roster
from surveytool.ledgers.personrows import person_rows
from surveytool.ledgers.place import Place
from surveytool.ledgers.places import Places
from surveytool.ledgers.sheetreader import SheetReader
from surveytool.ledgers.tally import Tally
from surveytool.ledgers.titles import with_learnt
from surveytool.ledgers.workbook import Sheet, read_sheets

NO_TITLES: Mapping[str, str] = {}
SOUGHT = "姓名、证件号码、户编号、与户主关系、行政村"
IMPORTANT = {
    "household.code": "户编号",
    "person.full_name": "姓名",
    "person.id_number": "证件号码",
    "person.relation": "与户主关系",
    "village.title": "行政村",
}
LEAST_ALIKE = 0.6


class NoHeaderError(Refusal):
    """No sheet of the workbook has the titles of a roster."""

    code = "roster.no_header"


class NobodyError(Refusal):
    """The roster has titles and no person under them."""

    code = "roster.nobody"


def read_roster(path: Path, titles: Mapping[str, str] = NO_TITLES) -> Roster:
    """Read a roster workbook or text table.

    ``titles`` are a county's own titles and their fields, as
    {"户口簿姓名": "person.full_name"}. Raises a Refusal where the file is not
    a roster; everything wrong inside a roster is listed in its problems.
    """
    known = with_learnt(titles)
    reading = _Reading()
    seen = [reading.read(sheet, known) for sheet in read_sheets(path)]
    if not any(seen):
        raise NoHeaderError(path=path.name, titles=SOUGHT)
    if not any(one.persons for one in reading.gathering.households):
        raise NobodyError(path=path.name)
    return finish(reading.gathering, reading.problems, reading.tally, reading.places)


class _Reading:
    """The state of one import, over all sheets."""

    def __init__(self) -> None:
        self.gathering = Gathering()
        self.problems: list[Problem] = []
        self.tally = Tally()
        self.places = Places()
        self.fields: frozenset[str] = frozenset()

    def read(self, sheet: Sheet, known: Mapping[str, str]) -> bool:
        """Read a sheet where it is a roster; tell whether it was."""
        rows = iter(sheet.rows)
        first = list(islice(rows, SEARCHED_ROWS))
        header = find_header(first, known)
        if header is None or not self._is_wanted(sheet, header):
            self._skip(sheet)
            return False
        self.fields = self.fields or header.fields
        self._list_columns(sheet, header)
        layout = lay_out(header)
        self.places.learn(sheet, layout)
        tell, tally = self.problems.append, self.tally
        reader = SheetReader(sheet, layout, self.gathering, tell=tell, tally=tally)
        body = chain(first[header.last_row :], rows)
        reader.read(person_rows(sheet, layout, body, tell=tell, tally=tally))
        return True

    def _is_wanted(self, sheet: Sheet, header: Header) -> bool:
        """Take further sheets only where they are built like the first.

        A list of migrant workers names persons too, several times each.
        """
        if not self.fields:
            return not sheet.is_hidden
        alike = len(self.fields & header.fields) / len(self.fields)
        return not sheet.is_hidden and alike >= LEAST_ALIKE

    def _skip(self, sheet: Sheet) -> None:
        note = Severity.NOTE
        self.problems.append(
            Place(sheet.name, 0).problem("roster.sheet_skipped", severity=note)
        )

    def _list_columns(self, sheet: Sheet, header: Header) -> None:
        self.problems.extend(_missing(sheet, header))
        self.problems.extend(_unknown(sheet, header))


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
