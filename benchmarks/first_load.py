"""First load of a county: the store against raw inserts of the same rows.

    python benchmarks/first_load.py [--percent 20]

Prints CPU seconds of both in the same run, their ratio, and the peak memory.
"""

import argparse
import random
import resource
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

from surveytool.domain.change import Change
from surveytool.domain.entity import Ref
from surveytool.domain.seat import Office, Role, Seat
from surveytool.store import Store
from surveytool.store.sqlcipher import begin_use, connect

HOUSEHOLDS, PERSONS, VILLAGES = 92_408, 423_850, 344
LIMIT = 3.0
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
GIVEN = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂玉萍红玲建国华丹文辉"
TABLES = (
    "root change touch entity placed feed household_row word_data gram_data".split()
)


def main() -> int:
    """Measure, print a table, and fail where the ratio is over the limit."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--percent", type=int, default=20)
    percent = arguments.parse_args().percent
    with tempfile.TemporaryDirectory() as folder:
        return measure(Path(folder), percent)


def measure(folder: Path, percent: int) -> int:
    """Load, copy the rows raw, print."""
    seat = Seat(Office.COUNTY, Role.ADMINISTRATOR, "基准", "基准县")
    path = folder / "county.surveytool"
    with Store.create(path, "p", seat, device_id="d", keys=b"") as store:
        making = _cpu(lambda: sum(1 for _ in county(percent)))
        began = time.process_time()
        taken = store.take(county(percent))
        load = time.process_time() - began - making
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        rows = {name: _rows(store, name) for name in TABLES}
    raw = _cpu(lambda: insert_raw(folder / "raw.db", rows))
    size = path.stat().st_size / 1e6
    count = sum(len(some) for some in rows.values())
    print(f"{percent} % of a county: {taken.new:,} households, {count:,} rows")
    print(f"store, one transaction   {load:7.2f} s CPU  {size:7.1f} MB file")
    print(f"raw executemany          {raw:7.2f} s CPU")
    print(f"ratio                    {load / raw:7.2f}    limit {LIMIT}")
    print(f"peak memory of the load  {peak:7.1f} MB")
    return int(load / raw > LIMIT)


def insert_raw(path: Path, rows: dict[str, list[tuple[object, ...]]]) -> None:
    """Insert the same rows into tables of the same shape, and nothing else."""
    db = connect(path, b"k" * 32, b"s" * 16)
    begin_use(db)
    with db.atomic():
        for name, some in rows.items():
            marks = ", ".join("?" * len(some[0]))
            columns = ", ".join(f"c{n}" for n in range(len(some[0])))
            db.execute(f"create table {name} ({columns})")
            db.conn.executemany(f"insert into {name} values ({marks})", some)  # noqa: S608 - our own names
    db.conn.close()


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
    year, month, day = (chance.randint(*ends) for ends in ((1940, 2024), (1, 12), (1, 28)))
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
        "phone": f"138{chance.randrange(10**8):08d}" if chance.random() < 0.5 else "",
    }


def _name(chance: random.Random) -> str:
    return chance.choice(SURNAMES) + "".join(chance.choices(GIVEN, k=chance.choice((1, 2, 2))))


def _rows(store: Store, name: str) -> list[tuple[object, ...]]:
    return store._db.execute(f"select * from {name}").fetchall()  # noqa: S608, SLF001 - a measurement looks inside


def _cpu(work: object) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


if __name__ == "__main__":
    sys.exit(main())
