"""Any order, any repetition: equal dumps, and what plain sets say."""

import itertools
import random
from contextlib import ExitStack

from hypothesis import given, settings
from hypothesis import strategies as st
from stores import H1, H2, P1, P2, Bench, change

from surveytool.domain.entity import GONE, Ref
from surveytool.domain.merge import heads, is_conflict, standing
from surveytool.store import Sight

REFS = (H1, P1, P2, H2, Ref("clue", "c1"))
FIELDS = ("full_name", "phone", "household", "village")
VALUES = {
    "full_name": ("甲", "乙", None),
    "phone": ("1", "2", None),
    "household": ("h1", "h2", None),
    "village": ("v1", "v2"),
}


def oracle(changes):
    """Say what must stand, by the pure rule over a plain set of changes."""
    changes = list({one.id: one for one in changes}.values())
    state = {}
    for ref in {ref for one in changes for ref in one.set}:
        setting = [one for one in changes if ref in one.set]
        names = {name for one in setting for name in one.set[ref]}
        found = {
            name: {one.id: one.set[ref][name] for one in heads(changes, ref, name)}
            for name in names
        }
        values = {name: standing(some) for name, some in found.items()}
        fields = {name: value for name, value in values.items() if value is not None}
        root = min(one.root for one in setting)
        if ref.kind == "household":
            root = ref
        elif fields.get("household"):
            root = Ref("household", fields["household"])
        state[str(ref)] = {
            "root": str(root),
            "fields": fields,
            "heads": found,
        }
    return state


def conflicts(changes, state):
    by_id = {one.id: one for one in changes}
    found = set()
    for ref, entity in state.items():
        for name, some in entity["heads"].items():
            if is_conflict(some.values()):
                found.add((ref, name))
        if entity["fields"].get(GONE) == "1":
            deletions = {
                one for one, value in entity["heads"][GONE].items() if value == "1"
            }
            seen = deletions.union(*(by_id[one].seen for one in deletions))
            others = {
                one
                for name, some in entity["heads"].items()
                if name != GONE
                for one in some
            }
            if others - seen:
                found.add((ref, GONE))
    return found


def check(store, changes):
    state = oracle(changes)
    assert store.dump() == state
    listed = {(str(one.ref), one.field) for _, one in store.conflicts()}
    assert listed == conflicts(changes, state)


numbers = itertools.count()


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_replicas_converge_whatever_the_order(tmp_path_factory, seed):
    chance = random.Random(seed)  # noqa: S311 - a history, not a secret
    bench = Bench(tmp_path_factory.mktemp("replicas"))
    with ExitStack() as stack:
        stores = [
            stack.enter_context(bench.create(f"{n}.surveytool", f"d{n}"))
            for n in range(3)
        ]
        live(chance, stores)


def live(chance, stores):
    made = []
    for _ in range(chance.randint(4, 18)):
        store = chance.choice(stores)
        if made and chance.random() < 0.4:
            some = chance.choices(made, k=chance.randint(1, 5))
            store.take(some, source="peer")
            continue
        made.append(deed(chance, store))
        store.save(made[-1])
    check_all(chance, stores, made)


def deed(chance, store):
    root = chance.choice((H1, H2))
    sight = store.sight(root)
    refs = chance.sample(REFS, chance.randint(1, 3))
    if chance.random() < 0.15:
        values = {refs[0]: {GONE: chance.choice(("1", None))}}
    else:
        values = {
            ref: {
                name: chance.choice(VALUES[name])
                for name in chance.sample(FIELDS, chance.randint(1, 3))
            }
            for ref in refs
        }
    at = f"20{chance.randint(10, 40)}-01-01T00:00:{next(numbers) % 60:02d}"
    one = sight.change("x", at, values)
    return one if one.set else change(values, root=root, at=at)


def check_all(chance, stores, made):
    for store in stores:
        order = made * 2
        chance.shuffle(order)
        at = chance.randint(0, len(order))
        store.take(order[:at])
        store.take(order[at:], source="peer")
    first = stores[0].dump()
    for store in stores:
        assert store.dump() == first
        check(store, made)
        assert store.verify() == []
        assert store.missing() == []
        assert store.take(made).new == 0


