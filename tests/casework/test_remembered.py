from datetime import date

import pytest
from homes import household, person
from hypothesis import given, settings
from hypothesis import strategies as st

from surveytool.casework.load import load_profile
from surveytool.casework.placeholders import filled
from surveytool.casework.remembered import (
    Choice,
    Condition,
    Headcount,
    OneByOne,
    choice_of,
    conditions_of,
)
from surveytool.casework.residents import Residents
from surveytool.formula.expression import parse

DAY = date(2026, 11, 23)
DEMO = load_profile("demo")
VALUES = DEMO.values_on(DAY)
RULES = DEMO.rules
PEOPLE = sorted({filled(one.people, VALUES) for one in RULES if one.people})
PEOPLE += [
    "person[1]",
    "person[position() = 2]",
    "person[last()]",
    "person[age]",
    "person[age > ../size]",
    "person[number(age)]",
    "person[labour][1]",
]
WHEN = sorted({filled(one.when, VALUES) for one in RULES if one.when})
WHEN += [
    "count(person) = 2",
    "count(person[1]) = 1",
    "1 and 2 and ''",
    "size > 2 and count(person[age > 3]) != 1",
]

MEMBERS = st.fixed_dictionaries(
    {},
    optional={
        "birth": st.sampled_from(["1950-01-01", "1990-02-03", "2012-05-06", "x"]),
        "labour": st.sampled_from(["normal", "skilled", "weak", "none", ""]),
        "schooling": st.sampled_from(["", "primary", "bachelor_1"]),
        "education": st.sampled_from(["", "primary"]),
        "health": st.sampled_from(["healthy", "serious chronic", "disabled"]),
        "work_months": st.sampled_from(["", "0", "6"]),
        "decrease": st.sampled_from(["present", "died"]),
    },
)
HOMES = st.builds(
    lambda own, people: Residents(
        household(**own), [person(str(i), **one) for i, one in enumerate(people)], DAY
    ),
    st.fixed_dictionaries(
        {},
        optional={
            "size": st.sampled_from(["1", "20", ""]),
            "wage_income": st.sampled_from(["", "0", "50", "100.5"]),
            "income_per_head": st.sampled_from(["9499.99", "9500", ""]),
            "events": st.sampled_from(["", "accident death", "disaster"]),
        },
    ),
    st.lists(MEMBERS, max_size=4),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(HOMES, max_size=4))
def test_looking_at_members_one_by_one_chooses_the_same(homes):
    for text in PEOPLE:
        quick = choice_of(parse(text))
        for home in homes:
            assert quick.of(home) == Choice(parse(text)).of(home), text


@settings(max_examples=60, deadline=None)
@given(st.lists(HOMES, max_size=4))
def test_conditions_held_apart_hold_together(homes):
    for text in WHEN:
        quick = conditions_of(parse(text))
        for home in homes:
            whole = Condition(parse(text)).holds(home)
            assert all(one.holds(home) for one in quick) == whole, text


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("person[labour = 'weak']", OneByOne),
        ("person[selected(health, 'serious') and age > 3]", OneByOne),
        ("person[1]", Choice),
        ("person[age]", Choice),
        ("person[age > ../size]", Choice),
        ("person[position() = 1]", Choice),
        ("person", Choice),
    ],
)
def test_only_what_looks_at_one_member_is_taken_apart(text, kind):
    assert type(choice_of(parse(text))) is kind


def test_counts_of_members_are_counted():
    (one,) = conditions_of(parse("count(person[labour = 'weak']) > 1"))
    assert isinstance(one, Headcount)
    (other,) = conditions_of(parse("count(person[1]) > 0"))
    assert isinstance(other, Condition)
