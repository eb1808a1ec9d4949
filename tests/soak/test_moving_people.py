"""A person between two households concerns the villages of both."""

import itertools

import pytest
from soak_laptop import PASSPHRASE, computer
from soak_template import make

from surveytool.domain.change import Change
from surveytool.domain.entity import Ref
from surveytool.store import Store

P = Ref("person", "p")
HOMES = {name: Ref("household", name) for name in ("a", "b", "c")}


def change(root, values, *seen):
    known = frozenset(one.id for one in seen)
    return Change(HOMES[root], "王", "d", "2026", values, known)


def home(name, village):
    return change(name, {HOMES[name]: {"village": village}})


BORN = change("a", {P: {"household": "a", "full_name": "甲"}})
PHONE = change("a", {P: {"phone": "1"}})
TO_B = change("a", {P: {"household": "b"}}, BORN)
TO_C = change("a", {P: {"household": "c"}}, BORN)
HOUSES = [home("a", "VA"), home("b", "VB"), home("c", "VC")]


@pytest.fixture
def store(tmp_path):
    template = make(tmp_path / "t", overlap=True)
    path = template.folder / "county.surveytool"
    host = computer(template.folder, "county")
    with Store.open(path, PASSPHRASE, host=host) as store:
        yield store


@pytest.mark.parametrize("order", [*itertools.permutations([PHONE, TO_B, TO_C])])
def test_both_villages_learn_of_a_person_in_dispute(store, order):
    store.take([*HOUSES, BORN])
    for one in order:
        store.save(one)
    about = {BORN.id, PHONE.id, TO_B.id, TO_C.id}
    for village in ("VB", "VC"):
        assert about <= set(store.feed(village))
    (root, _) = store.conflicts()[0]
    sight = store.sight(root)
    end = sight.change("王", "2027", {P: {"household": "c"}}, keep_same=True)
    store.save(end)
    assert all(end.id in store.feed(village) for village in ("VB", "VC"))
    assert store.verify() == []


def test_a_person_brings_the_history_into_a_new_household(store):
    store.take([HOUSES[0], BORN])
    store.save(PHONE)
    store.take([HOUSES[1], TO_B])
    assert {BORN.id, PHONE.id, TO_B.id} <= set(store.feed("VB"))


def test_a_late_move_that_is_replaced_already_still_tells_its_village(store):
    back = change("b", {P: {"household": "a"}}, TO_B)
    store.take([*HOUSES, BORN, back])
    store.save(TO_B)
    assert {BORN.id, TO_B.id, back.id} <= set(store.feed("VB"))
