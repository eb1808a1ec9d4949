import zipfile
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from roster_book import TITLES, member

from surveytool.domain.entity import Entity, Ref
from surveytool.domain.figure import Figure
from surveytool.domain.problem import Problem, Severity
from surveytool.domain.table import Chart, Column, Table
from surveytool.domain.vocabulary import code_lists, fields
from surveytool.ledgers.findings import write_findings
from surveytool.ledgers.matching import StandingHousehold
from surveytool.ledgers.roster import read_roster
from surveytool.ledgers.roster_out import ledger_columns, write_roster
from surveytool.ledgers.table import write_table

VILLAGE = "621202100200"
PLACE = {"code": VILLAGE, "township": "清河镇", "title": "上坪村"}
VILLAGES = {
    VILLAGE: Entity(Ref("village", VILLAGE), Ref("village", VILLAGE), PLACE),
}


def household(name="1", persons=1, **values):
    root = Ref("household", name)
    own = {"village": VILLAGE, "code": name, "size": str(persons)} | values
    people = tuple(
        Entity(
            Ref("person", f"{name}-{n}"),
            root,
            {
                "full_name": "张三",
                "relation": "son" if n else "head",
                "order": str(n + 1),
            },
        )
        for n in range(persons)
    )
    return StandingHousehold(Entity(root, root, own), people)


def sheet_of(path):
    return load_workbook(path).worksheets[0]


def test_findings_name_the_place_and_stay_text(tmp_path, book):
    book.sheet([member(1, 证件号码="=1+1", 姓名="张?"), member(2, 性别="男")])
    roster = book.read()
    path = tmp_path / "问题.xlsx"
    write_findings(path, roster.problems)
    sheet = sheet_of(path)
    titles, *rows = sheet.iter_rows(values_only=True)
    assert titles == ("工作表", "行", "列", "列名", "内容", "级别", "问题说明")
    assert len(rows) == len(roster.problems)
    place = ("人员信息", "3", "H", "性别", "男", "疑问")
    assert place in {row[:6] for row in rows}
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == f"A1:G{len(rows) + 1}"
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert {cell.number_format for cell in cells} == {"@"}


def test_errors_go_first_and_other_rooms_findings_fit(tmp_path):
    problems = [
        Problem("roster.no_name", "甲!A2", {}, Severity.NOTE),
        Problem("roster.no_person", "乙!3", {}, Severity.ERROR),
    ]
    path = tmp_path / "f.xlsx"
    write_findings(path, problems, "en")
    rows = list(sheet_of(path).iter_rows(min_row=2, values_only=True))
    assert [row[5] for row in rows] == ["Error", "Note"]
    assert rows[0][0] == "乙!3"


def test_control_characters_and_formulas_do_no_harm(tmp_path):
    value = "=HYPERLINK(\x07)"
    problem = Problem("roster.no_name", "甲!A2", {"value": value})
    path = tmp_path / "f.xlsx"
    write_findings(path, [problem])
    assert sheet_of(path)["E2"].value == "=HYPERLINK()"
    assert sheet_of(path)["E2"].data_type == "s"


@pytest.fixture
def table():
    return Table(
        "elimination",
        "风险消除情况表",
        "截至2026年10月31日",
        (
            Column("户编号"),
            Column("监测对象", "人", "count"),
            Column("消除率", "%", "percent"),
        ),
        (("62121000000000001", "15923", "62.05"), ("62121000000000002", "0", "—")),
        ("合计", "15923", "62.05"),
        ("按人数计算。",),
        (Figure("r", "消除率", "rate", "消除÷纳入", "x", "%", Decimal(1), Decimal(2)),),
    )


def test_a_table_keeps_text_as_text_and_numbers_as_numbers(tmp_path, table):
    path = tmp_path / "表.xlsx"
    write_table(path, table)
    sheet = sheet_of(path)
    assert sheet["A1"].value == "风险消除情况表"
    assert sheet["B3"].value == "监测对象（人）"
    assert sheet["A4"].value == "62121000000000001"
    assert sheet["B4"].value == 15923
    assert sheet["B4"].number_format == "#,##0"
    assert sheet["C4"].value == 62.05
    assert sheet["C5"].value == "—"
    assert [cell.value for cell in sheet[6]] == ["合计", 15923, 62.05]
    assert sheet["A7"].value == "按人数计算。"
    assert "50.00%" in sheet["A8"].value
    assert "A1:C1" in {str(one) for one in sheet.merged_cells.ranges}


