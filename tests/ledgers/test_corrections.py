import csv
import zipfile

import pytest
from openpyxl import Workbook, load_workbook
from roster_book import TITLES, id_number, member

from surveytool.domain.problem import Severity
from surveytool.ledgers.corrections import to_correct
from surveytool.ledgers.findings import write_findings
from surveytool.ledgers.roster import read_roster

LOST = 621202198209040000


def families():
    yield member(1)
    yield member(2, 证件号码=LOST, 备注="原文")
    yield member(3, 户编号="62120000000002", 与户主关系="户主")


def errors(roster):
    return [one for one in roster.problems if one.severity is Severity.ERROR]


def test_a_findings_workbook_is_put_right_and_taken_in_again(book, tmp_path):
    book.sheet(list(families()), titles=[*TITLES, "备注"])
    roster = book.read()
    assert errors(roster)
    out = tmp_path / "问题.xlsx"
    again = to_correct(book.path, roster)
    write_findings(out, roster.problems, corrections=again)
    sent_back = load_workbook(out)
    assert sent_back.sheetnames == ["问题清单", "待更正1"]
    sheet = sent_back["待更正1"]
    head = [cell.value for cell in sheet[1]]
    assert head == [*TITLES, "备注"]
    assert sheet.max_row == 3  # the whole household, not the other one
    sheet.cell(3, head.index("证件号码") + 1).value = id_number(2)
    sent_back.save(out)
    corrected = read_roster(out)
    assert errors(corrected) == []
    (household,) = corrected.households
    assert household.get("size") == "2"
    assert household.persons[1].get("id_number") == id_number(2)


def test_where_nothing_is_wrong_nothing_is_to_correct(book):
    book.sheet([member(1)])
    assert to_correct(book.path, book.read()) == ()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "gb18030"])
def test_an_export_of_odk_central_or_kobo_is_read(tmp_path, encoding):
    path = tmp_path / "export.csv"
    titles = ["home/户编号", "home/行政村", "member/full_name", "member/relation"]
    titles += ["member/id_number", "member/birth", "_submission_time"]
    rows = [
        ["001", "上坪村", "赵甲", "head", id_number(1), "1982-09-04", "2026-11-01"],
        ["001", "上坪村", "赵乙", "son", id_number(3), "1982-09-04", "2026-11-01"],
    ]
    with path.open("w", encoding=encoding, newline="") as stream:
        csv.writer(stream).writerows([titles, *rows])
    (household,) = read_roster(path).households
    assert household.get("code") == "001"
    assert [one.get("full_name") for one in household.persons] == ["赵甲", "赵乙"]
    assert household.persons[0].get("relation") == "head"
    assert household.persons[1].get("birth") == "1982-09-04"


def test_a_header_of_fifty_merged_columns_is_read(tmp_path):
    book = Workbook()
    sheet = book.active
    more = [f"其他{n}" for n in range(50 - len(TITLES))]
    sheet.append(["湄山县花名册"])
    sheet.append(["家庭情况"] + [None] * 24 + ["其他情况"])
    sheet.append([*TITLES, *more])
    sheet.merge_cells("A1:AX1")
    sheet.merge_cells("A2:Y2")
    sheet.merge_cells("Z2:AX2")
    cells = member(1)
    sheet.append([cells.get(title, "") for title in [*TITLES, *more]])
    path = tmp_path / "x.xlsx"
    book.save(path)
    roster = read_roster(path)
    assert roster.counts.persons == 1
    assert sum(one.code == "roster.column_unknown" for one in roster.problems) == 34


def test_macros_are_neither_run_nor_in_the_way(book, tmp_path):
    book.sheet([member(1)])
    book.read()
    path = tmp_path / "花名册.xlsm"
    path.write_bytes(book.path.read_bytes())
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0 not a project")
    assert read_roster(path).counts.persons == 1
