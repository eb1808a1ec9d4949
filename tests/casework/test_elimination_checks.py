from dataclasses import replace
from datetime import date

import pytest
from homes import household, measure, person

from surveytool.casework.load import load_profile
from surveytool.casework.plan_check import check_plan
from surveytool.casework.profile import DatedValue, Threshold
from surveytool.casework.rule import Validity
from surveytool.casework.screening import screen

DAY = date(2026, 11, 23)
DEMO = load_profile("demo")
GONE = {"risk_eliminated": "yes", "eliminated": "202606", "identified": "202501"}


def codes(profile, home, *measures):
    found = check_plan(profile, home, [person(relation="head")], measures, DAY)
    return {one.code.removeprefix("casework.") for one in found}


@pytest.mark.parametrize(
    ("way", "progress", "hits"),
    [
        ("helped", "running", True),
        ("helped", "done", False),
        ("natural", "planned", False),
    ],
)
def test_help_that_eliminated_was_delivered(way, progress, hits):
    home = household(**GONE, elimination_way=way)
    found = codes(DEMO, home, measure(progress=progress))
    assert ("helped_without_measure" in found) is hits


def test_the_subsidy_is_looked_at_once_the_county_has_entered_the_month():
    paid = measure(content="居民医保个人缴费补贴")
    late = household(identified="202601", risks="illness")
    assert "subsidy_after_closing" not in codes(DEMO, late, paid)
    closed = DatedValue("202512", Validity(), "县医保局通知")
    line = Threshold("medical_payment_closed", "截止月", "month", values=(closed,))
    own = replace(DEMO, thresholds={**DEMO.thresholds, line.name: line})
    assert "subsidy_after_closing" in codes(own, late, paid)
    early = household(identified="202512", risks="illness")
    assert "subsidy_after_closing" not in codes(own, early, paid)


@pytest.mark.parametrize(
    ("contents", "hits"),
    [(("其他",), True), (("技能培训", "其他"), True), (("其他", "帮扶车间"), False)],
)
def test_help_that_is_only_other_is_not_help_to_earn(contents, hits):
    measures = [
        measure(f"m{n}", content=text, **{"class": "work"})
        for n, text in enumerate(contents)
    ]
    home = household(risks="work", identified="202601")
    assert ("development_only_training" in codes(DEMO, home, *measures)) is hits


def test_income_below_the_line_after_elimination_asks_for_a_visit_and_no_more():
    home = household(**GONE, income_per_head="5000", size="1")
    found = {one.code: one for one in screen(DEMO, home, [], DAY)}
    assert found["eliminated_below_line"].severity == "note"


@pytest.mark.parametrize(
    "code",
    ["national", "wudu-3229", "wudu-2022", "wushan-2019", "hanbin-35845", "hebi-543"],
)
def test_a_hit_on_the_negative_list_never_refuses(code):
    rules = load_profile(code).rules
    (one,) = [rule for rule in rules if rule.code == "negative_list"]
    assert one.severity == "note"
    assert not one.guarantee
    assert not one.risk


@pytest.mark.parametrize("code", ["wudu-3229", "hebi-543", "hanbin-35845"])
def test_every_step_duty_and_channel_says_where_it_comes_from(code):
    profile = load_profile(code)
    for one in (*profile.duties.values(), *profile.channels.values()):
        assert one.source, one.code
    assert all(one.source for one in profile.procedures.values())


def test_before_its_day_a_profile_lets_the_one_before_it_rule():
    wudu = load_profile("wudu-3229")
    assert wudu.in_force(date(2023, 2, 19)).code == "wudu-2022"
    assert wudu.in_force(date(2023, 2, 20)) is wudu
    assert wudu.in_force(date(2030, 1, 1)) is wudu
