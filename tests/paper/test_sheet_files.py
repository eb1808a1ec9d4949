import pytest
from families import family, village
from occasions import ON, occasion

from surveytool.domain.refusal import Refusal
from surveytool.paper.form_page import form_page
from surveytool.paper.occasion import Occasion
from surveytool.paper.press import set_sheet
from surveytool.paper.preview import Preview
from surveytool.paper.sheet import SHEETS, sheet, sheets
from surveytool.paper.sheet_data import Imprint
from surveytool.paper.words import chinese_date, wan_yuan

HEAD = 'zh = "甲"\nen = "A"\ntitle = "甲"\n'


def made(tmp_path):
    layout = sheet("own", (SHEETS, tmp_path))
    return form_page(layout, Occasion(ON, (family(),), village()))


def refused(tmp_path, text, code):
    (tmp_path / "own.toml").write_text(text, "utf-8")
    with pytest.raises(Refusal) as refusal:
        made(tmp_path)
    assert refusal.value.code == code
    assert "own.toml" in refusal.value.say("zh")
    assert "own.toml" in refusal.value.say("en")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("zh = 甲", "paper.sheet_file"),
        ('zh = "甲"\nen = "A"\n', "paper.sheet_key"),
        (HEAD + 'paper = "a5"\n', "paper.sheet_choice"),
        (HEAD + 'colour = "red"\n', "paper.sheet_key"),
        (HEAD + '[[block]]\nkind = "picture"\n', "paper.sheet_block"),
        (HEAD + '[[block]]\nkind = "line"\nwords = 1\n', "paper.sheet_key"),
        (
            HEAD + '[[block]]\nkind = "pairs"\nroom = "#import(1)"\n',
            "paper.sheet_measure",
        ),
        (
            HEAD + '[[block]]\nkind = "pairs"\nitems = ["household.colour"]\n',
            "paper.sheet_field",
        ),
        (
            HEAD + 'public = true\n[[block]]\nkind = "pairs"\n'
            'items = ["household.phone"]\n',
            "paper.public_field",
        ),
        (
            HEAD + 'public = true\n[[block]]\nkind = "text"\n'
            'paragraphs = ["{head.id_number}"]\n',
            "paper.public_field",
        ),
        (
            HEAD + 'public = true\n[[block]]\nkind = "table"\nrows = "person"\n'
            'columns = [{ field = "person.condition" }]\n',
            "paper.public_field",
        ),
    ],
)
def test_a_mistake_is_named_with_its_file(tmp_path, text, code):
    refused(tmp_path, text, code)


def test_a_county_s_own_sheet_replaces_or_joins_the_program_s(tmp_path):
    notice = (SHEETS / "notice.toml").read_text("utf-8")
    (tmp_path / "notice.toml").write_text(notice.replace("的公示", "的公示栏"), "utf-8")
    (tmp_path / "own.toml").write_text(HEAD, "utf-8")
    found = sheets((SHEETS, tmp_path))
    assert found["notice"].title.endswith("的公示栏")
    assert list(found)[-1] == "own"
    assert next(iter(found)) == "plan_sheet"


def test_an_edited_file_is_read_again(tmp_path):
    path = tmp_path / "own.toml"
    path.write_text(HEAD, "utf-8")
    assert sheet("own", (SHEETS, tmp_path)).title == "甲"
    path.write_text(HEAD.replace('title = "甲"', 'title = "乙丙"'), "utf-8")
    assert sheet("own", (SHEETS, tmp_path)).title == "乙丙"


def test_every_field_of_every_sheet_is_a_field_of_the_vocabulary():
    for layout in sheets().values():
        form_page(layout, occasion(layout))


def test_a3_and_across_are_obeyed(tmp_path, typesetter, imprint):
    (tmp_path / "own.toml").write_text(HEAD + 'paper = "a3"\nacross = true\n', "utf-8")
    layout = sheet("own", (SHEETS, tmp_path))
    page = form_page(layout, Occasion(ON))
    with Preview(
        set_sheet(typesetter, layout, pages=[page], imprint=imprint)
    ) as preview:
        assert [round(n) for n in preview.size(0)] == [1191, 842]


def test_note_and_watermark_stand_on_every_page(typesetter):
    layout = sheets()["consent"]
    page = form_page(layout, occasion(layout))
    imprint = Imprint("王芳", "2026-11-23", "补打（第2次）", "仅供内部使用 王芳")
    with Preview(
        set_sheet(typesetter, layout, pages=[page] * 2, imprint=imprint)
    ) as preview:
        for number in range(2):
            assert "补打（第2次）" in preview.text(number)
            assert "仅供内部使用" in preview.text(number)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-11-23", "二〇二六年十一月二十三日"),
        ("2020-10-10", "二〇二〇年十月十日"),
        ("2009-01-20", "二〇〇九年一月二十日"),
        ("不详", "不详"),
    ],
)
def test_dates_in_chinese_figures(day, said):
    assert chinese_date(day) == said


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        ("70992600", "7,099.26万元"),
        ("12350", "1.24万元"),  # half up, not to even
        ("0", "0.00万元"),
        ("不详", "不详"),
    ],
)
def test_amounts_in_ten_thousands(amount, said):
    assert wan_yuan(amount) == said
