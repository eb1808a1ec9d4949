from collections import Counter
from random import Random

from surveytool.domain.id_number import read_id_number
from surveytool.tasks.demo.county import county, places
from surveytool.tasks.demo.people import AREA
from surveytool.tasks.demo.scale import SCALES


def people_of(changes):
    return [
        fields
        for change in changes
        for ref, fields in change.set.items()
        if ref.kind == "person"
    ]


def test_the_same_seed_makes_the_same_county():
    one, two = (
        [change.id for change in county(SCALES["small"], "dev")] for _ in range(2)
    )
    assert one == two


def test_every_id_number_is_valid_synthetic_and_issued_once():
    numbers = [one["id_number"] for one in people_of(county(SCALES["small"], "dev"))]
    read = [read_id_number(number) for number in numbers]
    assert all(one.fault is None for one in read)
    assert all(number.startswith(AREA) for number in numbers)
    assert max(Counter(numbers).values()) == 1


def test_sex_and_birth_are_those_of_the_number():
    for person in people_of(county(SCALES["small"], "dev")):
        number = read_id_number(person["id_number"])
        assert number.sex == person["sex"]
        assert str(number.birth) == person["birth"]


def test_every_change_names_what_it_replaces():
    here = set()
    for change in county(SCALES["small"], "dev"):
        assert change.seen <= here
        assert set(change.was) <= set(change.set)
        here.add(change.id)


def test_the_scale_of_wushan_is_exact():
    scale = SCALES["wushan"]
    rng = Random(1)  # noqa: S311 - any numbers do
    assert len(places(scale)) == len({one.code for one in places(scale)}) == 344
    assert sum(scale.village_sizes(rng)) == len(scale.household_sizes(rng)) == 92_408
    assert sum(scale.household_sizes(rng)) == 423_850
