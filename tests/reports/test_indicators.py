from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surveytool.reports.breakdown import break_down
from surveytool.reports.elimination import Case, elimination_rate
from surveytool.reports.fact import Fact
from surveytool.reports.indicator import (
    CatalogueError,
    UnknownIndicatorError,
    load_catalogue,
)
from surveytool.reports.place import Place
from surveytool.reports.roll_forward import roll_forward
from surveytool.reports.snapshot import Snapshot, SnapshotError, compare, read, write

NOBODY = """
[amount]
[population]
[indicator.a]
zh = "a"
en = "a"
of = "nobody"
count = "persons"
unit = "人"
source = "x"
"""
ON = date(2023, 12, 31)
CATALOGUE = load_catalogue()
HERE = Place("001", "东镇", "一村")


def spread(households, persons):
    """Spread persons over households as evenly as whole people allow."""
    each, more = divmod(persons, households)
    return [each + (n < more) for n in range(households)]


def home(number, persons, place=HERE, **fields):
    amounts = fields.pop("amounts", {})
    return Fact(f"h{number}", place, persons, fields, amounts)


def value(name, facts, on=ON):
    return CATALOGUE.result(name, facts, on).figure.value


def cohort(included, eliminated):
    """Return as many households as were published, and ordinary ones beside."""
    done = spread(*eliminated)
    rest = spread(included[0] - eliminated[0], included[1] - eliminated[1])
    facts = [
        home(n, size, identified="202106", monitor_type="unstable")
        for n, size in enumerate(rest)
    ]
    facts += [
        home(
            f"e{n}",
            size,
            identified="202106",
            eliminated="202306",
            risk_eliminated="yes",
            monitor_type="marginal",
        )
        for n, size in enumerate(done)
    ]
    return [*facts, *(home(f"o{n}", 4) for n in range(20))]


@pytest.mark.parametrize(
    ("included", "eliminated", "rate"),
    [
        ((4257, 15923), (2645, 9880), "62.05"),  # S1 Wudu 2023
        ((3823, 14053), (2616, 9806), "69.78"),  # S5 Wudu 2022, printed 69.8
        ((5073, 15622), (2835, 9688), "62.02"),  # S4 Hebi, printed 62
    ],
)
def test_published_elimination_rates_come_out_by_persons(included, eliminated, rate):
    facts = cohort(included, eliminated)
    assert str(value("elimination_rate", facts)) == rate
    assert value("included_households", facts) == included[0]
    assert value("eliminated_persons", facts) == eliminated[1]


def test_hebi_s_measures_per_household_and_wudu_s():
    hebi = [
        home(n, 3, identified="202201", amounts={"measures": Decimal(count)})
        for n, count in enumerate(spread(5073, 23691))
    ]
    assert str(value("measures_per_household", hebi)) == "4.67"
    assert value("helped_rate", hebi) == 100
    wudu = [
        home(n, 3, identified="202201", amounts={"measures": Decimal(count)})
        for n, count in enumerate(spread(4257, 17454))
    ]
    assert value("measures", wudu) == 17454
    assert str(value("measures_per_household", wudu)) == "4.10"


def with_income(amounts, **fields):
    return [
        home(n, persons, net_income="1", amounts=one, **fields)
        for n, (persons, one) in enumerate(amounts)
    ]


def test_income_per_head_is_all_income_over_all_persons():
    facts = with_income(
        [
            (2, {"net_income": Decimal(60852)}),
            (6, {"net_income": Decimal(24084)}),
        ]
    )
    assert str(value("income_per_head", facts)) == "10617.00"
    assert str(value("income_most", facts)) == "30426.00"  # S2 Wushan
    assert str(value("income_least", facts)) == "4014.00"
    assert CATALOGUE.result("income_most", facts, ON).figure.say() == "30426.00元"


def test_wudu_s_business_share():
    one = {"net_income": Decimal(10425), "business_net": Decimal(1407)}
    facts = with_income([(1, one)])
    assert str(value("business_per_head", facts)) == "1407.00"
    assert str(value("business_share", facts)) == "13.50"


def test_hebi_s_loan_per_borrower_is_in_yuan():
    facts = [
        home(n, 3, amounts={"loans": Decimal(70_992_600) / 2777, "loan_measures": 1})
        for n in range(2777)
    ]
    assert str(value("loan_per_borrower", facts)) == "25564.49"  # 2.56万元


def test_wushan_s_problem_ledger_and_wudu_s_relocated():
    facts = [
        home(n, 3, amounts={"problems": 1, "problems_closed": n < 580})
        for n in range(623)
    ]
    assert value("problems", facts) == 623
    assert str(value("problems_rate", facts)) == "93.10"
    moved = [
        home(n, 3, resettled="yes", amounts={"labourers": 2, "workers": 1})
        for n in range(1763)
    ]
    assert value("resettled_working_rate", moved) == 100


def test_newly_included_are_those_of_the_year():
    facts = [
        home(1, 4, identified="202301"),
        home(2, 3, identified="202212"),
        home(3, 5, identified="202401"),
    ]
    assert value("new_households", facts) == 1
    assert value("new_persons", facts) == 4
    assert CATALOGUE.result("new_persons", facts, ON).households == ("h1",)


def test_what_cannot_be_worked_out_is_named_with_the_reason():
    assert {"xinxiang_2025", "two_higher", "loan_access"} <= set(CATALOGUE.unavailable)
    assert all(CATALOGUE.unavailable.values())


