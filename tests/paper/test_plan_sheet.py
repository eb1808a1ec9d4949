from families import MEASURES, MEMBERS, PLAN, family
from golden import assert_picture, assert_text

from surveytool.paper.plan_page import blank_plan_page, plan_page
from surveytool.paper.press import print_sheet, set_sheet
from surveytool.paper.preview import Preview


def words(typesetter, imprint, *pages):
    pdf = set_sheet(typesetter, "plan_sheet", pages=pages, imprint=imprint)
    with Preview(pdf) as preview:
        return [
            preview.text(n).replace("\r\n", "\n") for n in range(preview.page_count)
        ]


def test_an_ordinary_household_has_one_page_as_it_was_approved(
    typesetter, imprint, today
):
    pdf = set_sheet(
        typesetter, "plan_sheet", pages=[plan_page(family(), on=today)], imprint=imprint
    )
    with Preview(pdf) as preview:
        assert preview.page_count == 1
        assert_text("plan_sheet", preview.text(0))
        assert_picture("plan_sheet", preview.picture(0, 50))


def test_a_blank_sheet_has_rows_to_write_in(typesetter, imprint):
    pdf = set_sheet(
        typesetter, "plan_sheet", pages=[blank_plan_page()], imprint=imprint
    )
    with Preview(pdf) as preview:
        assert preview.page_count == 1
        assert_text("plan_sheet_blank", preview.text(0))
        assert_picture("plan_sheet_blank", preview.picture(0, 50))


def test_a_household_without_plan_gets_blank_measures(typesetter, imprint, today):
    page = plan_page(family(plan=None, measures=()), on=today)
    (text,) = words(typesetter, imprint, page)
    tail = text.split("四、帮扶措施")[1]
    assert "\n1\n2\n3\n4\n5\n" in tail
    assert "制定日期：　　　　年　　月　　日" in text


def test_a_long_plan_repeats_its_head_and_keeps_every_row(typesetter, imprint, today):
    measures = [
        one | {"content": f"第{n}项措施：{one['content']}"}
        for n, one in enumerate(MEASURES * 8, 1)
    ]
    home = family(members=MEMBERS * 3, measures=measures)
    pages = words(typesetter, imprint, plan_page(home, on=today))
    assert len(pages) == 3
    assert all("措施类别" in text for text in pages[:2])
    joined = "".join(pages).replace("\n", "")
    assert all(f"第{n}项措施" in joined for n in range(1, 41))
    assert "（续页）" not in pages[0]
    for number, text in enumerate(pages[1:], 2):
        assert "户主：吉𬭸祥　户编号：5203110040900017" in text
        assert f"第{number}页 共3页" in text


def test_the_signature_block_is_never_torn(typesetter, imprint, today):
    for count in range(5, 13):
        home = family(measures=(MEASURES * 3)[:count])
        pages = words(typesetter, imprint, plan_page(home, on=today))
        signed = [
            "户主（签字、按手印）：" in text and "乡镇人民政府（盖章）：" in text
            for text in pages
        ]
        assert signed == [False] * (len(pages) - 1) + [True]
        assert "本表一式三份" in pages[-1]


def test_each_household_begins_a_page_with_its_own_numbers(
    typesetter, imprint, today, tmp_path
):
    long = family(members=MEMBERS * 2, measures=MEASURES * 3, code="A2")
    pages = [
        plan_page(family(code="A1"), on=today),
        plan_page(long, on=today),
        plan_page(family(code="A3"), on=today),
    ]
    printed = print_sheet(
        typesetter,
        "plan_sheet",
        pages=pages,
        out=tmp_path / "西坪村 计划表.pdf",
        imprint=imprint,
    )
    with Preview(printed.path) as preview:
        last = preview.page_count - 1
        assert printed.pages == preview.page_count == 4
        assert preview.bookmarks() == [
            ("A1 吉𬭸祥", 0),
            ("A2 吉𬭸祥", 1),
            ("A3 吉𬭸祥", last),
        ]
        numbers = [preview.text(n).strip().split("\n")[-1] for n in range(last + 1)]
    assert [text[-7:] for text in numbers] == [
        "第1页 共1页",
        "第1页 共2页",
        "第2页 共2页",
        "第1页 共1页",
    ]


def test_who_printed_when_stands_on_every_page(typesetter, imprint, today):
    (text,) = words(typesetter, imprint, plan_page(family(), on=today))
    assert "打印：王芳　2026年11月23日 09:30" in text


def test_numbers_are_full_and_hidden_only_on_demand(typesetter, imprint, today):
    (full,) = words(typesetter, imprint, plan_page(family(), on=today))
    hidden = plan_page(family(), on=today, masks=frozenset({"id_number", "phone"}))
    (masked,) = words(typesetter, imprint, hidden)
    assert "520321197504120011" in full
    assert "13900002762" in full
    assert "520321********0011" in masked
    assert "139****2762" in masked
    assert "197504120011" not in masked
    assert "13800005678" not in masked


def test_those_who_left_are_not_printed_and_the_head_comes_first(today):
    members = (
        MEMBERS[1],
        MEMBERS[0],
        MEMBERS[4] | {"decrease": "died", "decrease_date": "2026-02-01"},
    )
    page = plan_page(family(members=members, size="2"), on=today)
    assert [row["name"] for row in page.tables["members"]] == ["吉𬭸祥", "周㛃䶮"]
    assert page.values["persons"] == "2人 / 2人"


def test_the_newest_plan_counts_with_its_own_measures(today):
    page = plan_page(family(plan=PLAN | {"year": "2025"}), on=today)
    assert page.values["year"] == "2025年度"
    assert len(page.tables["measures"]) == 5


def test_water_names_what_fails(today):
    def water(**values: str) -> str:
        return plan_page(family(**values), on=today).values["water"]

    assert water() == "水量、水质、方便程度、供水保证率均达标"
    assert water(water_quality="no") == "未达标：水质"
    assert water(water_quality="", safe_water="yes") == "已解决"
    assert water(water_quality="", safe_water="") == ""


def test_elimination_says_when_and_how(today):
    page = plan_page(
        family(risk_eliminated="yes", eliminated="202609", elimination_way="helped"),
        on=today,
    )
    assert page.values["elimination"] == "已消除（2026年9月，帮扶消除）"


def test_a_row_is_never_cut(typesetter, imprint, today):
    effect = "年增收三千元，" * 10 + "行末"
    measures = [one | {"effect": effect, "content": "行首"} for one in MEASURES * 3]
    home = family(measures=measures)
    pages = words(typesetter, imprint, plan_page(home, on=today))
    assert len(pages) > 1
    starts = [text.count("行首") for text in pages]
    assert starts == [text.count("行末") for text in pages]
    assert sum(starts) == 15


def test_a_cell_longer_than_a_page_flows_on_and_loses_nothing(
    typesetter, imprint, today
):
    content = "".join(f"第{n}句。" for n in range(1, 400))
    home = family(measures=[MEASURES[0] | {"content": content}])
    pages = words(typesetter, imprint, plan_page(home, on=today))
    joined = "".join("".join(pages).split())
    assert len(pages) > 2
    torn = [n for n in range(1, 400) if f"第{n}句" not in joined]
    assert len(torn) < len(pages)  # at most one sentence at each page break


def test_a_long_place_stands_on_a_line_of_its_own(typesetter, imprint, today):
    long = "西坪村委会第二自然村易地扶贫搬迁集中安置区"
    (text,) = words(typesetter, imprint, plan_page(family(title=long), on=today))
    assert text.startswith(f"湄山县西岭镇{long}\n监测对象“一户一策”帮扶计划表\n")
