import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveytool.domain.canonical import canonical
from surveytool.domain.change import Change
from surveytool.domain.entity import Ref

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
CONTENT = st.dictionaries(
    TEXT,
    TEXT
    | st.none()
    | st.integers(0, 9)
    | st.lists(TEXT, max_size=3)
    | st.dictionaries(TEXT, TEXT | st.none(), max_size=4),
    max_size=5,
)


def plainly(content):
    """Write the canonical form as the standard library says it, from version 1 on."""
    text = json.dumps(
        content, ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    return text.encode()


@given(CONTENT)
def test_the_fast_writer_writes_what_the_standard_library_writes(content):
    assert canonical(content) == plainly(content)


@pytest.mark.parametrize("code", [*range(0xA1), 0x2028, 0xFFFF, 0x10000, 0x10FFFF])
def test_every_odd_character_is_written_alike(code):
    content = {f"a{chr(code)}": chr(code), "b": f"{chr(code)}\x7f"}
    assert canonical(content) == plainly(content)


def test_keys_are_in_the_order_of_their_code_points():
    keys = ["z", "\uffff", "\U00010000", "一", "", "Z", "é"]
    assert canonical(dict.fromkeys(keys, "")) == plainly(dict.fromkeys(keys, ""))


@pytest.mark.parametrize("text", ["\ud800", "a\udfff"])
def test_half_a_character_is_refused(text):
    with pytest.raises(TypeError):
        canonical({"a": text})
    with pytest.raises(ValueError, match=r"."):
        Change.read(json.dumps({"v": 1, "seen": [], "root": text}).encode())


def test_a_change_that_was_read_and_altered_is_written_anew():
    root = Ref("household", "h")
    change = Change.read(Change(root, "甲", "d", "1", {root: {"code": "7"}}).body())
    assert replace(change, who="乙").body() != change.body()
    assert replace(change, who="甲").body() == change.body()
