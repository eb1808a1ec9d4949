"""Every refusal that the issue names has its own sentence, and changes nothing."""

from dataclasses import replace

import pytest
from offices import household

from surveytool.domain.sentences import catalogue
from surveytool.sync import frame, header
from surveytool.sync.compose import compose
from surveytool.sync.manifest import Counts, Manifest
from surveytool.sync.record import Kind, Record
from surveytool.sync.writer import write_package
from surveytool.tasks import packages, peers
from surveytool.tasks.holdings import StoreHoldings

V1, V2 = "621202101201", "621202101202"


@pytest.fixture
def county(region):
    return region.county(V1)


@pytest.fixture
def town(region, county):
    town = region.join(county, "甲镇", V1)
    region.carry(county, town)
    household(town, "h1", V1)
    return town


@pytest.fixture
def parcel(region, county, town):
    return region.send(town, county)


def refused(desk, path):
    before = desk.store.dump(), desk.store.top(), desk.store.parcels()
    (result,) = packages.take_in(desk, [path])
    assert (desk.store.dump(), desk.store.top(), desk.store.parcels()) == before
    assert set(catalogue()[result.refusal.code]) == {"zh", "en"}
    return result.refusal


def changed(parcel, at, more):
    data = bytearray(parcel.read_bytes())
    data[at : at + len(more)] = more
    parcel.write_bytes(data)
    return parcel


def made(sender, receiver, path, **other):
    """Write a package whose manifest says something else than it should."""
    card = peers.peer(sender, receiver.keys.device)
    draft = Manifest("", sender.keys.device, card.device, sender.seat.county, "x")
    found = compose(StoreHoldings(sender.store), card, draft=draft)
    return write_package(
        path,
        replace(found.manifest, **other),
        records=found.records,
        keys=sender.keys,
        receiver=card,
    )


def test_damaged_is_named_with_its_byte(county, parcel):
    refusal = refused(county, changed(parcel, 600, b"\0\0\0"))
    assert refusal.code == "sync.damaged"
    assert "字节" in refusal.say()


def test_truncated(county, parcel):
    parcel.write_bytes(parcel.read_bytes()[:-100])
    assert refused(county, parcel).code == "sync.truncated"


def test_a_newer_format(county, parcel):
    at = len(frame.MAGIC)
    assert refused(county, changed(parcel, at, b"\0\x09")).code == "sync.newer_package"


@pytest.mark.parametrize("name", ["SM2", "SM3", "SM4", "none"])
def test_algorithms_that_are_not_here(region, county, town, name, monkeypatch):
    for what in header.ALGORITHMS:
        other = header.ALGORITHMS | {what: name}
        monkeypatch.setattr(header, "ALGORITHMS", other)
        path = region.send(town, county, f"{what}.stpack")
        monkeypatch.undo()
        assert refused(county, path).code == "sync.unknown_algorithm"


def test_not_for_this_workspace(region, county, parcel):
    other = region.join(county, "乙镇", V1)
    assert refused(other, parcel).code == "sync.not_for_us"


def test_not_from_a_certified_device(region, county, town, parcel):
    stranger = region.desk("丁镇")
    peers.keep(stranger, peers.own_card(county))
    assert refused(county, region.send(stranger, county)).code == "sync.not_certified"
    assert town.store.row("h1")
    assert parcel.is_file()


def test_another_county(county, town, tmp_path):
    path = made(town, county, tmp_path / "x.stpack", county="别的县")
    assert refused(county, path).code == "sync.wrong_county"


def test_another_village(region, county, town):
    household(county, "h9", V2)
    card = peers.peer(county, town.keys.device)
    peers.keep(county, replace(card, villages=(V1, V2)))
    refusal = refused(town, region.send(county, town))
    assert refusal.code == "tasks.wrong_village"
    assert V2 in refusal.say()


def test_larger_than_declared(county, town, tmp_path, monkeypatch):
    monkeypatch.setattr("surveytool.sync.writer.Tally", Blind)
    path = made(town, county, tmp_path / "x.stpack", counts=Counts(0, 0))
    monkeypatch.undo()
    assert refused(county, path).code == "sync.larger_than_declared"


class Blind:
    """Counts as a liar's program would."""

    def __init__(self, manifest, identify):
        del manifest, identify

    def add(self, record):
        pass

    def closing(self):
        return Record(Kind.END, b"{}")


def test_each_sentence_is_its_own():
    codes = [
        "sync.damaged", "sync.truncated", "sync.newer_package",
        "sync.unknown_algorithm", "sync.not_for_us", "sync.not_certified",
        "sync.wrong_county", "tasks.wrong_village", "sync.larger_than_declared",
        "store.disk_full", "sync.cannot_write",
    ]  # fmt: skip
    for language in ("zh", "en"):
        said = {catalogue()[code][language] for code in codes}
        assert len(said) == len(codes)
