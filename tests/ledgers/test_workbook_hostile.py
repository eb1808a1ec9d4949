import contextlib
import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from make_roster_faults import DATA
from openpyxl import Workbook
from roster_book import TITLES, Book, member

from surveytool.domain.refusal import Refusal
from surveytool.ledgers.archive import column_letters, column_number
from surveytool.ledgers.roster import read_roster

HEAD = (
    '<?xml version="1.0"?><worksheet xmlns='
    '"http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
)
TAIL = "</sheetData></worksheet>"
SHEET = "xl/worksheets/sheet1.xml"


def workbook_bytes() -> bytes:
    out = io.BytesIO()
    book = Workbook()
    book.worksheets[0].append(["x"])
    book.save(out)
    return out.getvalue()


def remake(path: Path, part: str, content: bytes) -> Path:
    """Write a workbook with one part replaced."""
    source = zipfile.ZipFile(io.BytesIO(workbook_bytes()))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name in source.namelist():
            made.writestr(name, content if name == part else source.read(name))
    return path


def inline(row: int, texts: list[str]) -> str:
    return "".join(
        f'<c r="{column_letters(n)}{row}" t="inlineStr"><is><t>{text}</t></is></c>'
        for n, text in enumerate(texts, 1)
    )


def refused(path: Path) -> str:
    with pytest.raises(Refusal) as refusal:
        read_roster(path)
    said = refusal.value
    assert path.name in said.say("zh")
    assert path.name in said.say("en")
    return said.code


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "ledgers.empty"),
        (b"hello", "roster.no_header"),
        (b"\x00\x01\x02\x03" * 99, "ledgers.not_a_workbook"),
        (b"\xff\xfe\xfd\x00\x81", "ledgers.not_a_workbook"),
        (b"<html><table><tr><td>x</td></tr></table></html>", "ledgers.not_a_workbook"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><Workbook/>", "ledgers.not_a_workbook"),
        (b"%PDF-1.7\x00\x01", "ledgers.not_a_workbook"),
        (b"PK\x03\x04 and no more", "ledgers.broken"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 3000, "ledgers.broken"),
    ],
)
def test_files_that_are_none(tmp_path, content, code):
    path = tmp_path / "花名册.xlsx"
    path.write_bytes(content)
    assert refused(path) == code


def test_a_missing_file_and_a_folder(tmp_path):
    assert refused(tmp_path / "无.xlsx") == "ledgers.missing"
    assert refused(tmp_path) == "ledgers.missing"


def test_an_archive_that_is_no_workbook(tmp_path):
    path = tmp_path / "照片.xlsx"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("照片.txt", "x")
    assert refused(path) == "ledgers.not_a_workbook"


def test_a_truncated_workbook(tmp_path):
    path = tmp_path / "花名册.xlsx"
    whole = workbook_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    assert refused(path) == "ledgers.broken"


def test_a_workbook_with_wrong_bytes(tmp_path):
    book = Book(tmp_path / "花名册.xlsx")
    book.sheet([member(serial) for serial in range(1, 60)])
    book.read()
    whole = bytearray(book.path.read_bytes())
    middle = whole.index(b"xl/worksheets/sheet1.xml") + 200
    whole[middle : middle + 40] = bytes(40)
    book.path.write_bytes(whole)
    assert refused(book.path) == "ledgers.broken"


def test_a_password(tmp_path):
    path = tmp_path / "花名册.xlsx"
    name = "EncryptedPackage".encode("utf-16-le")
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    path.write_bytes(ole + b"\0" * 600 + name + b"\0" * 900)
    assert refused(path) == "ledgers.locked"


def test_a_zip_bomb(tmp_path):
    path = remake(tmp_path / "花名册.xlsx", SHEET, b" " * (110 << 20))
    assert path.stat().st_size < 1 << 20
    assert refused(path) == "ledgers.too_large"


