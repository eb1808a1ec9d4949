"""First load of a county: the store against raw inserts of the same rows.

    python benchmarks/first_load.py [--percent 20]

Prints CPU seconds of both in the same run, their ratio, and the peak memory.
"""

import argparse
import random
import resource
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

from surveytool.domain.change import Change
from surveytool.domain.entity import Ref
from surveytool.domain.seat import Office, Role, Seat
from surveytool.store import Store
from surveytool.store.sqlcipher import Database, begin_use, connect

HOUSEHOLDS, PERSONS, VILLAGES = 92_408, 423_850, 344
LIMIT = 3.0
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
GIVEN = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂玉萍红玲建国华丹文辉"
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
    names = {"household": ["id", *_home(random.Random(1), 1)]}  # noqa: S311 - names only
    names["person"] = ["id", *_person(random.Random(1), "", 1)]  # noqa: S311 - names only
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


def county(percent: int) -> Iterator[Change]:
    """Yield the first changes of a county's households, always the same."""
    chance = random.Random(2026)  # noqa: S311 - made-up people
    households = HOUSEHOLDS * percent // 100
    persons = PERSONS * percent // 100
    for n in range(households):
        size = persons * (n + 1) // households - persons * n // households
        yield household(chance, n, size)


def household(chance: random.Random, n: int, size: int) -> Change:
    """Return the change that brings a household into the workspace."""
    name = str(uuid.UUID(int=chance.getrandbits(128)))
    root = Ref("household", name)
    entities = {root: _home(chance, n)}
    for order in range(size):
        ref = Ref("person", str(uuid.UUID(int=chance.getrandbits(128))))
        entities[ref] = _person(chance, name, order)
    return Change(root, "县管理员", "d", "2026-11-23T09:00:00+08:00", entities)


def _home(chance: random.Random, n: int) -> dict[str, str]:
    village = f"621202{n * VILLAGES // HOUSEHOLDS:06d}"
    return {
        "village": village,
        "group": f"{chance.randint(1, 9)}组",
        "code": f"62120200{n:08d}",
        "kind": chance.choice(("lifted", "ordinary")),
        "monitor_type": chance.choice(("",) * 28 + ("unstable", "marginal", "sudden")),
        "phone": f"139{chance.randrange(10**8):08d}",
        "bank": "甘肃省农村信用社",
        "bank_account": f"6217{chance.randrange(10**15):015d}",
        "floor_area": str(chance.randint(40, 200)),
        "safe_water": "yes",
        "toilet": chance.choice(("yes", "no")),
        "farmland": f"{chance.randint(0, 150) / 10}",
        "road_kind": "cement",
        "wage_income": str(chance.randint(0, 60000)),
        "business_income": str(chance.randint(0, 30000)),
        "transfer_income": str(chance.randint(0, 9000)),
        "net_income": str(chance.randint(9000, 90000)),
        "income_per_head": f"{chance.randint(5000, 40000)}.{chance.randint(0, 99):02d}",
        "helper_name": _name(chance),
        "helper_unit": "武都区农业农村局",
    }


def _person(chance: random.Random, household: str, order: int) -> dict[str, str]:
    year, month, day = (
        chance.randint(*ends) for ends in ((1940, 2024), (1, 12), (1, 28))
    )
    return {
        "household": household,
        "order": str(order + 1),
        "full_name": _name(chance),
        "sex": chance.choice("12"),
        "birth": f"{year}-{month:02d}-{day:02d}",
        "id_type": "citizen",
        "id_number": f"621202{year}{month:02d}{day:02d}{chance.randrange(10**4):04d}",
        "relation": "son" if order else "head",
        "ethnicity": "01",
        "education": "primary",
        "schooling": "none",
        "health": "healthy",
        "labour": "ordinary",
        "medical_resident": "yes",
        "medical_serious": "yes",
        "pension": "yes",
        "phone": f"138{chance.randrange(10**8):08d}" if order % 2 else "",
    }


def _name(chance: random.Random) -> str:
    return chance.choice(SURNAMES) + "".join(
        chance.choices(GIVEN, k=chance.choice((1, 2, 2)))
    )


def _cpu(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


if __name__ == "__main__":
    main()
