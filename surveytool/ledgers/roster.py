"""A county's roster file read: one row per person, household columns repeated."""

from collections.abc import Mapping
from pathlib import Path

from surveytool.domain.refusal import Refusal
from surveytool.ledgers.finishing import finish
from surveytool.ledgers.people import Roster
from surveytool.ledgers.reading import Reading
from surveytool.ledgers.titles import with_learnt
from surveytool.ledgers.workbook import read_sheets

NO_TITLES: Mapping[str, str] = {}
SOUGHT = "姓名、证件号码、户编号、与户主关系、行政村"


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
    reading = Reading()
    seen = [reading.read(sheet, known) for sheet in read_sheets(path)]
    if not any(seen):
        raise NoHeaderError(path=path.name, titles=SOUGHT)
    if not any(one.persons for one in reading.gathering.households):
        raise NobodyError(path=path.name)
    return finish(reading.gathering, reading.problems, reading.tally, reading.places)
