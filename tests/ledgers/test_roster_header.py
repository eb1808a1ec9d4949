import pytest
from roster_book import PLACE, TITLES, codes, first_person, member

from surveytool.ledgers.roster import NobodyError, NoHeaderError
from surveytool.ledgers.titles import known_titles, meaning


def test_titles_above_are_passed_over(book):
    above = (["××区防止返贫监测信息明细表"], [], ["填报单位：", "××区"])
    book.sheet([member(1)], above=above)
    assert book.read().counts.persons == 1


def test_columns_are_bound_in_any_order(book):
    book.sheet([member(1)], titles=list(reversed(TITLES)))
    roster = book.read()
    assert roster.households[0].fields["code"] == "62120000000001"
    assert first_person(roster)["relation"] == "head"


@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("务工时间(月)", "person.work_months"),
        ("务工时间\n（月）", "person.work_months"),
        ("务工时间\u00a0（ 月 ）", "person.work_months"),
        ("务工时间【月】", "person.work_months"),
        ("*姓名", "person.full_name"),
        ("姓　名", "person.full_name"),
        ("姓名：", "person.full_name"),
        ("姓名（必填）", "person.full_name"),
        ("１、姓名", "person.full_name"),
        ("工资性收入", "household.wage_income"),
        ("人均纯收入(元/年)", "household.income_per_head"),
        ("风险是否已消除0", "household.risk_eliminated"),
        ("识别监测时间.1", "household.identified"),
        ("户主身份证号", "head.id_number"),
        ("户主证件号码", "head.id_number"),
        ("公益性岗位（月数）", "person.public_post_months"),
        ("公益性岗位", "person.public_post"),
        ("致贫/返贫风险3", "household.risks"),
    ],
)
def test_titles_are_known_in_every_writing(title, field):
    found = meaning(title, known_titles())
    assert found is not None
    assert found.field == field


@pytest.mark.parametrize("title", ["", "风险消除后纯收入（元）", "序号", "姓名拼音"])
def test_other_titles_are_not_guessed(title):
    assert meaning(title, known_titles()) is None


def test_two_rows_of_titles(book):
    top = ["地址", "", "", "", "户编号", "成员", "", "", "", "致贫返贫风险", ""]
    low = [
        "乡镇",
        "行政村",
        "编码",
        "组",
        "",
        "姓名",
        "性别",
        "证件号码",
        "与户主关系",
        1,
        2,
    ]
    one = member(1) | {"1": "因病", "2": "因残"}
    cells = [
        *(one[title] for title in ("乡（镇）", "行政村", "行政村编码", "自然村（组）")),
        one["户编号"],
        *(one[title] for title in ("姓名", "性别", "证件号码", "与户主关系")),
        "因病",
        "因残",
    ]
    sheet = book.sheet([], titles=["明细表"], below=(top, low, cells))
    for merged in ("A2:D2", "E2:E3", "F2:I2", "J2:K2"):
        sheet.merge_cells(merged)
    roster = book.read()
    assert roster.counts.persons == 1
    assert roster.households[0].fields["risks"] == "illness disability"
    assert roster.households[0].fields["code"] == one["户编号"]
    assert roster.villages[roster.households[0].village]["title"] == "上坪村"


def test_a_row_of_column_numbers_is_not_a_person(book):
    numbers = list(range(1, len(TITLES) + 1))
    one = [member(1).get(title, "") for title in TITLES]
    book.sheet([], below=(numbers, one))
    roster = book.read()
    assert roster.counts.persons == 1
    assert roster.counts.footer_rows == 0


def test_a_header_that_repeats_is_not_a_person(book):
    again = list(TITLES)
    one = [member(2).get(title, "") for title in TITLES]
    book.sheet([member(1)], below=(["明细表"], again, one))
    roster = book.read()
    assert roster.counts.persons == 2
    assert roster.counts.households == 1


def test_of_a_repeated_title_the_filled_column_is_taken(book):
    titles = [*TITLES, "风险是否已消除"]
    one = member(1)
    cells = [*(one.get(title, "") for title in TITLES), "是"]
    book.sheet([], titles=titles, below=(cells,))
    roster = book.read()
    assert roster.households[0].fields["risk_eliminated"] == "yes"
    assert not codes(roster)


def test_repeated_titles_that_disagree_are_listed(book):
    titles = [*TITLES, "风险是否已消除"]
    one = member(1, 风险是否已消除="否")
    cells = [*(one.get(title, "") for title in TITLES), "是"]
    book.sheet([], titles=titles, below=(cells,))
    roster = book.read()
    assert roster.households[0].fields["risk_eliminated"] == "no"
    assert codes(roster) == {"roster.columns_disagree"}


def test_an_old_column_gives_way(book):
    titles = ["文化程度（旧指标）", *TITLES, "文化程度"]
    one = member(1)
    cells = ["小学", *(one.get(title, "") for title in TITLES), "初中"]
    book.sheet([], titles=titles, below=(cells,))
    assert first_person(book.read())["education"] == "junior"


def test_unknown_columns_are_listed(book):
    book.sheet([member(1) | {"包户干部": "李四"}], titles=[*TITLES, "包户干部"])
    roster = book.read()
    [found] = [one for one in roster.problems if one.code == "roster.column_unknown"]
    assert found.where == "人员信息!Q1"
    assert "包户干部" in found.say("zh")


def test_a_learnt_title_is_bound(book):
    titles = [*TITLES, "称谓"]
    titles.remove("与户主关系")
    book.sheet([member(1) | {"称谓": "户主"}], titles=titles)
    roster = book.read(titles={"称谓": "person.relation"})
    assert first_person(roster)["relation"] == "head"


def test_empty_columns_to_the_left_shift_the_letters(book):
    sheet = book.sheet([member(1, 监测对象类别="不知道")])
    sheet.insert_cols(1, 2)
    sheet.insert_rows(1, 3)
    roster = book.read()
    [found] = [one for one in roster.problems if one.code == "roster.unknown_code"]
    assert found.where == "人员信息!P5"


def test_a_workbook_without_a_header_is_refused(book):
    book.sheet([], titles=["序号", "物资", "数量"], below=([1, "化肥", 3],))
    with pytest.raises(NoHeaderError) as refusal:
        book.read()
    assert "姓名" in refusal.value.say("zh")
    assert "户编号" in refusal.value.say("en")


def test_a_header_without_persons_is_refused(book):
    book.sheet([], below=(["合计"],))
    with pytest.raises(NobodyError):
        book.read()


def test_every_important_column_that_is_missing_is_named(book):
    titles = ["姓名", "性别", "户联系电话", *PLACE]
    book.sheet([member(1)], titles=titles)
    roster = book.read()
    missing = {
        one.facts["wanted"]
        for one in roster.problems
        if one.code == "roster.column_missing"
    }
    assert missing == {"户编号", "证件号码", "与户主关系"}
