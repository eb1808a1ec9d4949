from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from surveytool.casework.duty import period
from surveytool.casework.income_change import income_change
from surveytool.casework.sample import sample
from surveytool.domain.change import Change
from surveytool.domain.entity import Ref

IDS = st.lists(st.text(max_size=6), max_size=30)


@given(IDS, st.text(max_size=5), st.integers(0, 10), st.randoms())
def test_a_sample_can_be_drawn_again_from_the_list_in_any_order(ids, seed, count, rng):
    drawn = sample(ids, seed, count)
    mixed = list(ids)
    rng.shuffle(mixed)
    assert sample(mixed, seed, count) == drawn
    assert len(drawn) == min(count, len(set(ids)))
    assert set(drawn) <= set(ids)


def test_another_seed_draws_others():
    ids = [str(number) for number in range(200)]
    assert sample(ids, "a", 20) != sample(ids, "b", 20)


def test_periods_are_those_of_the_calendar():
    on = date(2024, 2, 29)
    assert period("day", on) == (on, on)
    assert period("week", on) == (date(2024, 2, 26), date(2024, 3, 3))
    assert period("month", on) == (date(2024, 2, 1), on)
    assert period("quarter", on) == (date(2024, 1, 1), date(2024, 3, 31))
    assert period("half_year", date(2024, 12, 31))[0] == date(2024, 7, 1)
    assert period("year", on) == (date(2024, 1, 1), date(2024, 12, 31))


HOME = Ref("household", "h")


def saved(at, value):
    return Change(HOME, "李敏", "d", at, {HOME: {"income_per_head": value}})


def test_the_growth_published_for_wudu_comes_out():
    # 2022: 10,425 yuan, 1,117 more than the year before, 12 % (DOMAIN §7).
    history = [
        saved("2021-11-01T09:00:00+08:00", "9000"),
        saved("2022-12-02T09:00:00+08:00", "10425"),
        saved("2021-12-01T09:00:00+08:00", "9308"),
    ]
    found = income_change(history, HOME, 2022)
    assert (found.more, found.rate) == (Decimal(1117), Decimal("12.00"))
    assert income_change(history, HOME, 2021).more is None
