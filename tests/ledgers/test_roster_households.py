import pytest
from roster_book import PLACE, TITLES, codes, id_number, member

OTHER = "62120000000002"


def shape(roster):
    return [
        [person.fields["full_name"] for person in household.persons]
        for household in roster.households
    ]


def without(*names):
    return [title for title in TITLES if title not in names]


def family(*relations, start=1, **cells):
    return [
        member(start + place, 与户主关系=relation, 姓名=f"李{start + place}号", **cells)
        for place, relation in enumerate(relations)
    ]


def sizes(roster):
    return [len(one.persons) for one in roster.households]


def test_the_head_goes_first_then_the_file_s_order(book):
    book.sheet(family("之子", "配偶", "户主", "之女"))
    [household] = book.read().households
    relations = [person.get("relation") for person in household.persons]
    assert relations == ["head", "son", "spouse", "daughter"]
    assert [person.get("order") for person in household.persons] == list("1234")
    assert household.rows == (4, 2, 3, 5)


def test_rows_of_a_household_need_not_stand_together(book):
    one, two = family("户主", "之子"), family("户主", "之子", start=5, 户编号=OTHER)
    book.sheet([one[0], two[0], one[1], two[1]])
    roster = book.read()
    assert sizes(roster) == [2, 2]
    assert not codes(roster) - {"roster.name_damaged"}


def test_a_number_only_on_the_first_row(book):
    one = family("户主", "之子", "之女")
    two = family("户主", "之子", start=5, 户编号=OTHER)
    for person in (*one[1:], *two[1:]):
        for title in ("户编号", "户联系电话", *PLACE):
            person[title] = ""
    book.sheet([*one, *two])
    roster = book.read()
    assert sizes(roster) == [3, 2]
    assert [one.village for one in roster.households] == ["621202100200"] * 2


def test_cells_merged_down_are_repeated(book):
    one = family("户主", "之子", 监测对象类别="边缘易致贫户")
    two = family("之子", "户主", start=5, 户编号=OTHER)
    for person in (one[1], two[1]):
        person["户编号"] = person["监测对象类别"] = ""
    sheet = book.sheet([*one, *two])
    column = "ABCDEFGHIJKLMNOP"[TITLES.index("户编号")]
    for top in (2, 4):
        sheet.merge_cells(f"{column}{top}:{column}{top + 1}")
    roster = book.read()
    assert sizes(roster) == [2, 2]
    assert roster.households[0].get("monitor_type") == "marginal"


def test_without_numbers_a_head_begins_a_household(book):
    rows = [*family("户主", "之子"), *family("户主", "配偶", "之女", start=5)]
    book.sheet(rows, titles=without("户编号", "人编号"))
    roster = book.read()
    assert sizes(roster) == [2, 3]
    assert len({one.key for one in roster.households}) == 2


def test_without_numbers_the_phone_tells_households_apart(book):
    one = family("户主", "之子", 户联系电话="13800000001")
    two = family("其他", "配偶", start=5, 户联系电话="13800000002")
    book.sheet([*one, *two], titles=without("户编号"))
    roster = book.read()
    assert sizes(roster) == [2, 2]
    assert roster.counts.no_head == 1


def test_without_relations_the_head_s_number_tells(book):
    heads = {"户主姓名": "李1号", "户主证件号码": id_number(1)}
    others = {"户主姓名": "李5号", "户主证件号码": id_number(5)}
    rows = [
        *(one | heads for one in family("", "")),
        *(one | others for one in family("", "", start=5)),
    ]
    titles = [*without("户编号", "与户主关系"), *heads]
    book.sheet(rows, titles=titles)
    roster = book.read()
    assert sizes(roster) == [2, 2]
    firsts = [one.persons[0] for one in roster.households]
    assert [one.get("relation") for one in firsts] == ["head", "head"]
    assert (roster.counts.no_head, roster.counts.two_heads) == (0, 0)


def test_without_relations_nobody_is_called_headless(book):
    book.sheet(family("", ""), titles=without("与户主关系"))
    roster = book.read()
    assert "roster.no_head" not in codes(roster)
    assert "roster.column_missing" in codes(roster)
    assert roster.counts.no_head == 0


def test_one_number_in_two_villages_is_two_households(book):
    far = {"行政村": "下坪村", "行政村编码": "621202100202"}
    book.sheet([*family("户主"), *family("户主", start=5, **far)])
    roster = book.read()
    assert sizes(roster) == [1, 1]
    assert "roster.code_twice" in codes(roster)
    assert len({one.key for one in roster.households}) == 2


def test_villages_without_codes_go_by_their_names(book):
    book.sheet(family("户主"), titles=without("行政村编码"))
    roster = book.read()
    [village] = roster.villages
    assert "上坪村" in village
    assert roster.villages[village]["township"] == "清河镇"


