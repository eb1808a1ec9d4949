from PySide6.QtCore import Qt

from surveytool.domain.rows import HouseholdRow, VillageRow
from surveytool.domain.table import Column as Heading
from surveytool.domain.table import Table as Report
from surveytool.tasks.dues import Due
from surveytool.ui.households.columns import household_columns
from surveytool.ui.households.village_model import VillageModel, percent_surveyed
from surveytool.ui.reports.columns import table_columns, table_rows
from surveytool.ui.today.columns import due_columns
from surveytool.ui.widgets.rows_model import ROW, RowsModel

ROWS = [
    HouseholdRow(
        "h1",
        head_name="张三",
        size=3,
        kind="lifted",
        monitor_type="unstable",
        risks=("illness", "work"),
        income_per_head="3755.50",
        surveyed="2026-10-22",
    ),
    HouseholdRow(
        "h2", head_name="李四", size=5, kind="ordinary", income_per_head="38778"
    ),
]


def test_households(qtmodeltester, words):
    model = RowsModel(household_columns(words, low="8500"))
    model.set_rows(ROWS)
    qtmodeltester.check(model)
    said = [model.index(0, at).data() for at in range(model.columnCount())]
    assert said[0] == "张三"
    assert said[2] == "3"
    assert "脱贫不稳定户" in said[3]
    assert said[5] == "3,756"
    assert said[7] == "10-22"


def test_an_income_under_the_line_has_a_sign_besides_its_colour(words):
    columns = household_columns(words, low="8500")
    low, high = (columns[5].cell(row) for row in ROWS)
    assert (low.tone, low.icon) == ("red", "trending-down")
    assert (high.tone, high.icon) == ("", "")


def test_sorting_by_a_column(words):
    model = RowsModel(household_columns(words))
    model.set_rows(ROWS)
    model.sort(5, Qt.SortOrder.DescendingOrder)
    assert [row.id for row in model.rows] == ["h2", "h1"]
    model.sort(4 - 3)  # the village has no key: nothing moves
    assert [row.id for row in model.rows] == ["h2", "h1"]


def test_rows_replaced_while_a_selection_stands(qtmodeltester, words):
    model = RowsModel(household_columns(words))
    model.set_rows(ROWS)
    index = model.index(1, 0)
    model.set_rows(ROWS[:1])
    assert model.row_at(index) is None
    qtmodeltester.check(model)


def test_villages(qtmodeltester):
    model = VillageModel()
    model.set_rows([VillageRow("v1", "西坪村", households=300, surveyed=219)])
    qtmodeltester.check(model)
    assert model.index(0).data() == "西坪村"
    assert percent_surveyed(model.index(0).data(ROW)) == 73
    assert percent_surveyed(VillageRow("v2")) == 0


def test_dues(qtmodeltester, words):
    model = RowsModel(due_columns(words))
    model.set_rows(
        [Due("due.check", ROWS[0], "2026-09-30"), Due("due.make_plan", ROWS[1])]
    )
    qtmodeltester.check(model)
    assert model.index(0, 4).data() == "2026-09-30"


def test_a_report(qtmodeltester):
    report = Report(
        "elimination",
        "消除情况",
        "",
        (Heading("乡镇"), Heading("人数", "人", "count")),
        (("西岭镇", "15923"), ("大庙镇", "—")),
        ("合计", "15923"),
    )
    model = RowsModel(table_columns(report))
    model.set_rows(table_rows(report))
    qtmodeltester.check(model)
    assert model.headerData(1, Qt.Orientation.Horizontal) == "人数（人）"
    assert [model.index(at, 1).data() for at in range(3)] == ["15,923", "—", "15,923"]
