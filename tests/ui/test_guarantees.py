import pytest

from surveytool.domain.entity import Entity, Ref
from surveytool.ui.households.guarantees import guarantees

ROOT = Ref("household", "h1")


def tones(household, *persons):
    home = Entity(ROOT, ROOT, household)
    people = [
        Entity(Ref("person", str(at)), ROOT, one) for at, one in enumerate(persons)
    ]
    return [one.tone for one in guarantees(home, people)]


@pytest.mark.parametrize(
    ("household", "person", "expected"),
    [
        ({}, {}, ["green", "plain", "plain", "plain"]),
        (
            {"housing_grade": "B", "safe_water": "yes"},
            {"medical_resident": "yes", "schooling": "grade_7"},
            ["green"] * 4,
        ),
        (
            {"housing_grade": "D", "safe_water": "no"},
            {
                "medical_resident": "no",
                "medical_employee": "no",
                "dropout_reason": "厌学",
            },
            ["red"] * 4,
        ),
        (
            {"housing_grade": "C", "safe_water": "yes", "water_access": "no"},
            {"medical_employee": "yes"},
            ["green", "green", "red", "red"],
        ),
    ],
)
def test_how_the_three_guarantees_and_water_stand(household, person, expected):
    assert tones(household, person) == expected
