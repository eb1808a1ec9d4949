"""Histories by number, the same on every machine."""

import random

from replica_county import County

ACTIONS = (
    *("found",) * 2,
    *("edit",) * 5,
    "move",
    *("send",) * 5,
    *("arrive",) * 2,
    "backup",
    "restore",
    "clone",
)


def history(seed, steps=45):
    dice = random.Random(seed)  # noqa: S311 - dice, not keys
    return [
        (dice.choice(ACTIONS), *(dice.randrange(1000) for _ in range(3)))
        for _ in range(steps)
    ]


def play(steps, exchange=None):
    county = County(exchange)
    for step in steps:
        county.do(step)
    return county
