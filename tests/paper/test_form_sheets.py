import pytest
from golden import assert_picture, assert_text
from occasions import LEAKS, ON, hostile, neighbours, occasion

from surveytool.paper.form_page import form_page
from surveytool.paper.occasion import Occasion
from surveytool.paper.press import set_sheet
from surveytool.paper.preview import Preview
from surveytool.paper.public import is_private
from surveytool.paper.sheet import sheets

FORMS = [one for one in sheets().values() if one.template == "form.typ"]
PUBLIC = [one for one in FORMS if one.public]
NAMES = [one.name for one in FORMS]


def shown(typesetter, imprint, layout, *pages):
    pdf = set_sheet(typesetter, layout, pages=pages, imprint=imprint)
    with Preview(pdf) as preview:
        texts = [preview.text(n) for n in range(preview.page_count)]
        return texts, preview.picture(0, 40)


@pytest.mark.parametrize("layout", FORMS, ids=NAMES)
def test_every_sheet_as_it_was_approved(typesetter, imprint, layout):
    page = form_page(layout, occasion(layout))
    texts, picture = shown(typesetter, imprint, layout, page)
    assert len(texts) == 1
    assert_text(layout.name, texts[0])
    assert_picture(layout.name, picture)


@pytest.mark.parametrize("layout", FORMS, ids=NAMES)
def test_every_sheet_can_be_filled_in_by_hand(typesetter, imprint, layout):
    texts, _ = shown(typesetter, imprint, layout, form_page(layout, Occasion(ON)))
    assert len(texts) == 1
    assert "{" not in texts[0]
    assert "第1页 共1页" in texts[0]


@pytest.mark.parametrize("layout", PUBLIC, ids=[one.name for one in PUBLIC])
def test_nothing_private_hangs_in_public(typesetter, imprint, layout):
    usual = occasion(layout)
    page = form_page(layout, usual.of((hostile(), *neighbours())))
    own = "".join(form_page(layout, Occasion(ON)).texts())  # a leaflet may say 因病
    told = "".join(page.texts())
    texts, _ = shown(typesetter, imprint, layout, page)
    for leak in LEAKS:
        assert told.count(leak) == own.count(leak)
        assert "".join(texts).count(leak) <= own.count(leak)


def test_sheets_for_the_wall_are_among_those_guarded():
    assert {"notice", "announcement", "policy_card"} <= {one.name for one in PUBLIC}


@pytest.mark.parametrize(
    "path",
    [
        "head.id_number",
        "household.phone",
        "household.bank_account",
        "person.health",
        "person.disability_kind",
        "household.risks",
        "household.conclusion_reason",
    ],
)
def test_such_fields_are_private_whatever_a_list_says(path):
    assert is_private(path)


def test_a_long_list_repeats_its_head_and_counts_everybody(typesetter, imprint):
    layout = sheets()["notice"]
    homes = neighbours() * 12
    page = form_page(layout, Occasion(ON, homes, homes[0].village))
    texts, _ = shown(typesetter, imprint, layout, page)
    assert len(texts) > 1
    assert "72户360人" in texts[0].replace("\r\n", "").replace("\n", "")
    rowed = [text for text in texts if "脱贫不稳定户" in text]
    assert all("拟定类别" in text for text in rowed)
    assert sum(text.count("脱贫不稳定户") for text in texts) == 72


def test_the_county_s_decision_stands_in_its_own_field():
    layout = sheets()["approval"]
    told = [
        one for one in form_page(layout, occasion(layout)).blocks if "height" in one
    ]
    last = told[0]["items"][-1]
    assert last["value"] == "通过，同意纳入监测"
    assert last["on"] == "2026年4月2日"
