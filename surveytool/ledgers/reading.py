"""The reading of a whole file, sheet after sheet."""

from collections.abc import Mapping
from itertools import chain, islice

from surveytool.domain.problem import Problem
from surveytool.ledgers.gathering import Gathering, Tally
from surveytool.ledgers.header import SEARCHED_ROWS, Header, find_header
from surveytool.ledgers.headercheck import skipped, title_problems
from surveytool.ledgers.layout import lay_out
from surveytool.ledgers.personrows import person_rows
from surveytool.ledgers.places import Places
from surveytool.ledgers.sheetreader import SheetReader
from surveytool.ledgers.workbook import Sheet

LEAST_ALIKE = 0.6
WORK = {"是否已务工", "是否计划务工", "就业渠道", "所属行业", "务工月收入"}


class Reading:
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
            self.problems.append(skipped(sheet))
            return False
        self.fields = self.fields or header.fields
        self.problems.extend(title_problems(sheet, header))
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
        titles = {title for _, title in header.unknown}
        if len(titles & WORK) > 1 and "person.relation" not in header.fields:
            return False
        if not self.fields:
            return not sheet.is_hidden
        alike = len(self.fields & header.fields) / len(self.fields)
        return not sheet.is_hidden and alike >= LEAST_ALIKE
