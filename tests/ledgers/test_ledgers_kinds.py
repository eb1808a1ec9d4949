import csv
import json
import zipfile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font

from surveytool.domain.entity import Entity, Ref
from surveytool.domain.vocabulary import fields
from surveytool.ledgers import exports
from surveytool.ledgers.exports import (
    LibraryMissingError,
    UnknownFormatError,
    write_as,
)
from surveytool.ledgers.ledger import (
    LedgerFileError,
    UnknownLedgerError,
    ledger,
    ledger_names,
)
from surveytool.ledgers.ledger_out import ledger_table, write_ledger
from surveytool.ledgers.record import Record, rows_of
from surveytool.ledgers.template import (
    TemplateTitlesError,
    TemplateUnreadableError,
    fill_template,
    known_columns,
)

ID = "621202195003070013"


def entity(kind, name, **values):
    return Entity(Ref(kind, name), Ref("household", "h"), values)


def home(number, **values):
    """Return a row on one household under watch."""
    usual = {
        "village": "v",
        "group": f"{number}组",
        "code": f"00{number}",
        "monitor_type": "unstable",
        "risks": "illness schooling",
        "size": "3",
        "phone": "13900002762",
        "net_income": f"{number}000.05",
    }
    return Record(
        "household",
        {
            "village": entity("village", "v", township="西岭镇", title="西坪村"),
            "household": entity("household", f"h{number}", **usual | values),
            "head": entity("person", "p", full_name="=马文山", id_number=ID),
        },
    )


@pytest.fixture
def rows():
    homes = [home(10), home(2), home(1, monitor_type="")]
    return list(rows_of(ledger("monitored"), homes))


def test_rows_are_chosen_and_put_in_the_order_of_the_village(rows):
    table = ledger_table(ledger("monitored"), rows, title="湄山县", day="")
    titles = [one.title for one in table.columns]
    codes = [row[titles.index("户编号")] for row in table.rows]
    assert codes == ["002", "0010"]
    assert table.title == "湄山县监测对象台账"
    assert table.rows[0][titles.index("致贫返贫风险")] == "因病,因学"
    assert table.total[0] == "合计"
    assert table.total[titles.index("纯收入（元）")] == "12000.10"


@pytest.mark.parametrize("name", [name for name, _ in ledger_names()])
def test_every_ledger_is_written_even_when_empty(name, tmp_path):
    out = tmp_path / "x.xlsx"
    assert write_ledger(out, ledger(name), [], title="湄山县", day="") == 0
    sheet = load_workbook(out).active
    assert sheet["A1"].value == f"湄山县{ledger(name).zh}"
    assert sheet.print_title_rows


def test_identifiers_are_text_and_amounts_add_up(rows, tmp_path):
    write_ledger(tmp_path / "x.xlsx", ledger("monitored"), rows, title="县", day="日")
    sheet = load_workbook(tmp_path / "x.xlsx").active
    head = [cell.value for cell in sheet[3]]
    cells = dict(zip(head, sheet[4], strict=True))
    assert cells["户主证件号码"].value == ID
    assert cells["户主证件号码"].data_type == "s"
    assert cells["户主姓名"].value == "=马文山"
    assert cells["户主姓名"].data_type == "s"
    assert cells["纯收入（元）"].data_type == "n"


def test_a_large_ledger_goes_the_fast_way_with_the_same_cells(
    rows, tmp_path, monkeypatch
):
    monkeypatch.setattr("surveytool.ledgers.ledger_out.MOST_STYLED", 1)
    write_ledger(tmp_path / "x.xlsx", ledger("monitored"), rows, title="县", day="")
    sheet = load_workbook(tmp_path / "x.xlsx").active
    head = [cell.value for cell in sheet[1]]
    cells = dict(zip(head, sheet[2], strict=True))
    assert cells["户主证件号码"].value == ID
    assert cells["户编号"].value == "002"


def test_a_kind_without_columns_of_its_own_shows_every_field(tmp_path):
    (tmp_path / "own.toml").write_text('zh = "甲"\nen = "A"\nrows = "clue"\n', "utf-8")
    titles = {one.words.name for one in ledger("own", (tmp_path,)).columns}
    assert {one for one in fields("clue") if one not in ("household", "person")} <= (
        titles | {"village"}
    )


@pytest.mark.parametrize(
    "text",
    [
        "zh = 甲",
        'zh = "甲"',
        'zh="甲"\nen="A"\nrows="household"\ncolumns=["household.colour"]',
    ],
)
def test_a_mistake_in_a_ledger_file_is_named(tmp_path, text):
    (tmp_path / "own.toml").write_text(text, "utf-8")
    with pytest.raises(LedgerFileError) as refusal:
        ledger("own", (tmp_path,))
    assert "own.toml" in refusal.value.say()


def test_an_unknown_ledger_is_refused():
    with pytest.raises(UnknownLedgerError) as refusal:
        ledger("tax")
    assert "monitored" in refusal.value.say()


