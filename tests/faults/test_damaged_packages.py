"""Any byte flipped, any end cut off: each is refused, and nothing has changed."""

import os
import shutil
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from fault_deeds import PASSPHRASE
from fault_workshop import Workshop, cheap_host, home

from surveytool.casework.load import load_profile
from surveytool.domain.resources import FORMS
from surveytool.store import Store
from surveytool.sync.keys import DeviceKeys
from surveytool.tasks import packages
from surveytool.tasks.desk import Desk

STRIDE = 1 if os.environ.get("SURVEYTOOL_SOAK") else 7
LATER = 1000


@pytest.fixture(scope="module")
def place():
    shared = Path("/dev/shm")  # noqa: S108 - thousands of small files
    folder = tempfile.mkdtemp(prefix="damage", dir=shared if shared.is_dir() else None)
    yield Path(folder)
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def workshop(place):
    return Workshop(place / "workshop")


def desk_on(path):
    store = Store.open(path, PASSPHRASE, host=cheap_host())
    keys = DeviceKeys.from_bytes(store.keys)
    return closing(Desk(store, keys, load_profile("national"), FORMS))


@pytest.fixture(scope="module")
def package(place, workshop):
    """A package of one change, as small as there can be one."""
    with desk_on(workshop.copy(place / "county", "county")) as county:
        packages.export(county, "大庙镇", place / "all.stpack")
    with desk_on(workshop.copy(place / "town")) as town:
        packages.take_in(town, [place / "all.stpack"])
        packages.export(town, "县局", place / "back.stpack")
        with desk_on(place / "county" / "w.surveytool") as county:
            packages.take_in(county, [place / "back.stpack"])
            county.store.save(home(LATER))
            packages.export(county, "大庙镇", place / "small.stpack")
    return (place / "small.stpack").read_bytes()


@pytest.fixture
def town(place, workshop):
    folder = place / "receiver"
    with desk_on(workshop.copy(folder)) as town:
        yield town
    shutil.rmtree(folder)


def flipped(data):
    for at in range(0, len(data), STRIDE):
        yield data[:at] + bytes([data[at] ^ 1 << at % 8]) + data[at + 1 :]


def cut_off(data):
    for size in range(0, len(data), STRIDE):
        yield data[:size]


def prolonged(data):
    yield from (data + b"\0", data + data, data[:-64] + data)


@pytest.mark.parametrize("damage", [flipped, cut_off, prolonged])
def test_every_damage_is_refused_and_changes_nothing(damage, town, package, place):
    folder = place / damage.__name__
    folder.mkdir()
    for number, data in enumerate(damage(package)):
        (folder / f"{number:05}.stpack").write_bytes(data)
    before = town.store.dump()
    taken = packages.take_in(town, sorted(folder.iterdir()))
    assert [one.path.name for one in taken if one.refusal is None] == []
    assert all(one.refusal.say("zh") != one.refusal.say("en") for one in taken)
    assert town.store.dump() == before
    assert town.store.verify() == []
    whole = folder / "whole.stpack"
    whole.write_bytes(package)
    (last,) = packages.take_in(town, [whole])
    assert (last.refusal, last.new) == (None, 1)
    assert town.store.row(f"h{LATER}")
