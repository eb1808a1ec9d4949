from families import MEMBERS, entity, family, village
from golden import assert_picture, assert_text

from surveytool.domain.entity import Entity, Ref
from surveytool.domain.vocabulary import fields
from surveytool.paper.check_page import check_page
from surveytool.paper.family import Family
from surveytool.paper.press import set_sheet
from surveytool.paper.preview import Preview


def insured():
    return tuple(one | {"medical_resident": "yes"} for one in MEMBERS)


def test_a_filled_check_sheet_has_one_page(typesetter, imprint, today):
    home = family(
        members=insured(),
        surveyed="2026-11-20",
        investigators="王芳、李强",
        negative_items="car",
        negative_reason="面包车用于贩运辣椒，是生产工具。",
        conclusion="keep",
        own_capacity="partly",
    )
    page = check_page(home, on=today)
    pdf = set_sheet(typesetter, "check_sheet", pages=[page], imprint=imprint)
    with Preview(pdf) as preview:
        assert preview.page_count == 1
        assert_text("check_sheet", preview.text(0))
        assert_picture("check_sheet", preview.picture(0, 50))


def test_a_blank_check_sheet_has_boxes_to_tick(typesetter, imprint, today):
    page = check_page(None, on=today, place="湄山县西岭镇西坪村")
    pdf = set_sheet(typesetter, "check_sheet", pages=[page], imprint=imprint)
    with Preview(pdf) as preview:
        text = preview.text(0)
        assert preview.page_count == 1
    assert "■" not in text
    assert "□因病" in text
    assert "湄山县西岭镇西坪村防止返贫动态监测入户核查表" in text


def test_what_is_chosen_is_ticked_and_nothing_else(today):
    page = check_page(family(risks="illness schooling"), on=today)
    rows = {row["label"]: row["value"] for row in page.tables["fields"]}
    ticked = [part for part in rows["致贫返贫风险"].split("　") if part[0] == "■"]
    assert ticked == ["■因病", "■因学"]
    assert rows["整户无劳动能力"] == "□是　□否"


def test_every_field_of_the_layout_is_a_field_of_the_vocabulary(today):
    rows = check_page(None, on=today).tables["fields"]
    assert len(rows) > 40
    assert {row["section"][:2] for row in rows} == {"一、", "三、", "四、", "五、"}
    assert "code" in fields("household")


def test_phones_can_be_hidden(today):
    page = check_page(family(), on=today, masks=frozenset({"phone", "id_number"}))
    values = " ".join(row["value"] for row in page.tables["fields"])
    assert "139****2762" in values
    assert "13900002762" not in values
    assert "197504120011" not in "".join(page.texts())


def test_a_household_without_members_or_village_is_printed(typesetter, imprint, today):
    alone = Family.gather([Entity(Ref("household", "h1"), Ref("household", "h1"), {})])
    page = check_page(alone, on=today)
    pdf = set_sheet(typesetter, "check_sheet", pages=[page], imprint=imprint)
    with Preview(pdf) as preview:
        assert preview.page_count == 1


def test_the_newest_of_several_plans_is_gathered():
    entities = [
        entity("household", "h1", {}),
        entity("plan", "old", {"year": "2025"}),
        entity("plan", "new", {"year": "2026"}),
        entity("measure", "a", {"plan": "old", "order": "1"}),
        entity("measure", "c", {"plan": "plan/new", "order": "10"}),
        entity("measure", "b", {"plan": "new", "order": "2"}),
    ]
    home = Family.gather(entities, village())
    assert home.plan is not None
    assert home.plan.id == "new"
    assert [one.id for one in home.measures] == ["b", "c"]