def template(path):
    """Write a county's own workbook: title, group titles, styles, total, footer."""
    book = Workbook()
    sheet = book.active
    sheet.append(["{county}{year}年监测对象台账"])
    sheet.merge_cells("A1:F1")
    sheet.append(["序号", "户主姓名", "户主身份证号", "户编号", "纯收入（元）", "颜色"])
    sheet.append([None] * 6)
    sheet.append(["合计", None, None, None, "=SUM(E3:E3)", None])
    sheet.append(["填报人：", None, None, "审核人：", None, None])
    for cell in sheet[3]:
        cell.font = Font(name="仿宋_GB2312", size=13)
    sheet.row_dimensions[3].height = 33
    sheet.page_setup.orientation = "landscape"
    sheet.column_dimensions["C"].width = 24
    book.save(path)
    return path


def test_a_county_s_template_is_filled_and_keeps_its_looks(rows, tmp_path):
    filled = fill_template(
        template(tmp_path / "t.xlsx"),
        tmp_path / "x.xlsx",
        rows,
        known=known_columns("household"),
        words={"county": "湄山县", "year": "2026"},
    )
    assert filled.rows == 2
    assert filled.unknown == ("颜色",)
    sheet = load_workbook(tmp_path / "x.xlsx").active
    assert sheet["A1"].value == "湄山县2026年监测对象台账"
    assert [sheet.cell(row, 1).value for row in range(3, 7)] == [
        1,
        2,
        "合计",
        "填报人：",
    ]
    assert sheet["C4"].value == ID
    assert sheet["C4"].number_format == "@"
    assert sheet["B3"].value == "=马文山"
    assert sheet["B3"].data_type == "s"
    assert sheet["B4"].font.name == "仿宋_GB2312"
    assert sheet.row_dimensions[4].height == 33
    assert float(sheet["E5"].value) == 12000.10
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.column_dimensions["C"].width == 24
    assert sheet.print_title_rows == "$2:$2"


def test_a_template_without_known_titles_is_refused(rows, tmp_path):
    book = Workbook()
    book.active.append(["颜色", "大小"])
    book.save(tmp_path / "t.xlsx")
    known = known_columns("household")
    with pytest.raises(TemplateTitlesError):
        fill_template(
            tmp_path / "t.xlsx", tmp_path / "x.xlsx", rows, known=known, words={}
        )


def test_learnt_titles_go_first():
    assert known_columns("household", {"编码": "household.code"})["编码"] == (
        "household.code"
    )


def test_csv_opens_in_excel_and_keeps_long_numbers(rows, tmp_path):
    write_as(tmp_path / "x.csv", ledger("monitored").columns, rows)
    raw = (tmp_path / "x.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    lines = list(csv.DictReader(raw.decode("utf-8-sig").splitlines()))
    assert lines[0]["户主证件号码"] == f'="{ID}"'
    assert lines[0]["户编号"] == '="002"'
    assert lines[0]["户主姓名"] == "'=马文山"
    assert lines[0]["纯收入（元）"] == "2000.05"


def test_json_lines_hold_what_is_stored(rows, tmp_path):
    write_as(tmp_path / "x.jsonl", ledger("monitored").columns, rows)
    lines = (tmp_path / "x.jsonl").read_text("utf-8").splitlines()
    first = json.loads(lines[0])
    assert first["household.risks"] == "illness schooling"
    assert first["head.id_number"] == ID
    assert "household.eliminated" not in first


def test_parquet_and_spss_and_stata_keep_text_and_labels(rows, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    read = pytest.importorskip("pyreadstat")
    columns = ledger("monitored").columns
    for ending in ("parquet", "sav", "dta"):
        write_as(tmp_path / f"x.{ending}", columns, rows)
    table = parquet.read_table(tmp_path / "x.parquet")
    assert table.column("head.id_number").to_pylist() == [ID, ID]
    assert table.schema.field("head.id_number").metadata[b"title"].decode() == (
        "户主证件号码"
    )
    frame, about = read.read_sav(tmp_path / "x.sav")
    assert list(frame["head_id_number"]) == [ID, ID]
    assert about.variable_value_labels["household_monitor_type"]["unstable"] == (
        "脱贫不稳定户"
    )
    frame, about = read.read_dta(tmp_path / "x.dta")
    assert list(frame["household_monitor_type"]) == ["脱贫不稳定户"] * 2
    assert about.column_names_to_labels["household_code"] == "户编号"


def test_a_missing_library_is_named(rows, tmp_path, monkeypatch):
    def absent(name):
        raise ImportError(name)

    monkeypatch.setattr(exports, "import_module", absent)
    with pytest.raises(LibraryMissingError) as refusal:
        write_as(tmp_path / "x.sav", ledger("monitored").columns, rows)
    assert "pyreadstat" in refusal.value.say()


def test_an_unknown_ending_is_refused(rows, tmp_path):
    with pytest.raises(UnknownFormatError):
        write_as(tmp_path / "x.docx", ledger("monitored").columns, rows)


def test_a_template_that_is_no_workbook_is_refused(rows, tmp_path):

    path = tmp_path / "t.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    with pytest.raises(TemplateUnreadableError):
        fill_template(path, tmp_path / "x.xlsx", rows, known={}, words={})
