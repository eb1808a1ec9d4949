"""Mistakes of the gate, each switched on alone, must be seen by a history."""

import random

import pytest
from test_rights_convergence import COUNTY, PUBLIC, check, history, receive

from surveytool.domain import judgement
from surveytool.store import gate, quarantine
from surveytool.store.rebuilding import rebuild


def play(seed, bench):
    chance = random.Random(seed)  # noqa: S311 - a history, not a secret
    made = history(chance)
    with bench.create(f"{seed}.surveytool") as store:
        store.trust({COUNTY: PUBLIC[COUNTY]})
        receive(chance, store, made)
        check(store, made)


def once(names, changes, court, *, ground, reasons):
    """Try every change once, in whatever order they came."""
    tried = judgement_try(names, changes, court, ground=ground, reasons=reasons)
    del tried
    return []


def keeps_standing(db, packing, verdict, unindexed):
    """Let what ceases to stand stand on."""
    if verdict.reasons.keys() - verdict.before.keys():
        return frozenset()
    return rebuild(db, packing, verdict, unindexed)


judgement_try = judgement._try  # noqa: SLF001 - to be called by its mutant

MISTAKES = {
    "entities of other roots are not looked at": (
        gate.Gate, "_is_entangled", lambda *_: False, 12,
    ),
    "a decision that comes first is forgotten": (
        gate.Gate, "_read_ruled", lambda *_: set(), 12,
    ),
    "what waits is not judged again": (
        quarantine, "is_watching", lambda *_: False, 1,
    ),
    "changes are tried once, in order": (judgement, "_try", once, 1),
    "what ceases to stand stands on": (quarantine, "rebuild", keeps_standing, 2),
}  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_caught(mistake, bench, monkeypatch):
    where, name, wrong, seed = MISTAKES[mistake]
    monkeypatch.setattr(where, name, wrong)
    with pytest.raises(AssertionError):
        play(seed, bench)
