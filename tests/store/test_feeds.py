from stores import H1, P1, VILLAGE, change

from surveytool.domain.change import digest
from surveytool.domain.entity import Ref


def test_a_feed_is_the_order_of_arrival_with_its_digest(store):
    made = [
        change({H1: {"village": "v1", "code": str(n)}}, at=str(n)) for n in range(5)
    ]
    store.take(made)
    store.take(reversed(made))
    ids = [one.id for one in made]
    assert list(store.feed("v1")) == ids
    assert list(store.feed("v1", 3)) == ids[3:]
    assert store.length("v1") == 5
    assert [store.feed_digest("v1", n) for n in (0, 3, 5)] == [
        "",
        digest(ids[:3]),
        digest(ids),
    ]


def test_a_household_that_moves_takes_its_history_along(store):
    first = change({H1: {"village": "v1"}, P1: {"household": "h1"}}, at="1")
    second = change({P1: {"phone": "1"}}, at="2")
    move = change({H1: {"village": "v2"}}, at="3", seen=[first.id])
    third = change({P1: {"phone": "2"}}, at="4", seen=[second.id])
    for one in (first, second, move, third):
        store.save(one)
    assert list(store.feed("v2")) == [first.id, second.id, move.id, third.id]
    assert list(store.feed("v1")) == [first.id, second.id, move.id, third.id]


def test_what_has_no_village_yet_follows_when_it_is_placed(store):
    person = change({P1: {"household": "h1"}}, at="1")
    store.save(person)
    assert list(store.feed("")) == [person.id]
    home = change({H1: {"village": "v1"}}, at="2")
    store.save(home)
    assert list(store.feed("v1")) == [person.id, home.id]
    assert store.feed_villages() == ["", "v1"]


def test_a_person_who_moves_house_brings_the_history(store):
    home = Ref("household", "h2")
    store.save(change({H1: {"village": "v1"}}, at="1"))
    store.save(change({home: {"village": "v2"}}, root=home, at="2"))
    born = change({P1: {"household": "h1", "full_name": "甲"}}, at="3")
    note = change({P1: {"phone": "1"}}, at="4")
    move = change({P1: {"household": "h2"}}, root=home, at="5", seen=[born.id])
    store.take([born, note, move])
    assert {born.id, note.id, move.id} <= set(store.feed("v2"))
    assert [one.ref for one in store.family(home)] == [home, P1]
    assert [one.ref for one in store.family(H1)] == [H1]
    assert store.verify() == []


def test_a_village_is_in_its_own_feed(store):
    one = change({VILLAGE: {"title": "岭岗村"}}, root=VILLAGE)
    store.save(one)
    assert list(store.feed(VILLAGE.id)) == [one.id]


def test_peers_receipts_and_wants_are_remembered(store):
    one = change({H1: {"village": "v1"}})
    store.add_peer("county", b"card")
    store.take([one], source="county")
    store.take([one], source="laptop")
    assert store.peers() == {"county": b"card"}
    assert store.came_from("county", [one.id, "00" * 32]) == {one.id}
    assert store.came_from("laptop", [one.id]) == {one.id}
    store.set_receipts("county", "theirs", {"v1": (1, "aa"), "v2": (3, "bb")})
    store.set_receipts("county", "theirs", {"v1": (2, "cc")})
    assert store.receipts("county", "theirs") == {"v1": (2, "cc"), "v2": (3, "bb")}
    assert store.receipts("county", "ours") == {}
    store.want(["11" * 32, one.id])
    assert store.missing() == ["11" * 32]
    store.set_asked("county", [one.id])
    assert store.asked("county") == [one.id]
    assert store.bodies([one.id, "22" * 32]) == {one.id: one.body()}
    assert store.holds([one.id, "22" * 32]) == {one.id}
    assert store.peers() == {"county": b"card"}


def test_missing_parents_are_named_until_they_come(store):
    parent = change({P1: {"phone": "1"}}, at="1")
    store.save(change({P1: {"phone": "2"}}, at="2", seen=[parent.id]))
    store.want([parent.id])
    assert store.missing() == [parent.id]
    store.save(parent)
    assert store.missing() == []


def test_history_keeps_the_order_of_arrival(store):
    made = [change({P1: {"phone": str(n)}}, at=str(n)) for n in range(4)]
    store.take(made)
    assert [one.at for one in store.history(H1)] == ["0", "1", "2", "3"]
    assert [one.ref for one in store.entities("person", phone="9")] == []
    assert [one.ref for one in store.each("person")] == [P1]
    assert [one.ref for one in store.entities("person")] == [P1]


def test_what_nobody_brought_or_acknowledged_is_unsent(store):
    made = [
        change({H1: {"village": "v1", "code": str(n)}}, at=str(n)) for n in range(3)
    ]
    store.take(made[:1], source="county")
    store.take(made[1:])
    assert store.unsent() == 2
    store.set_receipts("county", "ours", {"v1": (3, "aa")})
    assert store.unsent() == 2
    store.set_receipts("county", "theirs", {"v1": (2, "aa")})
    assert store.unsent() == 1
