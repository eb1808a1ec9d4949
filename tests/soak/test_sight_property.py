"""A save sets what was touched, and has seen what stood there: nothing else."""

from hypothesis import given
from hypothesis import strategies as st
from soak_laptop import Shown

from surveytool.domain.entity import GONE, Ref
from surveytool.store import Sight

ROOT = Ref("household", "h")
REF = st.sampled_from([ROOT, Ref("person", "p"), Ref("drone", "x")])
NAME = st.sampled_from(["phone", "full_name", GONE, "zz"])
VALUE = st.sampled_from(["1", "2", "", None])
IDS = st.integers(0, 30).map(lambda number: f"{number:064x}")
STORED = st.sampled_from(["1", "2", None])
HEADS = st.dictionaries(IDS, STORED, min_size=1, max_size=3)
FAMILY = st.dictionaries(REF, st.dictionaries(NAME, HEADS, max_size=3), max_size=3)
TYPED = st.dictionaries(REF, st.dictionaries(NAME, VALUE, max_size=4), max_size=3)


def emptied(typed):
    return {
        ref: {name: value or None for name, value in values.items()}
        for ref, values in typed.items()
    }


@given(FAMILY, TYPED, st.booleans())
def test_a_change_is_what_was_touched_and_seen(family, typed, keep_same):
    sight = Sight(ROOT, "d", family)
    one = sight.change("王", "2026", typed, keep_same=keep_same)
    shown = Shown(sight, family)
    touched, seen = shown.expected(emptied(typed), keep_same=keep_same)
    assert (one.set, one.seen) == (touched, seen)
    for ref, values in one.was.items():
        assert all(values[name] == shown.value(ref, name) for name in values)
    read = Sight.read(sight.text())
    assert read.change("王", "2026", typed, keep_same=keep_same) == one


@given(FAMILY, TYPED)
def test_the_same_typed_again_is_no_change(family, typed):
    sight = Sight(ROOT, "d", family)
    one = sight.change("王", "2026", typed)
    assert not sight.after(one).change("王", "2027", typed).set
    if one.set:
        assert one.seen.isdisjoint({one.id})
        again = sight.after(one).change("王", "2027", typed, keep_same=True)
        assert {one.id} <= again.seen or not any(typed.values())
