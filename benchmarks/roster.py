"""How long reading a roster takes, against the spreadsheet reader alone.

Usage: python benchmarks/roster.py [ROWS]. The file is made first, with the
ledger's own columns and invented people.
"""

import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from python_calamine import CalamineWorkbook

from surveytool.domain.entity import Entity, Ref
from surveytool.domain.id_number import check_digit
from surveytool.ledgers.archive import check_archive
from surveytool.ledgers.differences import compare
from surveytool.ledgers.matching import StandingHousehold
from surveytool.ledgers.people import Roster
from surveytool.ledgers.roster import read_roster
from surveytool.ledgers.roster_out import write_roster

Result = TypeVar("Result")

ROWS = 50_000
MEMBERS = 4
VILLAGE = "621202100200"


def households(rows: int) -> Iterator[StandingHousehold]:
    """Yield invented households, their fields filled as a county's are."""
    for number in range(rows // MEMBERS):
        root = Ref("household", str(number))
        fields = {
            "village": VILLAGE,
            "code": f"6212{number:010d}",
            "group": f"{number % 8}组",
            "phone": f"138{number:08d}",
            "kind": "ordinary",
            "size": str(MEMBERS),
            "net_income": f"{number}.25",
            "wage_income": f"{number}.5",
            "housing_grade": "A",
            "safe_water": "yes",
            "floor_area": "120.5",
            "road_kind": "cement",
            "helper_name": "周安平",
        }
        persons = tuple(person(root, number, place) for place in range(MEMBERS))
        yield StandingHousehold(Entity(root, root, fields), persons)


def person(root: Ref, number: int, place: int) -> Entity:
    """Return an invented person with a sound ID number."""
    serial = number * MEMBERS + place
    year, day = 1940 + serial % 80, f"{1 + serial % 12:02d}{1 + serial % 28:02d}"
    first = f"{621200 + serial // 40_000:06d}{year}{day}{serial % 500 * 2 + 1:03d}"
    fields = {
        "full_name": f"赵{chr(0x4E00 + serial % 5000)}",
        "number": f"6212{serial:012d}",
        "order": str(place + 1),
        "sex": "1",
        "birth": f"{year}-{day[:2]}-{day[2:]}",
        "id_type": "citizen",
        "id_number": first + check_digit(first),
        "relation": "son" if place else "head",
        "ethnicity": "01",
        "politics": "13",
        "education": "junior",
        "health": "healthy",
        "labour": "normal",
        "medical_resident": "yes",
        "medical_serious": "yes",
        "pension": "yes",
        "minimum_living": "none",
        "extreme_poverty": "none",
        "relocated": "no",
    }
    return Entity(Ref("person", str(serial)), root, fields)


def read_alone(path: Path) -> int:
    """Read every cell with the spreadsheet reader and do nothing with it."""
    sheet = CalamineWorkbook.from_path(path).get_sheet_by_index(0)
    return sum(len(row) for row in sheet.iter_rows())


def timed(words: str, work: Callable[[], Result]) -> Result:
    """Do something, print how long it took and the most memory so far."""
    begun = time.perf_counter()
    result = work()
    seconds = time.perf_counter() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    print(f"{words:<28} {seconds:8.2f} s   {peak:6d} MB at most")
    return result


def main() -> None:
    """Print a table of times."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    village = Ref("village", VILLAGE)
    villages = {VILLAGE: Entity(village, village, {"title": "西坪村", "code": VILLAGE})}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "花名册.xlsx"
        standing = list(households(rows))
        print(f"{rows} persons, {rows // MEMBERS} households")
        timed("write the ledger", lambda: write_roster(path, villages, standing))
        print(f"{path.stat().st_size >> 20} MB")
        timed("look through the archive", lambda: check_archive(path))
        cells = timed("spreadsheet reader alone", lambda: read_alone(path))
        print(f"{cells} cells")
        roster: Roster = timed("read the roster", lambda: read_roster(path))
        print(f"{len(roster.problems)} findings, {roster.counts.persons} persons")
        found = timed(
            "compare with the workspace",
            lambda: compare(roster, standing, lambda *_: False),
        )
        print("no differences" if found.is_nothing else "differences found")


if __name__ == "__main__":
    main()
