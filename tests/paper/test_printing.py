from datetime import datetime

import pytest
from docx import Document
from pypdf import PdfReader

from surveytool.domain.seat import Office, Role, Seat
from surveytool.paper.press import NothingToPrintError
from surveytool.tasks import printing, workspaces
from surveytool.tasks.demo.county import county
from surveytool.tasks.demo.scale import SCALES
from surveytool.tasks.printing import NoWordVersionError, Order

PASSPHRASE = "湄山 2026 demo"  # noqa: S105 - opens a demo only
SEAT = Seat(Office.TOWNSHIP, Role.SURVEYOR, "赵志远", "西岭镇", "湄山县")


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    path = tmp_path_factory.mktemp("表单") / "西岭镇.survey"
    made = workspaces.create(path, PASSPHRASE, SEAT)
    made.store.take(county(SCALES["small"], made.store.device_id))
    made.clock = lambda: datetime.fromisoformat("2026-11-23T09:00:00+08:00")
    yield made
    made.close()


@pytest.fixture
def homes(desk):
    first = desk.store.villages()[0]
    return tuple(printing.village_households(desk, first.id)[:4])


def text(path):
    return "".join(page.extract_text() for page in PdfReader(path).pages)


def test_every_offered_sheet_is_printed_filled_and_blank(desk, homes, tmp_path):
    offered = printing.offered(desk)
    assert len(offered) == 16
    for one in offered:
        for blank in (False, True):
            order = Order(one.name, homes[:1], blank=blank)
            printed = printing.prepare(desk, order, tmp_path / "x.pdf")
            assert printed.pages == len(PdfReader(printed.path).pages) >= 1
            assert printed.missing == ()


def test_a_list_is_one_paper_for_a_village_and_has_one_bookmark(desk, homes, tmp_path):
    printed = printing.prepare(desk, Order("notice", homes), tmp_path / "x.pdf")
    reader = PdfReader(printed.path)
    assert len(reader.outline) == 1
    assert "4户" in text(printed.path).replace(" ", "")


def test_printing_is_noted_looking_is_not_and_a_second_print_says_so(
    desk, homes, tmp_path
):
    order = Order("six_checks", homes[:1])
    out = tmp_path / "x.pdf"

    def noted():
        return [
            one for one in desk.store.audit_lines() if one.detail.startswith("six_ch")
        ]

    printing.prepare(desk, order, out)
    assert noted() == []
    printing.carry_out(desk, order, out)
    assert "补打" not in text(out)
    printing.carry_out(desk, order, out)
    assert "补打（第2次）" in text(out)
    assert [one.subject for one in noted()] == [f"household/{homes[0]}"] * 2


def test_a_watermark_names_who_printed(desk, homes, tmp_path):
    order = Order("consent", homes[:1], watermark="内部资料")
    printing.prepare(desk, order, tmp_path / "x.pdf")
    assert "内部资料" in text(tmp_path / "x.pdf")
    assert "赵志远" in text(tmp_path / "x.pdf")


def test_numbers_are_hidden_on_demand(desk, homes, tmp_path):
    family = printing.pages_of(
        desk, Order("collection_sheet", homes[:1]), printing_layout(desk)
    )
    number = next(
        cell for cell in every_cell(family) if len(cell) == 18 and cell[:17].isdigit()
    )
    order = Order("collection_sheet", homes[:1], masked=True)
    printing.prepare(desk, order, tmp_path / "x.pdf")
    assert number not in text(tmp_path / "x.pdf")
    assert f"{number[:6]}********" in text(tmp_path / "x.pdf")


def printing_layout(desk):
    return next(one for one in printing.offered(desk) if one.name == "collection_sheet")


def every_cell(pages):
    return [text for page in pages for text in page.texts()]


def test_a_receipt_and_a_recovery_key_are_printed_and_the_key_is_noted_nowhere(
    desk, tmp_path
):
    key = "7QK4-M2XP-9VTD-H3RN-C8WF-6JYB-AAAA-BBBB"
    printed = printing.recovery_key(desk, key, tmp_path / "k.pdf")
    assert key in text(printed.path)
    facts = {"sender": "湄山县", "file": "a.stpack", "new": "118", "gaps": "无"}
    said = text(printing.receipt(desk, facts, tmp_path / "r.pdf").path)
    assert "a.stpack" in said
    assert "118" in said
    assert "2026年11月23日 09:00" in said
    assert key not in str(desk.store.audit_lines())
    assert [one.detail for one in desk.store.audit_lines()][-2:] == [
        "recovery_key",
        "package_receipt",
    ]


def test_nothing_chosen_is_refused(desk, tmp_path):
    with pytest.raises(NothingToPrintError):
        printing.prepare(desk, Order("notice"), tmp_path / "x.pdf")


def test_a_county_s_folder_beside_the_workspace_adds_sheets(desk, homes, tmp_path):
    own = desk.path.parent / "sheets"
    own.mkdir()
    (own / "tea.toml").write_text(
        'zh = "茶园登记表"\nen = "Tea"\ntitle = "{place}茶园登记表"\n', "utf-8"
    )
    try:
        assert [one.name for one in printing.offered(desk)][-1] == "tea"
        printing.prepare(desk, Order("tea", homes[:1]), tmp_path / "x.pdf")
        assert "茶园登记表" in text(tmp_path / "x.pdf")
    finally:
        (own / "tea.toml").unlink()
        own.rmdir()


@pytest.mark.parametrize("name", ["plan_sheet", "notice", "review_record"])
def test_word_holds_the_same_words(desk, homes, tmp_path, name):
    out = tmp_path / "表 .docx"
    printing.word(desk, Order(name, homes[:2]), out)
    book = Document(str(out))
    cells = [
        cell.text for table in book.tables for row in table.rows for cell in row.cells
    ]
    order = Order(name, homes[:2])
    layout = next(one for one in printing.offered(desk) if one.name == name)
    (first, *_) = printing.word_pages(desk, order, layout)
    for block in first.blocks:
        for row in block.get("rows", ()):
            for cell in row:
                words = cell["value"] if isinstance(cell, dict) else cell
                assert words in cells
    assert first.values["title"] in [one.text for one in book.paragraphs]


def test_the_head_row_comes_again_and_rows_stay_whole_in_word(desk, homes, tmp_path):
    out = tmp_path / "x.docx"
    printing.word(desk, Order("notice", homes), out)
    table = Document(str(out)).tables[0]
    assert "w:tblHeader" in table.rows[0]._tr.xml  # noqa: SLF001
    assert all("w:cantSplit" in row._tr.xml for row in table.rows)  # noqa: SLF001


def test_a_sheet_with_a_layout_of_its_own_has_no_word_version(desk, homes, tmp_path):
    with pytest.raises(NoWordVersionError):
        printing.word(desk, Order("check_sheet", homes[:1]), tmp_path / "x.docx")
