from datetime import date

import pytest
from homes import household, person

from surveytool.casework.load import load_profile
from surveytool.casework.suggestions import suggest

DAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def national():
    return load_profile("national")


def test_measures_are_suggested_for_the_people_they_fit(national):
    sick = person("病", health="serious", labour="none")
    well = person("工", health="healthy", labour="normal", birth="1980-01-01")
    found = suggest(national, household(risks="illness work"), (sick, well), DAY)
    assert [one.person for one in found if one.code == "medical_relief"] == ["病"]
    assert [one.person for one in found if one.code == "labour_transfer"] == ["工"]
    assert {one.risk for one in found} == {"illness", "work"}


def test_every_suggestion_answers_its_risk(national):
    everybody = (
        person("a", health="serious chronic disabled", labour="weak"),
        person("b", schooling="vocational_1"),
        person("c", birth="2015-01-01", medical_resident="no"),
    )
    home = household(housing_grade="D")
    for risk, match in national.matches.items():
        found = suggest(national, home, everybody, DAY, [risk])
        assert found, risk
        assert {one.measure_class for one in found} & set(match.classes), risk


def test_nothing_is_suggested_without_a_risk(national):
    assert suggest(national, household(), (person(),), DAY) == []


def test_a_county_adds_its_own_measures():
    wudu = load_profile("wudu-3229")
    found = suggest(wudu, household(risks="disaster"), (), DAY)
    assert "special_fund" in {one.code for one in found}
    assert "temporary_relief" in {one.code for one in found}
