"""Pictures reach the other side with the changes that name them."""

from io import BytesIO

import pytest
from offices import edit, household
from PIL import Image

from surveytool.domain.entity import Ref
from surveytool.tasks import attached, packages

V1 = "621202101201"


def picture(colour):
    out = BytesIO()
    Image.new("RGB", (64, 48), colour).save(out, "JPEG")
    return out.getvalue()


@pytest.fixture
def pair(region):
    county = region.county(V1)
    town = region.join(county, "甲镇", V1)
    household(county, "h1", V1)
    region.carry(county, town)
    return county, town


def photograph(desk, colour="red"):
    name = desk.store.attach(picture(colour), "image/jpeg")
    (row,) = desk.store.households()
    edit(desk, Ref("household", row.id), photo=name)
    return name


def test_a_picture_travels_with_its_change(region, pair):
    county, town = pair
    name = photograph(town)
    region.carry(town, county)
    assert county.store.attachment(name) == town.store.attachment(name)
    assert attached.missing(county) == []


def test_a_missing_picture_is_asked_for_and_comes(region, pair):
    county, town = pair
    name = photograph(town)
    data = town.store.attachment(name)
    files = [one for one in town.store.attic.folder.rglob("*") if one.is_file()]
    for file in files:
        file.unlink()
    region.carry(town, county)
    assert attached.missing(county) == [name]
    town.store.keep_attachment(name, data)
    region.carry(county, town)
    region.carry(town, county)
    assert county.store.attachment(name) == data
    assert attached.missing(county) == []
    region.carry(county, town)
    sent = packages.export(town, "县局", town.path.with_name("small.stpack"))
    assert sent.size < 3000


def test_a_picture_that_nothing_names_is_not_kept(region, pair):
    county, town = pair
    stray = town.store.attach(picture("blue"), "image/jpeg")
    town.store.set_setting("files_asked." + county.keys.device, stray)
    region.carry(town, county)
    assert county.store.has_attachments([stray]) == set()


def test_pictures_that_found_no_room_are_asked_for_again(region, pair):
    county, town = pair
    name = photograph(town)
    county.store.attic.folder.write_bytes(b"in the way")
    (result,) = packages.take_in(county, [region.send(town, county)])
    assert result.new == 1
    county.store.attic.folder.unlink()
    assert attached.missing(county) == [name]
    region.carry(county, town)
    region.carry(town, county)
    assert county.store.has_attachments([name]) == {name}


def test_a_broken_picture_stops_no_package_and_is_healed_by_a_peer(region, pair):
    county, town = pair
    name = photograph(town)
    region.carry(town, county)
    (file,) = [one for one in town.store.attic.folder.rglob("*") if one.is_file()]
    file.write_bytes(file.read_bytes()[:-9])
    edit(town, Ref("household", town.store.households()[0].id), code="8", again=name)
    assert region.carry(town, county).new == 1
    town.store.keep_attachment(name, county.store.attachment(name))
    assert town.store.attachment(name) == county.store.attachment(name)
