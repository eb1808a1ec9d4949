"""County-size ledgers: processor time and memory of writing and reading.

Usage: python -m benchmarks.ledgers [ROWS]. Each part runs in a process of its
own; beside it the same file read, or the same cells written, by the library
alone. The times are scaled to a county of 423,850 rows as well.
"""

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from python_calamine import CalamineWorkbook
from rustpy_xlsxwriter import FastExcel

from benchmarks.roster import VILLAGE, households
from surveytool.domain.entity import Entity, Ref
from surveytool.ledgers.roster import read_roster
from surveytool.ledgers.roster_out import ledger_columns, write_roster

ROWS = 40_000
COUNTY = 423_850
CELL = "四川湄山县"


def write(path: Path, rows: int) -> None:
    """Write the roster, households coming one by one in their order."""
    village = Ref("village", VILLAGE)
    place = Entity(village, village, {"title": "西坪村", "code": VILLAGE})
    write_roster(path, {VILLAGE: place}, households(rows), in_order=True)


def write_alone(path: Path, rows: int) -> None:
    """Write as many cells with the library alone."""
    titles = [column.title for column in ledger_columns()]
    row = dict.fromkeys(titles, CELL)
    book = FastExcel(path.with_name("alone.xlsx"))
    book.sheet("a", (row for _ in range(rows)))
    book.save()


def read(path: Path, rows: int) -> None:
    """Read the file to its findings."""
    del rows
    read_roster(path)


def read_alone(path: Path, rows: int) -> None:
    """Read every cell with the library alone."""
    del rows
    sheet = CalamineWorkbook.from_path(path).get_sheet_by_index(0)
    for _ in sheet.iter_rows():
        pass


PARTS: dict[str, Callable[[Path, int], None]] = {
    "write": write,
    "write alone": write_alone,
    "read": read,
    "read alone": read_alone,
}


def part(name: str, path: Path, rows: int) -> None:
    """Do one part and print a line on it."""
    begun = time.process_time()
    PARTS[name](path, rows)
    busy = time.process_time() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    county = busy * COUNTY / rows
    print(f"{name:<12} {busy:8.1f} s CPU  {peak:6d} MB   county {county:6.0f} s CPU")


def main() -> None:
    """Print a line for each part."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    print(f"{rows} persons × {len(ledger_columns())} columns")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "花名册.xlsx"
        for name in PARTS:
            here = [sys.executable, "-m", "benchmarks.ledgers", "part", name]
            subprocess.run([*here, str(path), str(rows)], check=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["part"]:
        part(sys.argv[2], Path(sys.argv[3]), int(sys.argv[4]))
    else:
        main()
