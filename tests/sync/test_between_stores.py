"""Packages between two real workspaces, through real files."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from post import make_card, make_change
from store_holdings import export, take_in

from surveytool.domain.change import Change
from surveytool.domain.entity import Ref
from surveytool.domain.seat import Office, Role, Seat
from surveytool.store import Store
from surveytool.sync.frame import DamagedError
from surveytool.sync.keys import DeviceKeys


@dataclass
class Place:
    keys: DeviceKeys
    store: Store
    office: Office
    folder: Path

    @property
    def card(self):
        return make_card(self.keys, self.office)

    def send(self, to):
        path = self.folder / "p.stpack"
        return export(self.store, self.keys, peer=to.card, path=path)

    def take(self, path, peer):
        return take_in(self.store, self.keys, peer=peer.card, path=path)


def make_place(folder, office):
    keys = DeviceKeys.generate()
    folder.mkdir()
    seat = Seat(office, Role.ADMINISTRATOR, "王", "大庙镇", "五都县", ("V1",))
    store = Store.create(
        folder / "w.db", "Wang-2026!", seat, device_id=keys.device, keys=keys.to_bytes()
    )
    return Place(keys, store, office, folder)


@pytest.fixture
def places(tmp_path):
    town = make_place(tmp_path / "town", Office.TOWNSHIP)
    county = make_place(tmp_path / "county", Office.COUNTY)
    yield town, county
    town.store.close()
    county.store.close()


def test_there_and_back(places):
    town, county = places
    county.store.take(make_change(n) for n in range(30))
    taken, *_ = town.take(county.send(town), county)
    assert taken.new == 30
    ref = Ref("household", "h3")
    sight = town.store.sight(ref)
    edit = sight.change("王", "2026-11-24T09:00:00", {ref: {"code": "新"}})
    town.store.save(edit)
    taken, manifest, settlement = county.take(town.send(county), town)
    assert (taken.new, manifest.counts) == (1, (1, 30))
    assert settlement.gaps == ()
    assert county.store.entity(ref).get("code") == "新"
    _, manifest, _ = town.take(county.send(town), county)
    assert manifest.counts == (0, 1)
    _, manifest, _ = county.take(town.send(county), town)
    assert manifest.counts == (0, 0)
    assert town.store.dump() == county.store.dump()


def test_the_same_package_again_changes_nothing(places):
    town, county = places
    county.store.take(make_change(n) for n in range(5))
    path = county.send(town)
    town.take(path, county)
    before = town.store.dump()
    taken, *_ = town.take(path, county)
    assert (taken.new, taken.repeated) == (0, 5)
    assert town.store.dump() == before


def test_a_damaged_package_changes_nothing(places):
    town, county = places
    county.store.take(make_change(n) for n in range(5))
    path = county.send(town)
    data = bytearray(path.read_bytes())
    data[-100] ^= 1
    path.write_bytes(data)
    before = town.store.dump()
    with pytest.raises(DamagedError):
        town.take(path, county)
    assert town.store.dump() == before
    assert town.store.receipts(county.keys.device, "ours") == {}


def test_a_move_brings_the_whole_history(places):
    town, county = places
    ref = Ref("household", "h1")
    first = make_change(1, "V9")
    other = Change(ref, "李", "dev-y", "2020", {ref: {"group": "二组"}})
    move = Change(
        ref, "李", "dev-y", "2026", {ref: {"village": "V1"}}, frozenset([first.id])
    )
    county.store.take([first, other, move])
    town.take(county.send(town), county)
    assert town.store.holds([first.id, other.id, move.id]) == {
        first.id,
        other.id,
        move.id,
    }
    assert not town.store.missing()


def test_a_missing_parent_is_asked_for_and_comes(places):
    town, county = places
    parent = make_change(1)
    ref = parent.root
    child = Change(
        ref, "李", "dev-y", "2026", {ref: {"code": "7"}}, frozenset([parent.id])
    )
    town.store.take([parent])
    county.store.take([child])
    _, manifest, _ = town.take(county.send(town), county)
    assert manifest.want == (parent.id,)
    county.take(town.send(county), town)
    assert county.store.missing() == []
    assert county.store.entity(ref).get("code") == "7"
