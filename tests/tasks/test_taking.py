"""Forty packages at once, gaps, receipts, packages set aside, bulk decisions."""

import pytest
from offices import edit, household, reasons

from surveytool.domain.entity import Ref
from surveytool.tasks import disputes, figures, gaps, packages, quarantine, receipts
from surveytool.tasks.register import NoReasonGivenError

V1 = "621202101201"


@pytest.fixture
def county(region):
    return region.county(V1)


@pytest.fixture
def town(region, county):
    town = region.join(county, "甲镇", V1)
    household(county, "h1", V1)
    region.carry(county, town)
    return town


def test_a_folder_of_packages_is_taken_in_past_the_bad_ones(region, county, town):
    folder = town.path.parent
    for n in range(4):
        household(town, f"n{n}", V1)
        region.send(town, county, f"{n}.stpack")
    (folder / "1.stpack").write_bytes(b"damaged")
    (folder / "notes.txt").write_text("not a package")
    told = []
    found = packages.packages_in(folder)
    results = packages.take_in(county, found, progress=lambda *now: told.append(now))
    names = [one.name for one in found]
    assert told == [(n, len(found), name) for n, name in enumerate(names)]
    refused = {one.path.name for one in results if one.refusal}
    assert refused == {"1.stpack", "p.stpack"} & set(names)
    assert all(county.store.row(f"n{n}") for n in range(4))


def test_cancelling_stops_between_two_packages(region, county, town):
    parcels = []
    for n in range(3):
        household(town, f"n{n}", V1)
        parcels.append(region.send(town, county, f"{n}.stpack"))
    told = []
    results = packages.take_in(
        county, parcels, progress=lambda *now: told.append(now),
        is_cancelled=lambda: len(told) == 2,
    )  # fmt: skip
    assert len(results) == 2
    assert county.store.row("n1")
    assert county.store.row("n2") is None
    packages.take_in(county, parcels)
    assert county.store.row("n2")


def test_a_gap_is_listed_until_it_is_healed(region, county, town):
    home = household(town, "n1", V1)
    first = region.send(town, county, "1.stpack")
    packages.take_in(county, [first])
    region.carry(county, town)
    for n in range(5):
        edit(town, home, code=str(n))
    lost = region.send(town, county, "lost.stpack")
    # What the county would have acknowledged, had the lost package come.
    reached = {
        V1: (town.store.length(V1), town.store.feed_digest(V1, town.store.length(V1)))
    }
    town.store.set_receipts(county.keys.device, "theirs", reached)
    edit(town, home, address="后来")
    result = region.carry(town, county)
    assert len(result.gaps) == 1
    (gap,) = gaps.listed(county)
    assert (gap.peer, gap.last - gap.first + 1) == ("甲镇", 5)
    assert "甲镇" in gap.problem.say("zh")
    assert "621202101201村" in gap.problem.say("zh")
    (line,) = [one for one in receipts.received(county) if not one.is_whole]
    assert (line.upto + 1, line.last) == (gap.first, gap.last)
    region.carry(county, town)
    assert len(gaps.listed(county)) == 1
    packages.take_in(county, [lost])
    assert gaps.listed(county) == []
    assert gaps.unknown(county) == 0


def test_a_gap_that_never_heals_is_closed_with_a_reason(county, town):
    county.store.note_gaps(town.keys.device, {V1: 900})
    (gap,) = gaps.listed(county)
    with pytest.raises(NoReasonGivenError):
        gaps.close(county, gap, "")
    gaps.close(county, gap, "硬盘报废，已核对纸质表")
    assert gaps.listed(county) == []
    assert county.store.audit_lines()[-1].action == "gap_closed"


def test_receipts_say_what_is_in_on_both_sides(region, county, town, tmp_path):
    household(town, "n1", V1)
    (mine,) = receipts.acknowledged(town)
    assert (mine.peer, mine.households, mine.whole) == ("县局", 2, 0)
    region.carry(town, county)
    (theirs,) = receipts.received(county)
    assert (theirs.peer, theirs.village) == ("甲镇", "621202101201村")
    assert (theirs.households, theirs.whole, theirs.is_whole) == (2, 1, True)
    region.carry(county, town)
    (mine,) = receipts.acknowledged(town)
    assert (mine.households, mine.whole, mine.is_whole) == (2, 2, True)
    household(town, "n2", V1)
    (mine,) = receipts.acknowledged(town)
    assert (mine.households, mine.whole, mine.is_whole) == (3, 2, False)
    table = receipts.received_table(county)
    assert table.rows[0][:4] == ("甲镇", "621202101201村", "2", "1")
    assert figures.write(county, table, tmp_path / "r.xlsx").is_file()
    assert "对方已收到" in figures.as_text(receipts.acknowledged_table(town))


def test_a_package_taken_in_by_mistake_is_set_aside(region, county, town):
    home = Ref("household", "h1")
    edit(town, home, code="误报")
    household(town, "n1", V1)
    region.carry(town, county)
    edit(county, home, address="后来写的")
    (parcel,) = quarantine.parcels(county)
    assert (parcel.device, parcel.new) == (town.keys.device, 2)
    with pytest.raises(quarantine.NoSuchParcelError):
        quarantine.set_aside(county, 99, "错了")
    assert quarantine.set_aside(county, parcel.n, "接收错了文件") == 2
    assert county.store.row("n1") is None
    assert county.store.entity(home).fields == {
        "village": V1, "code": "h1", "address": "后来写的",
    }  # fmt: skip
    one, two = quarantine.listed(county)
    assert "接收错了文件" in one.problem.say("zh")
    region.carry(county, town)
    assert reasons(town) == ["set_aside"] * 2
    assert quarantine.release(county, [one.id, two.id], "没有错") == 2
    assert county.store.entity(home).get("code") == "误报"
    region.carry(county, town)
    assert town.store.dump() == county.store.dump()
    assert county.store.verify() == town.store.verify() == []
    with pytest.raises(quarantine.NotInQuarantineError):
        quarantine.reject(county, [one.id], "晚了")


def test_conflicts_are_decided_in_bulk_by_a_stated_rule(region, county, town):
    home, other = Ref("household", "h1"), household(county, "h2", V1)
    region.carry(county, town)
    for ref in (home, other):
        edit(county, ref, address="县里写的", phone="1")
        edit(town, ref, address="镇里写的", phone="2")
    region.carry(town, county)
    found = disputes.listed(county)
    assert len(found) == 4
    address = [one for one in found if one.field == "address"]
    phone = [one for one in found if one.field == "phone"]
    assert address[0].base is None
    with pytest.raises(NoReasonGivenError):
        disputes.decide_all(county, found, "county", " ")
    # Both wrote in the same second: the newest is neither.
    same = disputes.decide_all(county, phone, "newest", "以最新为准")
    assert (same.decided, same.left) == (0, 2)
    done = disputes.decide_all(county, address, "county", "以县里核实为准")
    assert (done.decided, done.left) == (2, 0)
    assert county.store.entity(home).get("address") == "县里写的"
    disputes.decide_all(county, phone, "township", "入户最准")
    assert county.store.entity(other).get("phone") == "2"
    assert disputes.listed(county) == []
    region.carry(county, town)
    assert town.store.dump() == county.store.dump()
    assert town.store.history(home)[-1].why in ("以县里核实为准", "入户最准")
