from datetime import date

import pytest
from homes import household, person

from surveytool.casework.load import load_profile
from surveytool.casework.screening import screen

DAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def demo():
    return load_profile("demo")


def codes(profile, home, *persons, on=DAY):
    return {one.code for one in screen(profile, home, persons, on)}


ADULT = {
    "birth": "1980-05-01",
    "labour": "normal",
    "work_months": "6",
    "work_place": "x",
}


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"income_per_head": "9499.99"}, "income_below_line"),
        ({"housing_grade": "C"}, "housing"),
        ({"housing_grade": "D"}, "housing"),
        ({"safe_water": "no"}, "water"),
        ({"out_of_pocket": "5000"}, "heavy_medical_cost"),
        ({"events": "accident disaster"}, "disaster"),
        ({"events": "accident disaster"}, "accident"),
        ({"negative_items": "car"}, "negative_list"),
        ({"wage_income": "99.99"}, "wage_too_small"),
        ({"size": "2"}, "size_differs"),
        (
            {"monitor_type": "marginal", "income_per_head": "20000.01"},
            "income_doubtful",
        ),
        (
            {"risk_eliminated": "yes", "identified": "202512", "eliminated": "202605"},
            "eliminated_too_soon",
        ),
        ({"risk_eliminated": "yes", "no_labour": "yes"}, "eliminated_without_labour"),
        ({}, "head_not_one"),
    ],
)
def test_a_rule_of_the_household_hits(demo, fields, code):
    assert code in codes(demo, household(**fields), person(**ADULT))


@pytest.mark.parametrize(
    "fields",
    [
        {"income_per_head": "9500"},
        {"income_per_head": ""},
        {"housing_grade": "B", "safe_water": "yes", "out_of_pocket": "4999.99"},
        {"wage_income": "0"},
        {"wage_income": "100"},
        {"size": "2"},
        {"monitor_type": "sudden", "income_per_head": "20000.01"},
        {"monitor_type": "marginal", "income_per_head": "20000"},
        {"risk_eliminated": "yes", "identified": "202512", "eliminated": "202606"},
    ],
)
def test_a_rule_of_the_household_does_not_hit(demo, fields):
    head = person("a", relation="head", **ADULT)
    two = (head, person("b", relation="spouse", **ADULT))
    assert codes(demo, household(**fields), *two) == set()


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"birth": "2015-03-01", "dropout_reason": "厌学"}, "dropout"),
        ({"birth": "2015-03-01"}, "schooling_unknown"),
        ({"medical_resident": "no", "medical_employee": "no"}, "uninsured"),
        ({"health": "chronic serious"}, "serious_illness"),
        ({"health": "disabled", "disability_grade": "2"}, "severe_disability"),
        ({"education": "primary", "schooling": "grade_7"}, "education_twice"),
        ({"birth": "2012-01-01", "public_post": "护林员"}, "post_too_young"),
        ({"schooling": "senior_1", "work_months": "3"}, "student_works"),
        ({"labour": "none", "work_months": "3"}, "unable_works"),
        ({"health": "disabled"}, "disability_without_card"),
        (
            {"birth": "1980-01-01", "health": "healthy", "labour": "weak"},
            "healthy_without_labour",
        ),
        ({"work_months": "3", "work_place": ""}, "months_without_place"),
        ({"work_months": "13", "work_place": "x"}, "too_many_months"),
        ({"medical_resident": "yes", "medical_employee": "yes"}, "medical_twice"),
        ({"work_months": "", "work_place": "西安"}, "months_without_place"),
    ],
)
def test_a_rule_of_persons_hits_and_names_them(demo, fields, code):
    other = person("李四", **ADULT)
    found = screen(demo, household(), (person("张三", **fields), other), DAY)
    (hit,) = [one for one in found if one.code == code]
    assert "张三" in hit.zh
    assert "李四" not in hit.zh
    assert hit.source
    assert all(seen.who == "张三" for seen in hit.saw if seen.kind == "person")


@pytest.mark.parametrize(
    ("birth", "hits"),
    [
        ("2010-11-23", False),
        ("2010-11-24", True),
        ("2020-11-23", True),
        ("2020-11-24", False),
    ],
)
def test_compulsory_age_is_counted_to_the_day(demo, birth, hits):
    pupil = person(birth=birth)
    assert ("schooling_unknown" in codes(demo, household(), pupil)) is hits


def test_two_students_beyond_compulsory_school_weigh_one_does_not(demo):
    three = [person("a", schooling="grade_9"), person("b", schooling="bachelor_2")]
    assert "many_students" not in codes(demo, household(), *three)
    three.append(person("c", schooling="vocational_1"))
    assert "many_students" in codes(demo, household(), *three)


def test_those_who_left_are_not_looked_at(demo):
    left = person(health="serious", decrease="died", labour="normal")
    here = person("b", labour="none", birth="1940-01-01", decrease="present")
    found = codes(demo, household(), left, here)
    assert "serious_illness" not in found
    assert {"nobody_able", "lives_alone"} <= found


def test_a_finding_says_the_values_it_saw_in_both_languages(demo):
    found = screen(demo, household(income_per_head="8189.94"), (), DAY)
    (hit,) = [one for one in found if one.code == "income_below_line"]
    assert "8189.94" in hit.zh
    assert "9500" in hit.en
    assert "人均纯收入（元）：8189.94" in hit.explanation
    assert "not filled in" in hit.explain("en")
    assert "不符合" not in hit.zh


def test_the_line_of_the_year_is_used(demo):
    home = household(income_per_head="9200")
    assert "income_below_line" in codes(demo, home, on=date(2026, 1, 1))
    assert "income_below_line" not in codes(demo, home, on=date(2025, 12, 31))


def test_without_a_line_the_program_says_so_and_does_not_compare():
    national = load_profile("national")
    found = screen(national, household(income_per_head="1"), (), DAY)
    assert [one.code for one in found] == ["casework.no_income_line"]
    assert "2026" in found[0].zh


def test_sentences_with_braces_in_answers_are_left_alone(demo):
    found = screen(demo, household(), (person("{x}", health="serious"),), DAY)
    assert any("{x}" in one.zh for one in found)