def test_a_sheet_named_as_a_village(book):
    titles = without(*PLACE)
    book.sheet(family("户主"), titles=titles, name="上坪村")
    book.sheet(family("户主", start=5), titles=titles, name="下坪村")
    roster = book.read()
    assert [one["title"] for one in roster.villages.values()] == ["上坪村", "下坪村"]
    assert sizes(roster) == [1, 1]


def test_rows_that_disagree_on_the_household_are_listed(book):
    rows = family("户主", "之子", "之女", 当前家庭人口数=3)
    rows[1]["当前家庭人口数"] = 2
    rows[2]["当前家庭人口数"] = "3人"
    book.sheet(rows)
    roster = book.read()
    [found] = [
        one for one in roster.problems if one.code == "roster.household_disagrees"
    ]
    assert (found.where, found.facts["kept"]) == ("人员信息!P3", "3")
    assert roster.households[0].get("size") == "3"


def test_several_sheets_are_one_roster(book):
    book.sheet(family("户主"), name="一")
    book.sheet(family("户主", start=5, 户编号=OTHER), name="二")
    roster = book.read()
    assert sizes(roster) == [1, 1]
    assert {one.sheet for one in roster.households} == {"一", "二"}


def test_a_summary_sheet_does_not_count_twice(book):
    rows = [*family("户主", "之子"), *family("户主", start=5, 户编号=OTHER)]
    book.sheet(rows, name="汇总")
    book.sheet(rows[:2], name="上坪村")
    roster = book.read()
    assert roster.counts.persons == 3
    assert roster.counts.duplicate_person == 0


@pytest.mark.parametrize("is_first", [True, False])
def test_a_list_of_migrant_workers_is_not_a_roster(book, is_first):
    titles = ["户编号", "姓名", "证件号码", "是否已务工", "就业渠道", "务工月收入"]
    if is_first:
        book.sheet(family("户主", "户主"), titles=titles, name="已外出务工")
    book.sheet(family("户主", "之子"))
    if not is_first:
        book.sheet(family("户主", "户主"), titles=titles, name="已外出务工")
    roster = book.read()
    assert roster.counts.persons == 2
    [found] = [one for one in roster.problems if one.code == "roster.sheet_skipped"]
    assert found.facts["sheet"] == "已外出务工"


def test_hidden_sheets_are_not_read_hidden_rows_are(book):
    book.sheet(family("户主", "之子")).row_dimensions[3].hidden = True
    book.sheet(family("户主", start=5, 户编号=OTHER), name="旧").sheet_state = "hidden"
    roster = book.read()
    assert roster.counts.persons == 2
    assert "roster.sheet_skipped" in codes(roster)


def test_footers_and_blank_rows(book):
    below = (
        [],
        ["本页小计", "", "", "", "", "", 2],
        ["", "", "", "", "合 计", "", "共2人"],
        ["制表人：张三", "", "", "审核人：李四", "", "", "", "2026年10月"],
        ["备注：数据截至10月底"],
    )
    book.sheet([*family("户主", "之子"), {}], below=below)
    roster = book.read()
    assert roster.counts.persons == 2
    assert roster.counts.footer_rows == 4
    assert "roster.no_person" not in codes(roster)


def test_a_total_in_the_column_of_names(book):
    book.sheet([*family("户主"), {"姓名": "合计", "当前家庭人口数": 1}])
    roster = book.read()
    assert (roster.counts.persons, roster.counts.footer_rows) == (1, 1)


def test_subtotals_between_villages(book):
    rows = [
        *family("户主", "之子"),
        {"乡（镇）": "上坪村小计", "姓名": 2},
        *family("户主", start=5, 户编号=OTHER),
        {"乡（镇）": "总计", "姓名": 3},
    ]
    book.sheet(rows)
    roster = book.read()
    assert (roster.counts.persons, roster.counts.footer_rows) == (3, 2)


def test_a_person_without_name_or_number_is_still_a_person(book):
    rows = [
        *family("户主"),
        member(3, 姓名="", 证件号码="", 与户主关系="之子"),
        member(5, 证件号码="", 与户主关系="之子"),
        member(7, 姓名="", 与户主关系=""),
    ]
    book.sheet(rows)
    roster = book.read()
    assert roster.counts.persons == 4
    assert {"roster.no_name", "roster.no_id"} <= codes(roster)


def test_a_row_that_names_nobody_is_listed(book):
    row = member(3, 姓名="", 证件号码="", 与户主关系="")
    book.sheet([*family("户主"), row, *family("之子", start=5)])
    roster = book.read()
    assert roster.counts.persons == 2
    [found] = [one for one in roster.problems if one.code == "roster.no_person"]
    assert found.where == "人员信息!3"
