"""A whole county through every door: load, dispatch, a day, a save, verify.

    python -m benchmarks.county [--percent 10]

Every step runs in a process of its own; its memory is its own peak.
"""

import argparse
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks import search
from benchmarks.exchange import Device, receive, send
from benchmarks.first_load import insert_raw
from benchmarks.made import HOUSEHOLDS, county
from benchmarks.measure import apart, cpu, line
from surveytool.domain.change import Change
from surveytool.domain.entity import Ref
from surveytool.domain.seat import Office
from surveytool.store import Store, sqlcipher

DAY, SAVES = 200, 200


@dataclass(frozen=True)
class Figures:
    """CPU seconds of the steps, megabytes of the files."""

    floor: float
    load: float
    out: float
    into: float
    verify: float


def main() -> None:
    """Measure at one size and print a table."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--percent", type=int, default=10)
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder), arguments.parse_args().percent)


def measure(folder: Path, percent: int) -> Figures:
    """Print the table of one size; return its figures."""
    share = percent / 100
    here = Device.make(folder, "county", Office.COUNTY)
    other = Device.make(folder, "other", Office.COUNTY)
    package, day = folder / "all.stpack", folder / "day.stpack"
    print(
        f"{percent} % of a county: {HOUSEHOLDS * percent // 100:,} households",
        flush=True,
    )
    floor = apart(_floor, folder, percent).gave
    load = apart(_load, here, percent)
    line("first load", load.gave, 3 * floor, "s", floor)
    line("  memory", load.memory, 200, "MB")
    size = here.path.stat().st_size / 1e6
    line("  file", size, 176 * share, "MB")
    plain = apart(_plain, folder, percent).gave
    line("  the same unencrypted", plain, load.gave, "s", plain)
    line("  encryption costs", (load.gave / plain - 1) * 100, 25, "%")
    out = apart(_send, here, other, package)
    line("dispatch of all, out", out.gave, 15 * share, "s", floor)
    line("  memory", out.memory, 200, "MB")
    line("  file", package.stat().st_size / 1e6, 40 * share, "MB")
    into = apart(_receive, other, here, package)
    line("dispatch of all, in", into.gave, 2 * load.gave, "s", load.gave)
    line("  memory", into.memory, 200, "MB")
    made = apart(_day, here, other, package, day, percent).gave
    line(f"a day of {DAY} households, out", made, 1, "s")
    line("  file", day.stat().st_size / 1e3, 100, "kB")
    line("  in", apart(_receive, other, here, day).gave, 1, "s")
    line("one save, p95 of wall time", apart(_save, other, percent).gave, 10, "ms")
    search.measure(here, percent)
    whole = apart(_verify, other)
    line("verify", whole.gave, float("inf"), "s", floor)
    line("  memory", whole.memory, 200, "MB")
    return Figures(floor, load.gave, out.gave, into.gave, whole.gave)


def _floor(folder: Path, percent: int) -> float:
    bodies = [(one.id, one.body()) for one in county(percent)]
    return insert_raw(folder / "raw.db", percent, bodies)[0]


def _load(here: Device, percent: int) -> float:
    making = cpu(lambda: sum(1 for _ in county(percent)))[0]
    with here.open() as store:
        return cpu(lambda: store.take(county(percent)))[0] - making


def _plain(folder: Path, percent: int) -> float:
    page = f"pragma page_size = {sqlcipher.PAGE}"
    sqlcipher._statements = lambda _key, _salt: (page,)  # noqa: SLF001 - a file without a key
    making = cpu(lambda: sum(1 for _ in county(percent)))[0]
    path = folder / "plain.surveytool"
    seat = Device.seat(Office.COUNTY)
    with Store.create(path, "p", seat, device_id="d", keys=b"") as store:
        return cpu(lambda: store.take(county(percent)))[0] - making


def _send(here: Device, to: Device, path: Path) -> float:
    with here.open() as store:
        return cpu(lambda: send(here, store, to, path))[0]


def _receive(here: Device, sender: Device, path: Path) -> float:
    with here.open() as store:
        return cpu(lambda: receive(here, store, sender, path))[0]


def _day(here: Device, to: Device, answer: Path, path: Path, percent: int) -> float:
    with to.open() as store:
        send(to, store, here, answer)
    with here.open() as store:
        receive(here, store, to, answer)
        for change in _edits(store, percent, n=DAY, day=24):
            store.save(change)
        return cpu(lambda: send(here, store, to, path))[0]


def _save(here: Device, percent: int) -> float:
    times = []
    with here.open() as store:
        for change in _edits(store, percent, n=SAVES, day=25):
            began = time.perf_counter()
            store.save(change)
            times.append((time.perf_counter() - began) * 1000)
    return sorted(times)[int(SAVES * 0.95)]


def _edits(store: Store, percent: int, *, n: int, day: int) -> Iterator[Change]:
    """Yield visits to households all over the county."""
    step = max(1, HOUSEHOLDS * percent // 100 // n)
    for at, birth in enumerate(county(percent)):
        if at % step == 0 and at // step < n:
            person = next(ref for ref in birth.set if ref.kind == "person")
            values: dict[Ref, dict[str, str]] = {
                birth.root: {"net_income": f"{at}.{day}", "surveyed": f"2026-11-{day}"},
                person: {"health": "chronic", "phone": f"1{day}{at:08d}"},
            }
            yield store.sight(birth.root).change("员", f"2026-11-{day} {at}", values)


def _verify(here: Device) -> float:
    with here.open() as store:
        seconds, problems = cpu(store.verify)
    if problems:
        print("WRONG", problems[:3])
    return seconds


if __name__ == "__main__":
    main()
