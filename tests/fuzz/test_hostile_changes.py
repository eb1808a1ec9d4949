"""Changes that a certified but hostile or newer program sends: refused, or harmless."""

import shutil
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
import zstandard
from fuzz_targets import COUNTY, MEMORY, TOWN, signed
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from surveytool.casework.load import load_profile
from surveytool.domain.change import Change, change_id, digest
from surveytool.domain.entity import GONE, Ref
from surveytool.domain.rows import Filter
from surveytool.domain.seat import Office, Role, Seat
from surveytool.store import Host, Store
from surveytool.store.keys import Cost
from surveytool.sync.contents import Tally
from surveytool.sync.holdings import NOTHING, Receipt
from surveytool.sync.manifest import Counts, Manifest, Stretch
from surveytool.sync.record import Kind, Record
from surveytool.tasks import packages, peers
from surveytool.tasks.desk import Desk

ODD = st.one_of(
    st.sampled_from(
        ["", "1", "h1", "V1", "9" * 5000, "\0", "1e999", "村" * 200, "a/b"]
    ),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=6),
)
KINDS = st.one_of(
    st.sampled_from(["household", "person", "village", "plan", "step", "submission"]),
    st.sampled_from(["drone", "", "device", "ruling"]),
)
NAMES = st.one_of(
    st.sampled_from(
        [GONE, "household", "village", "full_name", "order", "code", "relation"]
    ),
    st.sampled_from(["income_per_head", "risks", "subject", "name", "on", "state"]),
    ODD,
)
REFS = st.builds(Ref, KINDS, st.one_of(st.sampled_from(["h1", "V1", "p1"]), ODD))
VALUES = st.dictionaries(NAMES, st.one_of(st.none(), ODD), max_size=5)
SEEN = st.frozensets(st.one_of(st.just("ab" * 32), st.just("AB" * 32), ODD), max_size=2)
CHANGES = st.builds(
    Change, REFS, ODD, ODD, ODD, st.dictionaries(REFS, VALUES, max_size=3), SEEN
)


def desk_at(folder, keys, office):
    seat = Seat(office, Role.ADMINISTRATOR, "王", "office", "五都县", ("V1",))
    host = Host(lambda: 1.8e9, folder, "pc", "pc", Cost(64, 1, 1))
    path = folder / f"{office}.surveytool"
    store = Store.create(
        path, "x", seat, device_id=keys.device, keys=keys.to_bytes(), host=host
    )
    return Desk(store, keys, load_profile("national"), folder)


def package(changes):
    """Return the bytes of a package whose every count and signature is right."""
    bodies = {one.id: one.body() for one in changes}
    stretch = Stretch(NOTHING, Receipt(len(bodies), digest(bodies)))
    manifest = Manifest(
        "2026", TOWN.device, COUNTY.device, "五都县", "9.9",
        {"V1": stretch}, counts=Counts(len(bodies), 0),
    )  # fmt: skip
    records = [Record(Kind.VILLAGE, b"V1")]
    records += [Record(Kind.CHANGE, body) for body in bodies.values()]
    return whole(manifest, records)


def whole(manifest, records):
    tally = Tally(manifest, change_id)
    for one in records:
        tally.add(one)
    every = [Record(Kind.MANIFEST, manifest.to_bytes()), *records, tally.closing()]
    plain = b"".join(one.framed() for one in every)
    return signed((zstandard.compress(plain), len(plain)))


@pytest.fixture(scope="module")
def folder():
    folder = tempfile.mkdtemp(dir=MEMORY if MEMORY.is_dir() else None)
    yield Path(folder)
    shutil.rmtree(folder)


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(st.lists(CHANGES, min_size=1, max_size=4, unique_by=lambda one: one.id))
def test_hostile_changes_are_refused_or_harmless(folder, changes):
    exchange(folder, changes)


def exchange(folder, changes):
    place = Path(tempfile.mkdtemp(dir=folder))
    with closing(desk_at(place, COUNTY, Office.COUNTY)) as desk:
        with closing(desk_at(place, TOWN, Office.TOWNSHIP)) as town:
            peers.keep(desk, peers.own_card(town))
        path = place / "p.stpack"
        path.write_bytes(package(changes))
        before = desk.store.dump()
        (taken,) = packages.take_in(desk, [path])
        if taken.refusal:
            assert desk.store.dump() == before
        check(desk, place / "back.stpack")
    shutil.rmtree(place)


def check(desk, out):
    """Everything that people do every day still works."""
    store = desk.store
    assert store.verify() == []
    for one in store.households(Filter(order="income")):
        store.search(one.head_name, village=one.village)
        store.search(one.head_name)
    for root, _ in store.conflicts():
        store.sight(root).text()
    store.villages()
    packages.export(desk, TOWN.device, out)
    packages.export(desk, TOWN.device, out)


def village(text):
    ref = Ref("household", "h1")
    return Change(ref, "", "", "", {ref: {"village": text}})


def member(**values):
    ref = Ref("person", "p1")
    home = {"household": "h1", "full_name": "王"}
    return Change(Ref("household", "h1"), "", "", "", {ref: home | values})


@pytest.mark.parametrize(
    "changes",
    [
        [village("V1"), member(order="9" * 5000)],
        [village("V1"), member(order="-9" * 5000)],
        [village("村" * 200)],
        [village("V\0"), member(full_name="\0")],
        [village("V1"), member(full_name="王" * 5000)],
        [village("V1"), member(full_name=" " * 50 + "\n\t\f")],
    ],
    ids=["long number", "long sign", "long village", "null", "long name", "blank"],
)
def test_odd_values_stand_in_nobodys_way(folder, changes):
    exchange(folder, changes)
