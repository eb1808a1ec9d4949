import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveytool.domain.change import Change
from surveytool.domain.entity import Ref
from surveytool.domain.refusal import Refusal
from surveytool.sync.body import FalseChangeError, identify, read_change

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
REF = st.builds(Ref, TEXT.filter(lambda kind: "/" not in kind), TEXT)
VALUES = st.dictionaries(REF, st.dictionaries(TEXT, st.none() | TEXT), max_size=3)
FULL = VALUES.filter(bool)
ID = st.binary(min_size=32, max_size=32).map(bytes.hex)
CHANGE = st.builds(
    Change, REF, TEXT, TEXT, TEXT, FULL, st.frozensets(ID), VALUES, TEXT, TEXT
)


@given(CHANGE)
def test_whatever_was_saved_can_be_read_by_a_peer(change):
    assert read_change(change.body()) == change
    assert identify(change.body()) == change.id


@given(CHANGE, st.data())
def test_a_body_with_one_other_byte_is_refused_or_another_change(change, data):
    body = bytearray(change.body())
    body[data.draw(st.integers(0, len(body) - 1))] ^= data.draw(st.integers(1, 255))
    try:
        other = read_change(bytes(body))
    except Refusal:
        return
    assert other.id != change.id
    assert other.body() == bytes(body)


@given(st.binary(max_size=100))
def test_noise_is_no_change(noise):
    with pytest.raises(FalseChangeError):
        read_change(noise)


@pytest.mark.parametrize("odd", ["", "a" * 63, "A" * 64, "g" * 64, "../x"])
def test_a_change_that_has_seen_what_is_no_id_is_refused(odd):
    ref = Ref("household", "h1")
    change = Change(ref, "", "", "", {ref: {"code": "1"}}, frozenset([odd]))
    with pytest.raises(FalseChangeError):
        read_change(change.body())
