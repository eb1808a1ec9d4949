import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveytool.formula.functions.patterns import finder
from surveytool.formula.functions.steady import steady

RISKY = [
    r"^([a-z]+ ?)+$",
    r"(a+)+b",
    r"^(\w+\s?)*$",
    r"^(?:[^,]+,?){2,}$",
    r"^((ab|a)*c?)+$",
    r"([ab]{2,3}|c)+?$",
    r"^(a*)*\d$",
    r"(x.*y)*z|^(b+a)+$",
    r"^(a|b|ab)*$",
]


@pytest.mark.parametrize("pattern", RISKY)
@given(text=st.text("abcxyz, 1\n", max_size=9))
def test_a_steady_match_is_the_ordinary_match(pattern, text):
    machine = steady(pattern)
    assert machine is not None
    assert machine.searches(text) is (re.search(pattern, text) is not None)


@pytest.mark.parametrize("pattern", [r"^[0-9]{11}$", r"a+b*", r"^(ab)+$", r"(a+)\1+"])
def test_harmless_patterns_are_left_alone(pattern):
    assert steady(pattern) is None


@pytest.mark.timeout(20)
def test_no_pattern_hangs():
    assert finder(r"^(a+)+$")("a" * 200 + "!") is False
    assert finder(r"^([a-zA-Z]+\s?)+$")("name " * 60 + "9") is False
    assert finder(r"^(([a-z])+.)+[A-Z]([a-z])+$")("a" * 300) is False
