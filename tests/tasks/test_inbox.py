"""A watched folder: whole packages for us, once, and nobody's files touched."""

import pytest
from offices import household

from surveytool.tasks import inbox

V1 = "621202101201"


@pytest.fixture
def places(region, tmp_path):
    county = region.county(V1)
    town = region.join(county, "甲镇", V1)
    region.carry(county, town)
    folder = tmp_path / "共享 文件夹"
    folder.mkdir()
    return county, town, folder


def sent(region, town, county, folder, name):
    path = region.send(town, county, name)
    return path.rename(folder / name)


def test_nothing_is_watched_until_someone_asks(places, tmp_path):
    county, _, folder = places
    assert inbox.folder(county) is None
    assert inbox.look(county) == inbox.NOTHING
    with pytest.raises(inbox.NotAFolderError):
        inbox.watch(county, tmp_path / "nowhere")
    inbox.watch(county, folder)
    assert inbox.folder(county) == folder
    inbox.watch(county, None)
    assert inbox.folder(county) is None


def test_a_package_is_taken_when_it_no_longer_grows_and_only_once(region, places):
    county, town, folder = places
    inbox.watch(county, folder)
    household(town, "h1", V1)
    parcel = sent(region, town, county, folder, "1.stpack")
    whole = parcel.read_bytes()
    parcel.write_bytes(whole[:-30])
    first = inbox.look(county)
    half = inbox.look(county, first)
    assert (first.ready, half.ready) == ((), ())
    parcel.write_bytes(whole)
    grown = inbox.look(county, half)
    assert grown.ready == ()
    ready = inbox.look(county, grown)
    assert ready.ready == (parcel,)
    (result,) = inbox.empty(county, ready)
    assert (result.refusal, result.new) == (None, 1)
    assert parcel.read_bytes() == whole
    again = inbox.look(county, inbox.look(county))
    assert again.ready == ()


def test_others_files_are_left_alone(region, places):
    county, town, folder = places
    inbox.watch(county, folder)
    sent(region, county, town, folder, "给乡镇.stpack")
    (folder / "坏.stpack").write_bytes(b"x" * 500)
    (folder / "小.stpack").write_bytes(b"")
    (folder / "写到一半.stpack.part").write_bytes(b"x")
    before = {one: one.read_bytes() for one in folder.iterdir()}
    found = inbox.look(county, inbox.look(county))
    assert found.ready == ()
    assert len(found.stamps) == 3
    assert {one: one.read_bytes() for one in folder.iterdir()} == before


def test_a_stick_that_is_removed_is_an_empty_inbox(region, places):
    county, town, folder = places
    inbox.watch(county, folder)
    household(town, "h1", V1)
    sent(region, town, county, folder, "1.stpack")
    ready = inbox.look(county, inbox.look(county))
    moved = folder.rename(folder.with_name("gone"))
    assert inbox.look(county, ready).ready == ()
    (result,) = inbox.empty(county, ready)
    assert result.refusal is not None
    moved.rename(folder)
    back = inbox.look(county, inbox.look(county))
    assert len(back.ready) == 1


def test_a_package_that_was_refused_is_not_tried_at_every_look(region, places):
    county, town, folder = places
    inbox.watch(county, folder)
    household(town, "h1", V1)
    parcel = sent(region, town, county, folder, "1.stpack")
    data = bytearray(parcel.read_bytes())
    data[400] ^= 1
    parcel.write_bytes(data)
    ready = inbox.look(county, inbox.look(county))
    (result,) = inbox.empty(county, ready)
    assert result.refusal is not None
    once = inbox.look(county, ready)
    assert once.ready == ()
    assert inbox.look(county, once).ready == ()
