from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from surveytool.reports.coverage import Visit, survey_coverage
from surveytool.reports.place import Place

SINCE, ON = date(2026, 1, 1), date(2026, 11, 23)
EAST = Place("520311004001", "西岭镇", "东村")
WEST = Place("520311004002", "西岭镇", "西村")


def test_only_visits_within_the_period_count():
    visits = [
        Visit("a", EAST, 4, "2026-01-01"),
        Visit("b", EAST, 3, "2025-12-31"),
        Visit("c", EAST, 2, "2026-11-24"),
        Visit("d", WEST, 5, "2026-11-23"),
        Visit("e", WEST, 1, ""),
    ]
    table = survey_coverage(visits, SINCE, ON)
    assert table.rows == (
        ("西岭镇东村", "3", "9", "1", "4", "2", "33.33"),
        ("西岭镇西村", "2", "6", "1", "5", "1", "50.00"),
    )
    assert table.total == ("合计", "5", "15", "2", "9", "3", "40.00")
    assert table.figures[0].say() == "40.00%"
    assert table.figures[0].say("en") == "40.00%"


def test_a_place_without_households_says_so():
    table = survey_coverage([], SINCE, ON)
    assert table.total[-1] == "—"
    assert table.figures[0].say("en") == "none (denominator 0)"


visits_of_many = st.lists(
    st.builds(
        Visit,
        household=st.uuids().map(str),
        place=st.sampled_from([EAST, WEST]),
        persons=st.integers(0, 9),
        surveyed=st.sampled_from(["", "2026-03-04", "2024-01-01", "yesterday"]),
    ),
    max_size=20,
)


@settings(max_examples=40, deadline=None)
@given(visits_of_many)
def test_rows_add_up(visits):
    table = survey_coverage(visits, SINCE, ON, by="township")
    for column in range(1, 6):
        assert sum(int(row[column]) for row in table.rows) == int(table.total[column])
