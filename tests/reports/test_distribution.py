from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from surveytool.reports.distribution import income_bands, measures_by_class
from surveytool.reports.fact import Fact
from surveytool.reports.place import Place

ON = date(2026, 11, 23)
HERE = Place("001", "东镇", "一村")
BOUNDS = (3000, 5000, 8000)


def home(number, persons, income):
    values = {"net_income": str(income)} if income is not None else {}
    return Fact(
        f"h{number}", HERE, persons, values, {"net_income": Decimal(income or 0)}
    )


def test_a_band_holds_its_lower_bound_and_not_its_upper():
    homes = [home(1, 1, 3000), home(2, 2, 5998), home(3, 1, 5000), home(4, 2, 16000)]
    table = income_bands(homes, BOUNDS, ON)
    assert [row[:3] for row in table.rows] == [
        ("3,000元以下", "1", "2"),
        ("3,000—5,000元", "1", "1"),
        ("5,000—8,000元", "1", "1"),
        ("8,000元以上", "1", "2"),
    ]


def test_who_has_no_income_is_counted_in_a_note():
    table = income_bands([home(1, 3, None), home(2, 0, 500)], BOUNDS, ON)
    assert table.total == ("合计", "0", "0", "—")
    assert "2户未计入" in table.notes[1]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 8), st.none() | st.integers(-9000, 99999))))
def test_bands_add_up(homes):
    table = income_bands([home(n, *one) for n, one in enumerate(homes)], BOUNDS, ON)
    for column in (1, 2):
        rows = [int(row[column]) for row in table.rows]
        assert sum(rows) == int(table.total[column])


def test_measures_by_class_count_a_household_once_in_the_total():
    homes = [home(1, 3, 1), home(2, 2, 1), home(3, 2, 1)]
    given_ = {"h1": ["health", "health", "work"], "h2": ["work"], "other": ["work"]}
    table = measures_by_class(homes, given_, ON)
    rows = {row[0]: row[1:] for row in table.rows}
    assert rows["健康帮扶"] == ("2", "1", "33.33")
    assert rows["就业帮扶"] == ("2", "2", "66.67")
    assert table.total == ("合计", "4", "2", "66.67")
