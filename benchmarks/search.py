"""Searching and listing a whole county as one types, kind by kind.

python -m benchmarks.search [--percent 20]
"""

import argparse
import random
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks.exchange import Device
from benchmarks.made import county
from benchmarks.measure import apart, line
from surveytool.domain.change import Change
from surveytool.domain.rows import Filter
from surveytool.domain.seat import Office
from surveytool.store import Store
from surveytool.store.pinyin import spellings

LIMIT, TRIES = 16.0, 60


def main() -> None:
    """Load a county and print a table."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--percent", type=int, default=20)
    percent = arguments.parse_args().percent
    with tempfile.TemporaryDirectory() as folder:
        here = Device.make(Path(folder), "county", Office.COUNTY)
        apart(fill, here, percent)
        measure(here, percent)


def fill(here: Device, percent: int) -> None:
    """Load a made-up county."""
    with here.open() as store:
        store.take(county(percent))


def measure(here: Device, percent: int) -> dict[str, float]:
    """Print p95 in milliseconds of CPU of every kind; return them."""
    chance = random.Random(7)  # noqa: S311 - which ones to look for
    some = _sample(percent, chance)
    found = {}
    print(f"searching {percent} % of a county, p95 of {TRIES} each")
    with here.open() as store:
        for name, ask in _kinds(store, chance).items():
            found[name] = _p95([partial(ask, one) for one in some])
            line(name, found[name], LIMIT, "ms")
    return found


def _sample(percent: int, chance: random.Random) -> list[Change]:
    # The first villages are enough to draw from: the search goes everywhere.
    return chance.sample(list(county(min(percent, 2))), TRIES)


def _kinds(
    store: Store, chance: random.Random
) -> dict[str, Callable[[Change], object]]:
    def person(one: Change) -> dict[str, str]:
        refs = [ref for ref in one.set if ref.kind == "person"]
        return dict(one.set[chance.choice(refs)])

    def syllables(one: Change) -> tuple[str, ...]:
        return spellings(person(one)["full_name"])[0]

    def village(one: Change) -> str:
        return str(one.set[one.root]["village"])

    search = store.search
    return {
        "name": lambda one: search(person(one)["full_name"]),
        "part of a name": lambda one: search(person(one)["full_name"][1:]),
        "one character": lambda one: search(person(one)["full_name"][0]),
        "pinyin initials": lambda one: search(
            "".join(part[0] for part in syllables(one))
        ),
        "full pinyin": lambda one: search("".join(syllables(one))),
        "one letter": lambda one: search(syllables(one)[0][0]),
        "ID number": lambda one: search(person(one)["id_number"]),
        "ID tail": lambda one: search(person(one)["id_number"][-4:]),
        "ID, any part": lambda one: search(person(one)["id_number"][5:12]),
        "phone tail": lambda one: search(str(one.set[one.root]["phone"])[-4:]),
        "household number": lambda one: search(str(one.set[one.root]["code"])),
        "its tail": lambda one: search(str(one.set[one.root]["code"])[-5:]),
        "nothing found": lambda one: search(one.root.id[:12]),
        "name in a village": lambda one: search(
            person(one)["full_name"][:1], village=village(one)
        ),
        "list of a village": lambda one: store.households(Filter(village=village(one))),
        "filter, first page": lambda _: store.households(
            Filter(state="unsurveyed", monitor_type="sudden", limit=200)
        ),
        "count of a filter": lambda _: store.count(Filter(monitor_type="sudden")),
        "one household's family": lambda one: store.family(one.root),
        "its history": lambda one: store.history(one.root),
    }


def _p95(asks: list[Callable[[], object]]) -> float:
    times = []
    for ask in asks:
        began = time.process_time()
        ask()
        times.append((time.process_time() - began) * 1000)
    return sorted(times)[int(len(times) * 0.95)]


if __name__ == "__main__":
    main()
