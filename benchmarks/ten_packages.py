"""Ten packages of 2,000 households each, 5 % edited by two people.

    python -m benchmarks.ten_packages [--percent 25]

The percentage is that of the county they come into; below 22 the packages
shrink with it. Which households are in conflict is planned, and counted after.
"""

import argparse
import random
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.exchange import COUNTY, Device, receive
from benchmarks.made import HOUSEHOLDS, county
from benchmarks.measure import apart, cpu, line
from surveytool.domain.change import Change, digest
from surveytool.domain.entity import Ref
from surveytool.domain.seat import Office
from surveytool.sync.holdings import NOTHING, Receipt
from surveytool.sync.manifest import Counts, Manifest, Stretch
from surveytool.sync.record import Kind, Record
from surveytool.sync.writer import write_package

PACKAGES, EACH, SHARED = 10, 2000, 0.05


def main() -> None:
    """Make the county and the packages, take them in twice, print a table."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--percent", type=int, default=25)
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder), arguments.parse_args().percent)


def measure(folder: Path, percent: int) -> tuple[float, float]:
    """Print the table; return CPU seconds of the first and the second time."""
    here = Device.make(folder, "county", Office.COUNTY)
    apart(_fill, here, percent)
    each = min(EACH, HOUSEHOLDS * percent // 100 // PACKAGES)
    conflicts = int(each * SHARED) * PACKAGES // 2
    senders = [Device.make(folder, f"l{n}", Office.TOWNSHIP) for n in range(PACKAGES)]
    paths = apart(_write_all, folder, here, senders, percent, each, conflicts).gave
    first = apart(_take_all, here, senders, paths)
    again = apart(_take_all, here, senders, paths)
    size = sum(path.stat().st_size for path in paths) / PACKAGES / 1e3
    print(f"{PACKAGES} packages of {each:,} households, {size:,.0f} kB each,")
    print(f"into {percent} % of a county; {conflicts} households planned in conflict")
    seconds, new, found = first.gave
    line("taken in", seconds, 5, "s")
    line("memory", first.memory, 150, "MB")
    seconds_again, new_again, found_again = again.gave
    line("the same again", seconds_again, 1, "s")
    print(f"changes new {new:,}, conflict households found {found}")
    print(f"again: changes new {new_again}, conflict households {found_again}")
    expected = (PACKAGES * each, conflicts, 0, conflicts)
    if (new, found, new_again, found_again) != expected:
        print("WRONG")
    return seconds, seconds_again


def _fill(here: Device, percent: int) -> None:
    with here.open() as store:
        store.take(county(percent))


def _take_all(
    here: Device, senders: list[Device], paths: list[Path]
) -> tuple[float, int, int]:
    with here.open() as store:
        pairs = list(zip(senders, paths, strict=True))
        seconds, new = cpu(
            lambda: sum(receive(here, store, *pair).new for pair in pairs)
        )
        return seconds, new, len({root for root, _ in store.conflicts()})


def _write_all(
    folder: Path,
    here: Device,
    senders: list[Device],
    percent: int,
    each: int,
    conflicts: int,
) -> list[Path]:
    # The first editors of the disputed households hold as many of the others.
    chance = random.Random(4)  # noqa: S311 - made-up edits
    homes = list(county(percent))
    chance.shuffle(homes)
    shared, own = homes[:conflicts], iter(homes[conflicts:])
    twice = conflicts * 2 // PACKAGES
    paths = []
    for n, sender in enumerate(senders):
        first = n // 2 * twice
        some = shared[first : first + twice]
        some = some + [next(own) for _ in range(each - len(some))]
        edits = [_edit(one, chance, sender, n) for one in some]
        paths.append(_package(folder / f"{n}.stpack", edits, sender, here))
    return paths


def _edit(birth: Change, chance: random.Random, sender: Device, n: int) -> Change:
    """Return a visit: incomes and housing of the home, health of its people."""
    values: dict[Ref, dict[str, str]] = {
        birth.root: {
            "floor_area": "120",
            "toilet": "yes",
            "farmland": "4.5",
            "wage_income": "31000",
            "business_income": "7000",
            "net_income": f"{chance.randrange(10**6)}{n}",
            "surveyed": "2026-11-24",
        }
    }
    for ref in birth.set:
        if ref.kind == "person":
            values[ref] = {"health": "chronic", "medical_serious": "no"}
    was = {
        ref: {name: birth.set[ref].get(name) for name in some if name in birth.set[ref]}
        for ref, some in values.items()
    }
    seen = frozenset([birth.id])
    at = "2026-11-24T10:00:00+08:00"
    return Change(birth.root, f"员{n}", sender.keys.device, at, values, seen, was)


def _package(path: Path, edits: list[Change], sender: Device, to: Device) -> Path:
    feeds: dict[str, list[Change]] = {}
    for one in edits:
        feeds.setdefault(f"v{hash(one.root.id) % 9}", []).append(one)
    manifest = Manifest(
        made="2026-11-24",
        sender=sender.keys.device,
        receiver=to.keys.device,
        county=COUNTY,
        program="bench",
        villages={
            village: Stretch(
                NOTHING, Receipt(len(some), digest(one.id for one in some))
            )
            for village, some in feeds.items()
        },
        counts=Counts(len(edits), 0),
    )
    return write_package(
        path, manifest, records=_records(feeds), keys=sender.keys, receiver=to.card
    )


def _records(feeds: dict[str, list[Change]]) -> Iterator[Record]:
    for village, some in feeds.items():
        yield Record(Kind.VILLAGE, village.encode())
        for one in some:
            yield Record(Kind.CHANGE, one.body())


if __name__ == "__main__":
    main()
