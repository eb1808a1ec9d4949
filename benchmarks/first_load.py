"""First load of a county: the store against raw inserts of the same rows.

    python -m benchmarks.first_load [--percent 20]

Prints CPU seconds of both in the same run, their ratio, and the peak memory.
"""

import argparse
import random
import resource
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.made import county, home, person
from surveytool.domain.seat import Office, Role, Seat
from surveytool.store import Store
from surveytool.store.sqlcipher import Database, begin_use, connect

LIMIT = 3.0
CHANGE = "create table change (n integer primary key, id blob, body blob) strict"
INDEXES = (
    "create unique index change_id on change (id)",
    "create unique index household_id on household (id)",
    "create unique index person_id on person (id)",
    "create index person_household on person (household)",
    "create index household_village on household (village)",
    "create index person_name on person (full_name)",
    "create index person_number on person (id_number)",
)


def main() -> None:
    """Measure and print a table."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--percent", type=int, default=20)
    percent = arguments.parse_args().percent
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder), percent)


def measure(folder: Path, percent: int) -> None:
    """Load the county with the store and raw, print both."""
    seat = Seat(Office.COUNTY, Role.ADMINISTRATOR, "基准", "基准县")
    path = folder / "county.surveytool"
    with Store.create(path, "p", seat, device_id="d", keys=b"") as store:
        making = _cpu(lambda: sum(1 for _ in county(percent)))
        load = _cpu(lambda: store.take(county(percent))) - making
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        bodies = store.bodies
        ids = [one for village in store.feed_villages() for one in store.feed(village)]
        journal = [(one, body) for one, body in bodies(ids).items()]
    bare, indexed = insert_raw(folder / "raw.db", percent, journal)
    size = path.stat().st_size / 1e6
    print(f"{percent} % of a county: {len(journal):,} households")
    print(f"store, one transaction       {load:7.2f} s CPU  {size:7.1f} MB file")
    print(f"raw rows and journal bytes   {bare:7.2f} s CPU")
    print(f"the same with plain indexes  {indexed:7.2f} s CPU")
    print(f"ratio to raw                 {load / bare:7.2f}    limit {LIMIT}")
    print(f"ratio to raw with indexes    {load / indexed:7.2f}")
    print(f"peak memory of the load      {peak:7.1f} MB")
    if load / bare > LIMIT:
        print("over the limit")


def insert_raw(
    path: Path, percent: int, journal: list[tuple[str, bytes]]
) -> tuple[float, float]:
    """Insert every row and the journal's bytes; return CPU seconds bare, indexed."""
    db = connect(path, b"k" * 32, b"s" * 16)
    begin_use(db)
    rows = {"household": [], "person": []}
    for change in county(percent):
        for ref, values in change.set.items():
            rows[ref.kind].append((ref.id, *values.values()))
    names = {"household": ["id", *home(random.Random(1), 1)]}  # noqa: S311 - names only
    names["person"] = ["id", *person(random.Random(1), "", 1)]  # noqa: S311 - names only
    db.execute(CHANGE)
    for kind, columns in names.items():
        quoted = ", ".join(f'"{one}"' for one in columns)
        db.execute(f"create table {kind} ({quoted})")
    bare = _cpu(lambda: _insert(db, rows, journal))
    index = _cpu(lambda: [db.execute(sql) for sql in INDEXES] and db.conn.commit())
    db.conn.close()
    return bare, bare + index


def _insert(
    db: Database,
    rows: dict[str, list[tuple[str, ...]]],
    journal: list[tuple[str, bytes]],
) -> None:
    with db.atomic():
        for kind, some in rows.items():
            marks = ", ".join("?" * len(some[0]))
            db.conn.executemany(f"insert into {kind} values ({marks})", some)  # noqa: S608 - our own names
        db.conn.executemany(
            "insert into change (id, body) values (unhex(?), ?)", journal
        )


def _cpu(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


if __name__ == "__main__":
    main()
