import pytest
from families import family

from surveytool.paper.binding import CannotWritePaperError
from surveytool.paper.plan_page import plan_page
from surveytool.paper.press import CHUNK, NothingToPrintError, print_sheet
from surveytool.paper.preview import DamagedPdfError, Preview
from surveytool.paper.sheet import UnknownSheetError, sheet, sheets


def test_more_households_than_one_chunk_are_one_pdf_in_order(
    typesetter, imprint, today, tmp_path
):
    count = CHUNK + 3
    pages = [plan_page(family(code=f"{n:04}"), on=today) for n in range(count)]
    out = tmp_path / "2026 监测" / "张三（备份）.pdf"
    printed = print_sheet(
        typesetter, "plan_sheet", pages=pages, out=out, imprint=imprint
    )
    assert printed.pages == count
    with Preview(out) as preview:
        marks = preview.bookmarks()
        assert "户编号：0052" in preview.text(52)
    assert marks == [(f"{n:04} 吉𬭸祥", n) for n in range(count)]
    assert [path.name for path in out.parent.iterdir()] == [out.name]


def test_a_place_that_cannot_be_written_is_refused_and_the_old_file_stays(
    typesetter, imprint, today, tmp_path
):
    folder = tmp_path / "taken.pdf"
    folder.mkdir()
    (folder / "inside").write_text("kept")
    with pytest.raises(CannotWritePaperError) as refusal:
        print_sheet(
            typesetter,
            "plan_sheet",
            pages=[plan_page(family(), on=today)],
            out=folder,
            imprint=imprint,
        )
    assert str(folder) in refusal.value.say()
    assert (folder / "inside").read_text() == "kept"
    assert [path.name for path in tmp_path.iterdir()] == ["taken.pdf"]


def test_nothing_chosen_is_refused(typesetter, imprint, tmp_path):
    with pytest.raises(NothingToPrintError):
        print_sheet(
            typesetter,
            "plan_sheet",
            pages=[],
            out=tmp_path / "x.pdf",
            imprint=imprint,
        )


def test_every_sheet_of_the_catalogue_has_its_template():
    for one in sheets().values():
        assert one.name_in("zh")
        assert one.name_in("en")
        assert sheet(one.name).template.endswith(".typ")


def test_an_unknown_sheet_is_refused_with_the_known_ones():
    with pytest.raises(UnknownSheetError) as refusal:
        sheet("tax_return")
    assert "plan_sheet" in refusal.value.say()


def test_a_file_that_is_no_pdf_is_refused(tmp_path):
    path = tmp_path / "not.pdf"
    path.write_bytes(b"%PDF-1.7 but no more")
    for pdf in (path, tmp_path / "missing.pdf", b"nothing"):
        with pytest.raises(DamagedPdfError):
            Preview(pdf)
