import math
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveytool.formula.moment import days_of, from_days, from_text, iso_text

TEXTS = [
    ("today()", "2026-11-23"),
    ("now()", "2026-11-23T09:30:15.250+08:00"),
    ("date('2026-3-9')", "2026-03-09"),
    ("date('')", ""),
    ("date(/data/day)", "2026-03-09"),
    ("date(date('2026-03-09') + 30)", "2026-04-08"),
    ("date(today() - 365)", "2025-11-23"),
    ("date-time('2026-03-09T01:00:00Z')", "2026-03-09T09:00:00.000+08:00"),
    ("format-date(/data/day, '%Y/%m/%d')", "2026/03/09"),
    ("format-date(/data/day, '%n %e %y %b %a %%')", "3 9 26 Mar Mon %"),
    ("format-date(/data/day, '%B %A %w')", "March Monday 1"),
    ("format-date-time(now(), '%H:%M:%S.%3 %h')", "09:30:15.250 9"),
    ("format-date('nonsense', '%Y')", ""),
    ("format-date(/data/empty, '%Y')", ""),
    ("format-date(today() + 1, '%d')", "24"),
    ("string(number('2026-03-09'))", "20520"),
    ("if(/data/day < today(), 'past', 'future')", "past"),
    ("coalesce('', today())", "2026-11-23"),
]

TRUTHS = [
    ("/data/day = date('2026-03-09')", True),
    ("/data/day = '2026-03-09'", True),
    ("today() > '2026-11-22'", True),
    ("'2026-11-23' = today()", True),
    ("date('nonsense') = date('nonsense')", False),
    ("boolean(date('nonsense'))", False),
    ("boolean(today())", True),
    ("date('2026-13-01') = 1", False),
]

NUMBERS = [
    ("'2021-11-30' - '2021-11-29'", 1),
    ("date('2026-03-09') - date('2025-03-09')", 365),
    ("int((today() - date('1960-11-24')) div 365.25)", 65),
    ("decimal-date-time('1970-01-02T08:00:00+08:00')", 1),
    ("decimal-date-time('x')", math.nan),
    ("decimal-time('06:00:00.000+08:00')", 0.25),
    ("decimal-time('12:00')", 0.5),
    ("decimal-time('06:60:00')", math.nan),
    ("decimal-time('06:00:00+24:00')", math.nan),
    ("number('2026-02-30')", math.nan),
    ("number('0001-01-01T00:00:00+23:59')", math.nan),
    ("decimal-date-time(1000000000000000)", math.nan),
]


@pytest.mark.parametrize(("expression", "expected"), TEXTS)
def test_texts(tell, expression, expected):
    assert tell(expression) == expected


@pytest.mark.parametrize(("expression", "expected"), TRUTHS)
def test_truths(ask, expression, expected):
    assert ask(expression) is expected


@pytest.mark.parametrize(("expression", "expected"), NUMBERS)
def test_numbers(ask, expression, expected):
    found = ask(expression)
    assert found == pytest.approx(expected, nan_ok=True)


@given(st.datetimes(min_value=datetime(2, 1, 1), max_value=datetime(9998, 1, 1)))  # noqa: DTZ001 - Hypothesis wants naive bounds
def test_text_and_number_mean_the_same_time(at):
    at = at.replace(microsecond=at.microsecond // 1000 * 1000, tzinfo=UTC)
    assert from_text(iso_text(at), UTC) == at
    assert from_days(days_of(at), UTC) == at
