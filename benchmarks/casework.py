"""Measure casework at a county's size: screening, and the dues of a township.

    python benchmarks/casework.py [--profile demo] [--workspace]

Screening: the 92,408 households of Wushan's sweep in memory, once cold and once warm;
goal 10 s. With --workspace a county is made on disk (minutes) and the dues of one of
its townships are asked for, first and again; goal 50 ms.
"""

import argparse
import sys
import tempfile
import time
from collections import defaultdict
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from surveytool.casework.load import load_profile
from surveytool.casework.screening import screen_of
from surveytool.domain.entity import Entity, Ref
from surveytool.domain.seat import Office
from surveytool.tasks.demo.county import county
from surveytool.tasks.demo.make import demo
from surveytool.tasks.demo.scale import SCALES
from surveytool.tasks.dues import due
from surveytool.tasks.villages import townships

DAY = date(2026, 11, 23)
SCREENING_GOAL, DUES_GOAL = 10.0, 0.05


def homes(scale: str) -> list[tuple[Entity, list[Entity]]]:
    """Return a county's households with their members, as they stand."""
    found = []
    for change in county(SCALES[scale], "dev-bench"):
        if change.root.kind != "household":
            continue
        own: dict[Ref, dict[str, str]] = defaultdict(dict)
        for ref, values in change.set.items():
            own[ref] |= {name: value or "" for name, value in values.items()}
        people = [
            Entity(ref, change.root, own[ref]) for ref in own if ref.kind == "person"
        ]
        if people:
            found.append((Entity(change.root, change.root, own[change.root]), people))
    return found


def show(name: str, took: float, goal: float) -> None:
    """Print a time beside its goal."""
    print(f"{name:<42}{took:>9.3f} s   goal {goal:g} s   ratio {took / goal:.2f}")


def screening(profile: str) -> None:
    """Screen the county twice."""
    families = homes("wushan")
    print(f"{len(families):,} households")
    rules = screen_of(load_profile(profile), DAY)
    for name in ("cold", "warm"):
        start = time.perf_counter()
        hits = sum(len(rules.household(home, people)) for home, people in families)
        show(f"screening, {name} ({hits:,} findings)",
             time.perf_counter() - start, SCREENING_GOAL)  # fmt: skip


def dues(folder: Path) -> None:
    """Ask for the dues of a township of a county's workspace."""
    desk = demo(folder, office=Office.COUNTY, scale="wushan")
    desk.profile = load_profile("hebi-543")
    town = townships(desk)[0]
    for name in ("first", "again", "another day"):
        start = time.perf_counter()
        day = date(2026, 12, 1) if name == "another day" else DAY
        found = due(desk, day, offices=["village", "township"], township=town)
        show(f"dues of {town}, {name} ({len(found):,})",
             time.perf_counter() - start, DUES_GOAL)  # fmt: skip
    desk.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--profile", default="demo")
    parser.add_argument("--workspace", action="store_true")
    given = parser.parse_args()
    screening(given.profile)
    if given.workspace:
        with tempfile.TemporaryDirectory() as folder:
            dues(Path(folder))
