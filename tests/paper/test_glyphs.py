import io

import pytest
from families import MEMBERS, family
from pypdf import PdfReader
from pypdf.generic import ContentStream

from surveytool.paper.coverage import covered, missing_characters, missing_in
from surveytool.paper.plan_page import plan_page
from surveytool.paper.press import set_sheet
from surveytool.paper.preview import Preview

NAMES = "𬭸㛃䶮𠅤"


def boxes_on(pdf: bytes) -> int:
    """Count the glyphs number 0 (.notdef, the box) that the pages show."""
    count = 0
    reader = PdfReader(io.BytesIO(pdf))
    for page in reader.pages:
        for operands, operator in ContentStream(page.get_contents(), reader).operations:
            if operator not in {b"Tj", b"TJ"}:
                continue
            parts = operands[0] if operator == b"TJ" else operands
            for part in parts:
                code = getattr(part, "original_bytes", part)
                if isinstance(code, bytes):
                    pairs = zip(code[::2], code[1::2], strict=True)
                    count += sum(pair == (0, 0) for pair in pairs)
    return count


def test_every_character_of_gb_18030_level_2_has_a_glyph():
    basic = set(range(0x4E00, 0x9FA6)) | set(range(0x3400, 0x4DB6))
    assert basic <= covered()


@pytest.mark.parametrize("encoding", ["gb2312", "gbk"])
def test_every_chinese_character_and_sign_of_older_standards_has_a_glyph(encoding):
    missing = []
    for high in range(0x81, 0xFF):
        for low in range(0x40, 0xFF):
            try:
                char = bytes([high, low]).decode(encoding)
            except UnicodeDecodeError:
                continue
            if ord(char) not in covered():
                missing.append(char)
    assert set(missing) <= {"≒"}  # a sign of mathematics, in no name or amount


def test_rare_names_are_glyphs_and_not_boxes(typesetter, imprint, today):
    page = plan_page(family(), on=today)
    pdf = set_sheet(typesetter, "plan_sheet", pages=[page], imprint=imprint)
    assert boxes_on(pdf) == 0
    with Preview(pdf) as preview:
        text = preview.text(0)
    assert all(name in text for name in NAMES)
    assert missing_in([page]) == ()


def test_a_rare_place_name_in_the_bold_title_is_no_box(typesetter, imprint, today):
    page = plan_page(family(title="㘰𠅤䃎村"), on=today)
    pdf = set_sheet(typesetter, "plan_sheet", pages=[page], imprint=imprint)
    assert "㘰𠅤䃎村" in page.values["place"]
    assert boxes_on(pdf) == 0


def test_a_character_that_no_font_has_is_a_box_and_is_named_before(
    typesetter, imprint, today
):
    members = (MEMBERS[0] | {"full_name": "吉\U000323aa\ue000"},)
    page = plan_page(family(members=members), on=today)
    (finding,) = missing_in([page])
    assert finding.code == "paper.no_glyph"
    assert "U+323AA" in finding.say()
    assert "U+E000" in finding.say("en")
    pdf = set_sheet(typesetter, "plan_sheet", pages=[page], imprint=imprint)
    assert boxes_on(pdf) > 0


def test_line_breaks_and_invisible_signs_are_not_missing():
    assert missing_characters("一\n二\r\n三\u200b\t") == ""
