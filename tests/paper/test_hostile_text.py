from families import MEASURES, MEMBERS, PLAN, family
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from surveytool.paper.clean import printable
from surveytool.paper.plan_page import plan_page
from surveytool.paper.press import set_sheet
from surveytool.paper.preview import Preview

MARKUP = (
    '#import "@preview/x:1.0.0": *',
    "#panic(1) #read(2)",
    "$x^2$ *bold* _slant_ `code`",
    "<label> @ref ~ -- ---",
    "= head / term: - list + list",
    "// comment /* block */ ] } )",
    "\\u{41} \\ \\n",
)
RIGHT_EDGE = 210 - 13.5  # mm; the frame ends at 196


def first_page(typesetter, imprint, page):
    pdf = set_sheet(typesetter, "plan_sheet", pages=[page], imprint=imprint)
    with Preview(pdf) as preview:
        return preview.text(0), preview.picture(0, 72)


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_markup_is_printed_letter_by_letter(typesetter, imprint, today):
    for text in MARKUP:
        page = plan_page(family(plan=PLAN | {"analysis": text}), on=today)
        shown, _ = first_page(typesetter, imprint, page)
        assert squeezed(text) in squeezed(shown)


def test_an_endless_word_is_broken_and_nothing_leaves_the_frame(
    typesetter, imprint, today
):
    word = "W" * 150
    members = (MEMBERS[0] | {"full_name": "N" * 60, "work_place": "x" * 80},)
    measures = (MEASURES[0] | {"content": word, "responsible": "9" * 70},)
    home = family(members=members, measures=measures, address="A" * 200)
    shown, picture = first_page(typesetter, imprint, plan_page(home, on=today))
    assert squeezed(shown).count("W") == 150
    assert squeezed(shown).count("9") >= 70
    edge = int(picture.width * RIGHT_EDGE / 210)
    for line in range(picture.height):
        start = (line * picture.width + edge) * 3
        end = (line + 1) * picture.width * 3
        assert min(picture.rgb[start:end]) == 255


def test_line_breaks_stay_and_invisible_signs_go():
    assert printable("一\r\n二\t三") == "一\n二 三"
    assert printable("张\u202e三\u200b\x00四\ufeff") == "张三四"
    assert printable("half \ud83d pair") == "half \ufffd pair"


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(text=st.text(st.characters(), min_size=1, max_size=60))
def test_any_text_at_all_is_set(typesetter, imprint, today, text):
    home = family(
        members=(MEMBERS[0] | {"full_name": text},),
        plan=PLAN | {"analysis": text, "goal": text},
        measures=(MEASURES[0] | {"content": text, "unit": text},),
        address=text,
        helper_name=text,
        code=text,
    )
    shown, _ = first_page(typesetter, imprint, plan_page(home, on=today))
    assert "一、家庭基本情况" in shown
