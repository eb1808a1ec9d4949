from datetime import date

import pytest
from homes import household, measure, person

from surveytool.casework.elimination import conditions, hinders
from surveytool.casework.load import load_profile

DAY = date(2026, 11, 23)
WORKER = person(
    "工",
    birth="1980-01-01",
    labour="normal",
    work_months="6",
    work_place="西安",
    medical_resident="yes",
)
OTHER = person("妻", birth="1982-01-01", labour="normal", medical_resident="yes")
GOOD = {
    "identified": "202605",
    "income_per_head": "9500",
    "housing_grade": "B",
    "safe_water": "yes",
    "wage_income": "30000",
    "risks": "work",
}
DONE = measure(**{"class": "work", "progress": "done"})


@pytest.fixture(scope="module")
def demo():
    return load_profile("demo")


def met(profile, home, persons=(WORKER, OTHER), measures=(DONE,)):
    return {
        one.code.removeprefix("eliminate_"): one.met
        for one in conditions(profile, home, persons, measures, DAY)
    }


def test_a_household_that_meets_everything_is_hindered_by_nothing(demo):
    found = conditions(demo, household(**GOOD), (WORKER, OTHER), (DONE,), DAY)
    assert hinders(found) == ()
    assert [one.code for one in found if one.met is None] == ["eliminate_steady"]


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"income_per_head": "9499.99"}, "income"),
        ({"identified": "202606"}, "watched"),
        ({"housing_grade": "D"}, "guarantees"),
        ({"events": "accident"}, "risks"),
        ({"no_labour": "yes"}, "labour"),
    ],
)
def test_one_condition_not_met_hinders(demo, fields, code):
    assert met(demo, household(**GOOD | fields))[code] is False


def test_measures_must_have_been_delivered(demo):
    running = measure(**{"class": "work", "progress": "running"})
    assert met(demo, household(**GOOD), measures=(running,))["delivered"] is False
    assert met(demo, household(**GOOD), measures=())["delivered"] is False


def test_nobody_able_to_work_is_not_eliminated(demo):
    old = person("老", labour="none", medical_resident="yes")
    assert met(demo, household(**GOOD), persons=(old,))["labour"] is False


def test_what_cannot_be_known_is_neither_met_nor_missed():
    national = load_profile("national")
    home = household(**GOOD | {"identified": ""})
    found = met(national, home)
    assert found["income"] is None
    assert found["watched"] is None


def test_a_condition_says_what_was_compared(demo):
    income, *_ = conditions(demo, household(**GOOD), (WORKER,), (DONE,), DAY)
    assert "9,500" in income.say("zh")
    assert "2026" in income.say("en")