def test_a_bomb_that_lies_about_its_size(tmp_path):
    path = remake(tmp_path / "花名册.xlsx", SHEET, b" " * (8 << 20))
    content = path.read_bytes()
    declared = (8 << 20).to_bytes(4, "little")
    path.write_bytes(content.replace(declared, (1000).to_bytes(4, "little")))
    assert refused(path) == "ledgers.broken"


def test_a_stray_cell_far_away(tmp_path):
    cell = '<c r="{}" t="inlineStr"><is><t>x</t></is></c>'
    rows = f'<row r="1">{cell.format("A1")}</row>'
    rows += f'<row r="1048576">{cell.format("XFD1048576")}</row>'
    path = remake(tmp_path / "花名册.xlsx", SHEET, (HEAD + rows + TAIL).encode())
    assert refused(path) == "ledgers.stray_cell"


def test_blank_formatted_rows_without_end_are_read(tmp_path):
    titles = inline(1, TITLES)
    cells = inline(2, [str(member(1).get(title, "")) for title in TITLES])
    blank = "".join(
        f'<row r="{n}" ht="20"><c r="A{n}" s="0"/><c r="BH{n}" s="0"/></row>'
        for n in range(3, 150_001)
    )
    sheet = f'{HEAD}<row r="1">{titles}</row><row r="2">{cells}</row>{blank}{TAIL}'
    path = remake(tmp_path / "花名册.xlsx", SHEET, sheet.encode())
    assert read_roster(path).counts.persons == 1


def test_entities_are_not_expanded(tmp_path):
    bomb = '<!DOCTYPE w [<!ENTITY a "{}">]>'.format("x" * 1000)
    sheet = HEAD.replace("?>", "?>" + bomb, 1)
    sheet += '<row r="1"><c r="A1" t="inlineStr"><is><t>&a;</t></is></c></row>' + TAIL
    path = remake(tmp_path / "花名册.xlsx", SHEET, sheet.encode())
    assert refused(path) in {"ledgers.broken", "roster.no_header"}


def test_the_suffix_does_not_matter(tmp_path):
    book = Book(tmp_path / "花名册.et")
    book.sheet([member(1)])
    assert book.read().counts.persons == 1


def old_workbook(path: Path, at: int, value: bytes) -> Path:
    """Write the old roster with some bytes replaced."""
    content = bytearray((DATA / "roster-old.xls").read_bytes())
    content[at : at + len(value)] = value
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("at", range(76, 84, 4))
def test_an_old_workbook_whose_tables_lie_beyond_the_end(tmp_path, at):
    path = old_workbook(tmp_path / "花名册.xls", at, b"\x00\x00\x00\x70")
    assert refused(path) == "ledgers.broken"


def test_an_old_workbook_whose_sectors_go_in_a_circle(tmp_path):
    content = (DATA / "roster-old.xls").read_bytes()
    table = 512 * (1 + int.from_bytes(content[76:80], "little"))
    path = old_workbook(tmp_path / "花名册.xls", table + 4, b"\0\0\0\0")
    assert refused(path) == "ledgers.broken"


def test_an_old_workbook_with_a_cell_that_cannot_be(tmp_path):
    content = (DATA / "roster-old.xls").read_bytes()
    number = content.index(b"\x03\x02\x0e\x00")
    path = old_workbook(tmp_path / "花名册.xls", number + 6, b"\xff\xff")
    assert refused(path) == "ledgers.broken"


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.data())
def test_damage_is_refused_or_read_never_a_crash(tmp_path, data):
    content = bytearray((DATA / "roster-old.xls").read_bytes())
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(
            st.integers(0, 255)
        )
    path = tmp_path / "花名册.xls"
    path.write_bytes(content)
    with contextlib.suppress(Refusal):
        assert read_roster(path).counts.persons


@pytest.mark.parametrize("number", [1, 26, 27, 702, 703, 16384])
def test_columns_have_letters(number):
    assert column_number(column_letters(number)) == number


def test_the_last_column_is_xfd():
    assert column_letters(16384) == "XFD"