def test_a_table_is_ready_to_print(tmp_path, table):
    path = tmp_path / "表.xlsx"
    write_table(path, table)
    sheet = sheet_of(path)
    assert sheet.freeze_panes == "A4"
    assert sheet.print_title_rows == "$3:$3"
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.paperSize == 9
    assert sheet.column_dimensions["A"].width > 18


def test_the_ledger_is_in_the_order_of_villages_groups_and_numbers(tmp_path):
    path = tmp_path / "全村花名册.xlsx"
    households = [
        household("9", group="10组"),
        household("8", group="2组"),
        household("7", 2, group="2组"),
    ]
    assert write_roster(path, VILLAGES, households) == 4
    roster = read_roster(path)
    assert [one.get("code") for one in roster.households] == ["7", "8", "9"]
    assert roster.villages == {VILLAGE: PLACE}


def test_an_empty_ledger_has_its_titles(tmp_path):
    path = tmp_path / "空.xlsx"
    assert write_roster(path, {}, []) == 0
    titles = [cell.value for cell in sheet_of(path)[1]]
    assert titles == [column.title for column in ledger_columns()]


def test_ledger_titles_are_the_county_s():
    titles = [column.title for column in ledger_columns()]
    assert len(set(titles)) == len(titles)
    assert set(TITLES) <= set(titles)
    assert {"致贫返贫风险1", "致贫返贫风险5"} <= set(titles)


TEXTS = st.text("山水a1（）", min_size=1, max_size=6).filter(lambda text: text != "1")
VALUES = {
    "text": TEXTS,
    "money": st.decimals(0, 9_999_999, places=2).map(
        lambda one: f"{one.normalize():f}"
    ),
    "decimal": st.integers(0, 9999).map(lambda one: f"{Decimal(one) / 100:f}"),
    "integer": st.integers(0, 12).map(str),
    "date": st.dates().map(lambda day: day.replace(year=1980).isoformat()),
    "month": st.integers(1, 12).map(lambda month: f"2025{month:02d}"),
    "phone": st.integers(13_000_000_000, 19_999_999_999).map(str),
    "yes_no": st.sampled_from(["yes", "no"]),
    "id_number": st.just("62120219820904735X"),
}
LEFT_OUT = {
    "household": {"code", "size"},
    "person": {"full_name", "relation", "disability_card", "number"},
}


def values_of(kind):
    """Return a strategy for the values of all fields with titles."""
    known = {}
    for name, words in fields(kind).items():
        if words.titles and name not in LEFT_OUT[kind]:
            known[name] = value_of(words)
    return st.fixed_dictionaries({}, optional=known)


def value_of(words):
    if words.name == "bank_account":
        return VALUES["phone"]
    if words.type not in {"code", "codes"}:
        return VALUES[words.type]
    listed = list(code_lists()[words.codes].entries)
    if words.type == "code":
        return st.sampled_from(listed)
    several = st.lists(st.sampled_from(listed), min_size=1, max_size=3, unique=True)
    ordered = (
        several
        if words.name == "risks"
        else several.map(lambda codes: sorted(codes, key=listed.index))
    )
    return ordered.map(" ".join)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(values_of("household"), values_of("person"))
def test_writing_and_reading_back_is_the_identity(tmp_path, own, person):
    one = household("62120000000001", **own)
    first = one.persons[0]
    fields = {**first.fields, **person}
    told = StandingHousehold(one.household, (Entity(first.ref, first.root, fields),))
    path = tmp_path / "花名册.xlsx"
    write_roster(path, VILLAGES, [told])
    [read] = read_roster(path).households
    assert read.fields | {"village": read.village} == one.household.fields
    assert read.persons[0].fields == fields


def test_a_report_s_charts_read_its_own_cells(tmp_path):
    table = Table(
        name="t",
        title="统计表",
        subtitle="",
        columns=(Column("乡镇"), Column("户数", "户", "count")),
        rows=(("东镇", "5"), ("西镇", "7")),
        total=("合计", "12"),
        charts=(Chart("户数", (1,)),),
    )
    write_table(tmp_path / "x.xlsx", table)
    with zipfile.ZipFile(tmp_path / "x.xlsx") as book:
        chart = book.read("xl/charts/chart1.xml").decode()
    assert "$B$3:$B$4" in chart
    assert "$A$3:$A$4" in chart
