"""Whatever the order: the store holds what the pure rule holds over the whole set."""

import random
from contextlib import ExitStack

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st
from stores import Bench, database
from test_convergence import oracle

from surveytool.domain.change import Change
from surveytool.domain.entity import GONE, Ref
from surveytool.domain.judgement import judge
from surveytool.domain.register import device_ref, message, with_signature
from surveytool.store.court import StoreCourt

COUNTY, LOST, FAR, UNKNOWN, OFFICE = "county", "lost", "far", "unknown", "office"
STRANGER = Ed25519PrivateKey.from_private_bytes(b"s" * 32)
KEYS = {
    name: Ed25519PrivateKey.from_private_bytes(name[:1].encode() * 32)
    for name in (COUNTY, OFFICE)
}
PUBLIC = {name: key.public_key().public_bytes_raw().hex() for name, key in KEYS.items()}
GRANTS = {
    LOST: {"office": "township", "role": "surveyor", "villages": "v1 v2"},
    FAR: {"office": "township", "role": "surveyor", "villages": "v3"},
    OFFICE: {"office": "county", "role": "reviewer", "sign_key": PUBLIC[OFFICE]},
}
HOMES = [Ref("household", name) for name in ("h1", "h2", "h3")]
PERSONS = [Ref("person", name) for name in ("p1", "p2")]
STEP = Ref("step", "s1")
DEVICES = (COUNTY, LOST, LOST, FAR, UNKNOWN, OFFICE)


class Clock:
    """Numbers the changes of a history, the same in every run."""

    now = 0

    def __next__(self):
        self.now += 1
        return self.now


clock = Clock()


def signed(change):
    key = KEYS.get(change.dev, STRANGER)
    return with_signature(change, key.sign(message(change)).hex())


def write(dev, root, values, seen=(), was=None):
    at = str(next(clock))
    return Change(root, dev, dev, at, values, frozenset(seen), was or {})


def word(dev, device, values, seen=()):
    ref = device_ref(device)
    return signed(write(dev, ref, {ref: {"village": "*"} | values}, seen))


def ruling(dev, change, verdict, seen=()):
    ref = Ref("ruling", change.id)
    return signed(write(dev, change.root, {ref: {"verdict": verdict}}, seen))


def deed(chance, made):
    dev = chance.choice(DEVICES)
    root = chance.choice(HOMES)
    seen, was = [one.id for one in made if chance.random() < 0.3], {}
    kind = chance.random()
    if kind < 0.3:
        values = {root: {"village": chance.choice(("v1", "v2", "v3"))}}
        was = {root: {"village": "v1"}} if chance.random() < 0.5 else {}
    elif kind < 0.6:
        values = {chance.choice(PERSONS): {"phone": chance.choice("12")}}
        if chance.random() < 0.4:
            values |= {PERSONS[0]: {"household": chance.choice(HOMES).id}}
    elif kind < 0.75:
        values = {STEP: {"name": chance.choice(("visit", "plan_approval"))}}
    elif kind < 0.8:
        values = {root: {GONE: "1"}}
    else:
        values = {root: {"code": chance.choice("12")}}
    return write(dev, root, values, seen, was)


def history(chance):
    clock.now = 0
    made = [word(COUNTY, device, values) for device, values in GRANTS.items()]
    made += [
        write(COUNTY, home, {home: {"village": f"v{n}"}})
        for n, home in enumerate(HOMES[:2], 1)
    ]
    person = {PERSONS[0]: {"household": "h1", "phone": "0"}}
    made += [
        write(COUNTY, HOMES[0], person),
        write(OFFICE, HOMES[0], {STEP: {"name": "plan_approval"}}),
        write(FAR, HOMES[2], {HOMES[2]: {"village": "v3"}}),
    ]
    for _ in range(chance.randint(4, 14)):
        some = [one for one in made if one.root.kind == "household"]
        dice = chance.random()
        if dice < 0.15:
            dev = chance.choice((COUNTY, OFFICE, LOST))
            about = chance.choice(some)
            verdict = chance.choice(("release", "reject"))
            made.append(ruling(dev, about, verdict))
        elif dice < 0.25:
            kept = " ".join(one.id[:20] for one in made if one.dev == LOST) or "-"
            made.append(word(COUNTY, LOST, {"revoked": "yes", "kept": kept}))
        elif dice < 0.3:
            made.append(word(LOST, LOST, {"office": "county", "villages": "v3"}))
        else:
            made.append(deed(chance, made))
    return made


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_what_stands_is_a_function_of_the_set(tmp_path_factory, seed):
    chance = random.Random(seed)  # noqa: S311 - a history, not a secret
    made = history(chance)
    bench = Bench(tmp_path_factory.mktemp("rights"))
    with ExitStack() as stack:
        for n in range(2):
            store = stack.enter_context(bench.create(f"{n}.surveytool", f"d{n}"))
            if n:
                store.trust({COUNTY: PUBLIC[COUNTY]})
            receive(chance, store, made)
            store.trust({COUNTY: PUBLIC[COUNTY]})
            check(store, made)


def receive(chance, store, made):
    order = made + chance.sample(made, len(made) // 3)
    chance.shuffle(order)
    while order:
        n = chance.randint(1, len(order))
        store.take(order[:n], source=chance.choice(("", LOST)))
        order = order[n:]


def check(store, made):
    court = StoreCourt(database(store), store._packing)  # noqa: SLF001
    reasons = judge({one.id: one for one in made}, court).reasons
    assert {one.id: one.reason for one in store.quarantine()} == reasons
    assert store.dump() == oracle([one for one in made if one.id not in reasons])
    assert store.verify() == []
    assert store.missing() == []
    assert store.take(made).new == 0


def test_everything_that_may_be_held_is_held_for_every_reason(bench):
    chance = random.Random(7)  # noqa: S311 - a history, not a secret
    found = set()
    with bench.create() as store:
        store.trust({COUNTY: PUBLIC[COUNTY]})
        for _ in range(12):
            store.take(history(chance))
            found |= {one.reason for one in store.quarantine()}
    assert found >= {
        "unknown_device",
        "revoked",
        "county_only",
        "county_step",
        "other_township",
        "set_aside",
    }
