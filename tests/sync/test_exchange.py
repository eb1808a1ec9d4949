import pytest
from replica import Exchange, Replica, card

from surveytool.domain.change import Change
from surveytool.domain.entity import Ref
from surveytool.domain.seat import Office
from surveytool.sync.contents import Contents
from surveytool.sync.manifest import Counts
from surveytool.sync.record import Kind
from surveytool.sync.settle import settle

EXCHANGE = Exchange()


@pytest.fixture
def county():
    return Replica(card("county", Office.COUNTY, ()))


@pytest.fixture
def town():
    return Replica(card("town", Office.TOWNSHIP, ("V1",)))


def save(replica, n, village="V1", seen=(), **values):
    root = Ref("household", f"h{n}")
    place = {"village": village} if village else {}
    who = replica.card.device
    one = Change(root, "u", who, "", {root: place | values}, frozenset(seen))
    replica.take(one)
    return one.id


def send(sender, receiver):
    package = sender.pack(EXCHANGE, receiver.card)
    receiver.unpack(EXCHANGE, sender.card, package)
    return package


def kinds(package):
    return [one.kind for one in package[1]]


def test_the_first_package_has_everything(county, town):
    for n in range(3):
        save(county, n)
    manifest, _ = send(county, town)
    assert manifest.counts == Counts(3, 0)
    assert town.changes == county.changes


def test_after_acknowledgement_only_news_are_sent(county, town):
    save(county, 1)
    send(county, town)
    send(town, county)
    save(county, 2)
    assert send(county, town)[0].counts == Counts(1, 0)


def test_without_acknowledgement_all_is_sent_again(county, town):
    save(county, 1)
    county.pack(EXCHANGE, town.card)
    assert county.pack(EXCHANGE, town.card)[0].counts == Counts(1, 0)


def test_what_came_from_the_receiver_is_only_named(county, town):
    save(county, 1)
    send(county, town)
    package = town.pack(EXCHANGE, county.card)
    assert kinds(package) == [Kind.VILLAGE, Kind.NAMED]


def test_a_household_of_two_villages_is_carried_once(county, town):
    one = save(town, 1, "V1")
    save(town, 1, "V2", seen=[one])
    package = send(town, county)
    assert kinds(package).count(Kind.CHANGE) == 2
    assert kinds(package).count(Kind.NAMED) == 2
    assert county.feeds == town.feeds


def test_a_township_gets_its_villages_only(county, town):
    save(county, 1, "V1")
    save(county, 2, "V2")
    assert set(send(county, town)[0].villages) == {"V1"}


def test_a_county_gets_all_villages_that_are_there(county, town):
    save(town, 1, "V1")
    save(town, 2, "V9")
    save(town, 3, "")
    send(town, county)
    assert county.changes == town.changes


def test_a_parent_from_elsewhere_is_asked_for_and_sent(county, town):
    other = Replica(card("other", Office.TOWNSHIP, ("V2",)))
    first = save(other, 1, "V2")
    town.take(other.changes[first])
    second = save(town, 1, "V1", seen=[first])
    town.feeds.pop("V2")
    county.take(town.changes[second])
    assert county.missing() == {first}
    asked = send(county, town)[0].want
    assert asked == (first,)
    send(town, county)
    assert first in county.changes


def test_wanted_changes_follow_whatever_their_village(county, town):
    one = save(county, 1, "V7")
    county.wanted["town"] = (one, "ff" * 32)
    package = send(county, town)
    assert kinds(package) == [Kind.WANTED, Kind.CHANGE]
    assert package[0].counts == Counts(1, 0)
    assert one in town.changes


def test_a_gap_is_named_and_heals(county, town):
    save(county, 1)
    send(county, town)
    old_town = Replica(town.card)
    send(town, county)
    save(county, 2)
    manifest, records = county.pack(EXCHANGE, town.card)
    old_town.unpack(EXCHANGE, county.card, (manifest, records))
    assert old_town.received["county"] == {"V1": (0, "")}
    assert len(old_town.changes) == 1
    send(old_town, county)
    send(county, old_town)
    assert old_town.changes == county.changes


def test_the_gap_says_who_and_how_many(county, town):
    for n in range(3):
        save(county, n)
    send(county, town)
    send(town, county)
    save(county, 4)
    manifest, _ = county.pack(EXCHANGE, town.card)
    empty = Replica(town.card)
    news = tuple(county.feed("V1", 3))
    contents = Contents({"V1": news}, frozenset(news))
    settlement = settle(empty, county.card, manifest=manifest, contents=contents)
    [gap] = settlement.gaps
    assert gap.code == "sync.gap"
    assert gap.facts == {"peer": "county", "first": "1", "last": "3"}
    assert "1 至 3" in gap.say("zh")


def test_own_work_comes_back_after_a_restore(county, town):
    mine = save(town, 1)
    send(town, county)
    restored = Replica(town.card)
    send(county, restored)
    assert restored.missing() == {mine}
    send(restored, county)
    send(county, restored)
    assert mine in restored.changes
    assert not restored.missing()


def test_a_late_package_does_not_move_receipts_back(county, town):
    save(county, 1)
    late = county.pack(EXCHANGE, town.card)
    save(county, 2)
    send(county, town)
    before = dict(town.received["county"])
    town.unpack(EXCHANGE, county.card, late)
    assert town.received["county"] == before


def test_the_same_package_again_changes_nothing(county, town):
    save(county, 1)
    package = send(county, town)
    before = (dict(town.changes), dict(town.feeds), dict(town.received["county"]))
    town.unpack(EXCHANGE, county.card, package)
    after = (dict(town.changes), dict(town.feeds), dict(town.received["county"]))
    assert after == before


def test_a_receipt_of_another_timeline_is_not_believed(county, town):
    save(town, 1)
    send(town, county)
    restored = Replica(town.card)
    save(restored, 8)
    restored.acknowledged["county"] = county.received["town"]
    assert restored.pack(EXCHANGE, county.card)[0].villages["V1"].known == (0, "")


def test_a_village_that_a_peer_forgot_starts_again(county, town):
    save(county, 1)
    send(county, town)
    send(town, county)
    assert county.acknowledged["town"]["V1"].n == 1
    send(Replica(town.card), county)
    assert county.acknowledged["town"]["V1"] == (0, "")


def test_composing_notes_nothing(county, town):
    save(county, 1)
    send(county, town)
    before = repr(county)
    county.pack(EXCHANGE, town.card)
    assert repr(county) == before
