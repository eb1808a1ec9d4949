from datetime import date

from surveytool.domain.vocabulary import code_lists
from surveytool.reports.risks import AtRisk, households_by_risk

ON = date(2026, 11, 23)


def test_a_household_with_two_risks_stands_under_both_and_once_in_the_total():
    table = households_by_risk(
        [
            AtRisk("a", 5, ("illness", "schooling")),
            AtRisk("b", 3, ("illness",)),
            AtRisk("c", 1, ()),
        ],
        ON,
    )
    rows = {row[0]: row[1:] for row in table.rows}
    assert rows["因病"] == ("2", "8", "66.67")
    assert rows["因学"] == ("1", "5", "33.33")
    assert rows["因残"] == ("0", "0", "0.00")
    assert rows["（未填风险）"] == ("1", "1", "33.33")
    assert table.total == ("监测对象合计", "3", "9", "100.00")


def test_every_risk_of_the_list_has_a_row_and_unknown_ones_are_not_lost():
    table = households_by_risk([AtRisk("a", 5, ("flood_2026",))], ON)
    names = [row[0] for row in table.rows]
    assert len(names) == len(code_lists()["risk"].entries) + 2
    assert "flood_2026" in names


def test_nobody_at_risk():
    table = households_by_risk([], ON)
    assert table.total == ("监测对象合计", "0", "0", "—")
    assert table.figures[0].say() == "0户"