def test_every_indicator_says_its_definition_and_source():
    for one in CATALOGUE.indicators.values():
        assert one.source
        assert one.en
        assert CATALOGUE.definition(one)


@pytest.mark.parametrize(
    "text",
    [
        "amount = 3",
        NOBODY,
    ],
)
def test_a_mistake_in_the_catalogue_is_refused(tmp_path, text):
    path = tmp_path / "own.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(CatalogueError):
        load_catalogue(path)


def test_an_unknown_indicator_is_refused():
    with pytest.raises(UnknownIndicatorError):
        CATALOGUE.result("happiness", [], ON)


MONTHS = st.sampled_from(["", "202106", "2023年6月", "202312", "202401", "不详"])
PLACES = st.sampled_from(
    [
        Place("001", "东镇", "一村"),
        Place("002", "东镇", "二村"),
        Place("003", "西镇", "一村"),
    ]
)
HOMES = st.lists(
    st.builds(
        dict,
        place=PLACES,
        persons=st.integers(0, 9),
        identified=MONTHS,
        eliminated=MONTHS,
        risk_eliminated=st.sampled_from(["", "yes", "no"]),
        monitor_type=st.sampled_from(["", "unstable", "marginal", "sudden"]),
        net_income=st.sampled_from(["", "1000", "-5"]),
    ),
    max_size=12,
)


def facts_of(homes):
    made = []
    for number, one in enumerate(homes):
        fields = dict(one)
        place, persons = fields.pop("place"), fields.pop("persons")
        amounts = {"net_income": Decimal(fields["net_income"] or 0)}
        made.append(home(number, persons, place, amounts=amounts, **fields))
    return made


@settings(max_examples=40, deadline=None)
@given(HOMES)
def test_two_reports_of_one_day_never_disagree(homes):
    facts = facts_of(homes)
    cases = [
        Case(
            one.id,
            one.place,
            one.persons,
            one.values["identified"],
            (one.values["eliminated"] or one.values["identified"])
            if one.values["risk_eliminated"] == "yes"
            else "",
            one.values["monitor_type"],
        )
        for one in facts
        if one.values["monitor_type"] or one.values["identified"]
    ]
    by_name = {one.name: one for one in elimination_rate(cases, ON).figures}
    for level in ("group", "village", "township", "county"):
        found = break_down(
            CATALOGUE, tuple(CATALOGUE.indicators), facts, on=ON, by=level
        )
        figures = {one.name: one for one in found.table.figures}
        for name, figure in by_name.items():
            assert figures[name].numerator == figure.numerator
            assert figures[name].value == figure.value


@settings(max_examples=40, deadline=None)
@given(HOMES)
def test_counts_of_all_places_add_up_and_every_cell_has_its_households(homes):
    facts = facts_of(homes)
    names = [n for n, one in CATALOGUE.indicators.items() if one.kind == "sum"]
    for level in ("village", "township"):
        found = break_down(CATALOGUE, names, facts, on=ON, by=level)
        for column, _ in enumerate(names, 1):
            cells = [Decimal(row[column]) for row in found.table.rows]
            assert sum(cells) == Decimal(found.table.total[column])
            lists = [found.households(n, column) for n in range(len(cells))]
            assert sorted(sum(lists, ())) == sorted(found.households(-1, column))


def test_a_cell_of_households_is_as_long_as_its_list():
    facts = cohort((12, 40), (5, 17))
    found = break_down(CATALOGUE, ["included_households"], facts, on=ON)
    assert len(found.households(-1, 1)) == 12
    assert len(found.households(-1, 0)) == 12


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(st.integers(0, 20), st.integers(0, 9)),
    st.dictionaries(st.integers(0, 20), st.integers(0, 9)),
)
def test_a_roll_forward_always_adds_up(before, after):
    assert roll_forward(before, after).holds


def test_wudu_s_totals_roll_forward_with_what_went_away():
    before = {f"h{n}": size for n, size in enumerate(spread(3823, 14053))}
    gone = [f"h{n}" for n in range(47)]
    after = {key: size for key, size in before.items() if key not in gone}
    after |= {f"n{n}": size for n, size in enumerate(spread(481, 2068))}
    moved = roll_forward(before, after)
    assert moved.new.households == 481
    assert moved.new.persons == 2068
    assert moved.removed.households == 47
    assert moved.closing.households == 4257
    table = moved.table("2022-12-31", "2023-12-31")
    assert table.total == ("期末累计", "4257", str(moved.closing.persons))


def test_a_frozen_report_is_the_same_again():
    found = break_down(
        CATALOGUE, tuple(CATALOGUE.indicators), cohort((12, 40), (5, 17)), on=ON
    )
    kept = Snapshot("2023-12-31", found.table, {"h1": 4})
    assert read(write(kept)) == kept


@pytest.mark.parametrize("text", ["", "{}", '{"version": 9}', "[]"])
def test_a_damaged_snapshot_is_refused(text):
    with pytest.raises(SnapshotError):
        read(text)


def test_growth_over_the_last_report():
    def income(total):
        facts = with_income([(1, {"net_income": Decimal(total)})])
        return break_down(CATALOGUE, ["income_per_head"], facts, on=ON).table

    before = Snapshot("2021-12-31", income(9308))
    table = compare(income(10425), before)
    assert table.rows[0] == (
        "人均纯收入（元）",
        "10425.00",
        "9308.00",
        "1117.00",
        "12.00",
    )