def test_a_late_parent_does_not_come_back(bench):
    old = change({P1: {"full_name": "甲", "phone": "1"}})
    new = change({P1: {"full_name": "乙"}}, seen=[old.id])
    with bench.create() as store:
        store.save(new)
        assert store.missing() == [old.id]
        store.save(old)
        assert store.missing() == []
        assert store.entity(P1).fields == {"full_name": "乙", "phone": "1"}
        assert store.conflicts() == []


def test_the_same_value_twice_is_no_conflict_and_another_is(bench):
    first = change({P1: {"phone": "1"}}, at="1")
    with bench.create() as store:
        store.take([first, change({P1: {"phone": "1"}}, at="2")])
        assert store.conflicts() == []
        store.save(change({P1: {"phone": "2"}}, at="3", seen=[first.id]))
        ((root, conflict),) = store.conflicts()
        assert (root, conflict.field) == (H1, "phone")
        assert {value for _, value in conflict.heads} == {"1", "2"}


def test_deleting_against_editing_is_a_conflict_both_ways(bench):
    made = change({P1: {"phone": "1"}})
    gone = change({P1: {GONE: "1"}}, seen=[made.id])
    edit = change({P1: {"phone": "2"}}, seen=[made.id])
    for n, order in enumerate(itertools.permutations([made, gone, edit])):
        with bench.create(f"{n}.surveytool") as store:
            for one in order:
                store.save(one)
            ((_, conflict),) = store.conflicts()
            assert conflict.field == GONE
            sight = store.sight(H1)
            store.save(sight.change("x", "9", {P1: {GONE: None}}))
            assert store.conflicts() == []
            assert store.entity(P1).get("phone") == "2"


def test_what_was_seen_is_what_the_form_showed(bench):
    with bench.create() as store:
        store.save(change({P1: {"phone": "1"}}))
        sight = store.sight(H1)
        store.save(
            change(
                {P1: {"phone": "2"}},
                seen=sight.change("x", "1", {P1: {"phone": "9"}}).seen,
            )
        )
        store.save(sight.change("x", "2", {P1: {"phone": "3"}}))
        assert len(store.conflicts()) == 1


def test_untouched_fields_are_not_written_and_the_next_save_has_seen_the_last(bench):
    with bench.create() as store:
        store.save(change({P1: {"phone": "1", "full_name": "甲"}}))
        sight = store.sight(H1)
        one = sight.change("x", "1", {P1: {"phone": "1", "full_name": "乙", "sex": ""}})
        assert one.set == {P1: {"full_name": "乙"}}
        assert one.was == {P1: {"full_name": "甲"}}
        store.save(one)
        store.save(sight.after(one).change("x", "2", {P1: {"full_name": "丙"}}))
        assert store.conflicts() == []
        assert store.entity(P1).get("full_name") == "丙"
        assert not sight.after(one).change("x", "3", {P1: {"full_name": "乙"}}).set


def test_a_decision_may_choose_the_value_that_stands(bench):
    with bench.create() as store:
        store.take([change({P1: {"phone": v}}, at=v) for v in "12"])
        standing_now = store.entity(P1).get("phone")
        values = {P1: {"phone": standing_now}}
        sight = Sight.read(store.sight(H1).text())
        assert not sight.change("x", "9", values).set
        store.save(sight.change("x", "9", values, why="问过", keep_same=True))
        assert store.conflicts() == []
        assert store.history(H1)[-1].why == "问过"


def test_deleting_in_spite_of_an_edit_is_a_decision(bench):
    made = change({P1: {"phone": "1"}})
    gone = change({P1: {GONE: "1"}}, seen=[made.id])
    with bench.create() as store:
        store.take([made, gone, change({P1: {"phone": "2"}}, seen=[made.id])])
        sight = store.sight(H1)
        store.save(sight.change("x", "9", {P1: {GONE: "1"}}, keep_same=True))
        assert store.conflicts() == []
        assert store.entity(P1) is None
