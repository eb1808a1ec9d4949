import random
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surveytool.reports.elimination import Case, elimination_rate
from surveytool.reports.place import Place

END = date(2023, 12, 31)
TYPES = ("unstable", "marginal", "sudden")


def persons_of(households: int, persons: int) -> list[int]:
    """Share persons out so that both sums are exact."""
    each, more = divmod(persons, households)
    return [each + 1] * more + [each] * (households - more)


def wudu_2023() -> list[Case]:
    """Shape the published account: 4257户15923人, 2645户9880人, 481户2068人 new."""
    done = persons_of(2645, 9880)
    new = persons_of(481, 2068)
    rest = persons_of(4257 - 2645 - 481, 15923 - 9880 - 2068)
    rows = [(n, "202105", "202210") for n in done]
    rows += [(n, "202306", "") for n in new] + [(n, "202201", "") for n in rest]
    cases = [
        Case(
            household=f"h{n}",
            place=Place(f"62120210{n % 36:02}{n % 684:03}", f"{n % 36}镇", f"{n}村"),
            persons=persons,
            identified=identified,
            eliminated=eliminated,
            monitor_type=TYPES[n % 3],
        )
        for n, (persons, identified, eliminated) in enumerate(rows)
    ]
    random.Random(2023).shuffle(cases)  # noqa: S311 - not for secrets
    return cases


@pytest.mark.parametrize("by", ["township", "village", "monitor_type"])
def test_wudu_2023_comes_out_as_published(by):
    table = elimination_rate(wudu_2023(), END, by=by)
    said = {figure.name: figure.say() for figure in table.figures}
    assert said == {
        "included_households": "4257户",
        "included_persons": "15923人",
        "eliminated_households": "2645户",
        "eliminated_persons": "9880人",
        "elimination_rate": "62.05%",
    }
    assert table.total[1:] == (
        "4257", "15923", "2645", "9880", "1612", "6043", "62.05"
    )  # fmt: skip


def test_the_rate_shows_numerator_denominator_and_definition():
    table = elimination_rate(wudu_2023(), END)
    rate = table.figures[-1]
    assert (rate.numerator, rate.denominator) == (Decimal(9880), Decimal(15923))
    assert rate.value == Decimal("62.05")
    assert rate.definition().endswith("（9880÷15923）")
    assert (
        "分子：已消除风险2,645户9,880人，取人数；分母：累计纳入4,257户15,923人，取人数。"
        in (table.notes)
    )


def test_earlier_on_the_same_cases_give_the_earlier_figures():
    table = elimination_rate(wudu_2023(), date(2022, 9, 30))
    said = {figure.name: figure.say() for figure in table.figures}
    assert said["included_households"] == "3776户"  # 4257 − 481
    assert said["eliminated_persons"] == "0人"
    assert said["elimination_rate"] == "0.00%"


def case(number: int = 1, *, persons: int = 4, **others: str) -> Case:
    place = Place("520311004009", "西岭镇", "西坪村")
    months = {"identified": "202103"} | others
    return Case(f"h{number}", place, persons, **months)


def test_half_a_hundredth_is_rounded_up():
    cases = [case(1, persons=1, eliminated="202201"), case(2, persons=799)]
    assert elimination_rate(cases, END).total[-1] == "0.13"  # 0.125


def test_without_anybody_the_rate_does_not_exist_and_says_why():
    table = elimination_rate([], END)
    assert table.total == ("合计", "0", "0", "0", "0", "0", "0", "—")
    assert table.figures[-1].say() == "无（分母为0）"
    assert any("分母为0" in note for note in table.notes)


def test_a_household_without_month_is_named_and_not_counted():
    table = elimination_rate([case(1), case(2, identified="")], END)
    assert table.total[1] == "1"
    assert any("1户未填识别监测时间" in note for note in table.notes)


def test_units_stand_in_every_heading():
    headings = [column.heading for column in elimination_rate([], END).columns]
    assert headings == [
        "乡镇",
        "累计纳入（户）",
        "累计纳入（人）",
        "已消除风险（户）",
        "已消除风险（人）",
        "未消除风险（户）",
        "未消除风险（人）",
        "风险消除率（%）",
    ]


months = st.sampled_from(["", "202012", "202103", "202306", "202312", "202402"])
cases_of_many = st.lists(
    st.builds(
        Case,
        household=st.uuids().map(str),
        place=st.builds(
            Place,
            code=st.sampled_from(["1", "2", "3"]),
            township=st.sampled_from(["", "甲镇", "乙乡"]),
            village=st.sampled_from(["", "东村", "西村"]),
        ),
        persons=st.integers(0, 12),
        identified=months,
        eliminated=months,
        monitor_type=st.sampled_from(["", "unstable", "marginal", "sudden", "other"]),
    ),
    unique_by=lambda one: one.household,
    max_size=25,
)


@settings(max_examples=60, deadline=None)
@given(cases_of_many, st.sampled_from(["township", "village", "monitor_type"]))
def test_rows_add_up_to_the_total_and_order_does_not_matter(cases, by):
    table = elimination_rate(cases, END, by=by)
    for column in range(1, 7):
        assert sum(int(row[column]) for row in table.rows) == int(table.total[column])
    assert elimination_rate(reversed(cases), END, by=by) == table
