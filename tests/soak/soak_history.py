"""Histories: by number, the same on every machine, or drawn by Hypothesis."""

import os
import random
import shutil
import tempfile
from contextlib import closing
from pathlib import Path

from hypothesis import strategies as st
from soak_county import SoakCounty

ACTIONS = (
    "found",
    *("edit",) * 6,
    *("open_form", "finish_form") * 2,
    *("move", "marry", "delete") * 2,
    *("add", "decide"),
    *("send",) * 9,
    *("arrive",) * 2,
    *("set_clock", "backup", "restore", "clone"),
)
LONG = bool(os.environ.get("SURVEYTOOL_SOAK"))
HISTORIES = 10_000 if LONG else 300
NUMBER = st.integers(0, 999)
STEPS = st.lists(
    st.tuples(st.sampled_from(ACTIONS), NUMBER, NUMBER, NUMBER),
    min_size=8 if LONG else 5,
    max_size=60 if LONG else 18,
)


def history(seed, steps=20):
    dice = random.Random(seed)  # noqa: S311 - dice, not keys
    return [
        (dice.choice(ACTIONS), *(dice.randrange(1000) for _ in range(3)))
        for _ in range(steps)
    ]


def memory():
    """Return a folder in memory where there is one: histories need no disk."""
    shared = Path("/dev/shm")  # noqa: S108 - the point is that it is memory
    return tempfile.mkdtemp(prefix="soak", dir=shared if shared.is_dir() else None)


def complaints(steps, template, *, verified=5):
    """Return what is wrong after a history; so many workspaces are verified."""
    place = Path(memory())
    try:
        with closing(SoakCounty(template, place / "county")) as county:
            for step in steps:
                county.do(step)
            return list(county.complaints(verified))
    finally:
        shutil.rmtree(place)
