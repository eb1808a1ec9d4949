from datetime import date

import pytest
from homes import household, measure, person

from surveytool.casework.load import load_profile
from surveytool.casework.plan_check import CHECKS, check_plan
from surveytool.domain.sentences import catalogue

DAY = date(2026, 11, 23)
WORKER = person("工", birth="1980-01-01", labour="normal", work_months="6")
SICK = {"risks": "illness", "out_of_pocket": "9000", "identified": "202601"}


@pytest.fixture(scope="module")
def national():
    return load_profile("national")


def found(profile, home, persons, measures):
    return {
        one.code.removeprefix("casework."): one
        for one in check_plan(profile, home, persons, measures, DAY)
    }


def test_every_check_is_turned_on_and_has_sentences(national):
    assert set(national.checks) == set(CHECKS)
    assert {f"casework.{code}" for code in CHECKS} <= catalogue().keys()


def test_a_plan_that_answers_everything_is_found_good(national):
    old = person("老", birth="1950-01-01", labour="none", health="serious")
    plan = [measure(), measure("m2", **{"class": "public_post", "person": "工"})]
    assert found(national, household(**SICK), (old, WORKER), plan) == {}


def test_no_measure_a_month_after_identification(national):
    late = found(national, household(identified="202609"), (), ())
    assert "识别已2个月" in late["no_measure"].zh
    assert found(national, household(identified="202610"), (), ()) == {}
    stopped = measure(progress="stopped")
    assert "no_measure" in found(national, household(**SICK), (), [stopped])


def test_a_household_that_can_work_needs_help_to_earn(national):
    hit = found(national, household(**SICK), (WORKER,), [measure()])
    assert "工" in hit["no_development_measure"].zh
    assert "公益岗位帮扶" in hit["no_development_measure"].zh
    child = person("小", labour="none")
    assert found(national, household(**SICK), (child,), [measure()]) == {}


@pytest.mark.parametrize(
    ("risk", "answer", "other"),
    [
        ("illness", "safety_net", "education"),
        ("schooling", "compulsory_education", "health"),
        ("housing", "relocation", "water"),
        ("water", "water", "housing"),
        ("work", "work", "health"),
    ],
)
def test_each_risk_needs_a_measure_that_answers_it(national, risk, answer, other):
    home = household(risks=risk, identified="202601")
    wrong = found(national, home, (), [measure(**{"class": other})])
    assert "risk_without_measure" in wrong
    right = found(national, home, (), [measure(**{"class": answer})])
    assert "risk_without_measure" not in right


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"class": "finance", "amount": "50000.01"}, "loan_too_big"),
        ({"class": "finance", "ends": "2029-01-02"}, "loan_too_long"),
        ({"unit": "", "starts": ""}, "measure_incomplete"),
        ({"starts": "2026-05-01", "ends": "2026-04-30"}, "dates_reversed"),
        ({"person": "nobody"}, "stranger"),
        ({"risk": "water"}, "measure_without_risk"),
        ({"class": "public_post", "person": "小"}, "post_under_age"),
        ({"class": "work", "content": "技能培训"}, "development_only_training"),
        (
            {"class": "safety_net", "content": "纳入低保", "progress": "done"},
            "safety_net_unfounded",
        ),
    ],
)
def test_a_measure_with_a_fault_is_found(national, fields, code):
    child = person("小", birth="2012-01-01", labour="none", schooling="grade_7")
    assert code in found(national, household(**SICK), (child,), [measure(**fields)])


@pytest.mark.parametrize(
    "fields",
    [
        {"class": "finance", "amount": "50000", "ends": "2029-01-01"},
        {"starts": "2026-05-01", "ends": "2026-05-01"},
        {"class": "safety_net", "content": "纳入低保", "progress": "planned"},
        {"class": "social", "person": "小", "risk": "illness"},
    ],
)
def test_a_measure_within_its_limits_is_found_good(national, fields):
    child = person("小", birth="2012-01-01", labour="none", schooling="grade_7")
    own = [measure("m0"), measure(**fields)]
    assert found(national, household(**SICK), (child,), own) == {}


def test_doubtful_risks_are_found(national):
    home = household(risks="labour work illness", identified="202610")
    strong = person("强", labour="skilled", work_months="0")
    hit = found(national, home, (strong,), ())
    assert {"labour_risk_doubtful", "work_risk_doubtful"} <= hit.keys()
    assert "illness_without_cost" in hit
    assert "1/1" in hit["labour_risk_doubtful"].zh
    one_of_four = [strong, *(person(str(n), labour="none") for n in range(3))]
    assert "labour_risk_doubtful" not in found(national, home, one_of_four, ())


def test_a_grant_a_member_enjoys_belongs_into_the_plan(national):
    poor = person("贫", labour="none", minimum_living="rural")
    assert "safety_net_missing" in found(
        national, household(**SICK), (poor,), [measure()]
    )
    named = measure(**{"class": "safety_net", "content": "农村低保"})
    assert found(national, household(**SICK), (poor,), [named]) == {}


def test_a_flag_without_its_risk_is_found(national):
    home = household(**SICK, housing_grade="D")
    hit = found(national, home, (), [measure()])
    assert "因安全住房" in hit["risk_not_recorded"].zh
    home = household(**SICK | {"risks": "illness housing"}, housing_grade="D")
    assert "risk_not_recorded" not in found(national, home, (), [measure()])
