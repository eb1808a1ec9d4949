import pytest
from roster_book import codes, id_number, member

OTHER = "62120000000002"


def found(roster, code):
    return [one for one in roster.problems if one.code == code]


def test_nothing_is_said_of_a_sound_household(book):
    book.sheet([member(1), member(2), member(3)])
    assert not book.read().problems


def test_no_head(book):
    book.sheet([member(2), member(3)])
    roster = book.read()
    [problem] = found(roster, "roster.no_head")
    assert problem.where == "人员信息!L2"
    assert "62120000000001" in problem.say("zh")
    assert roster.counts.no_head == 1


def test_two_heads(book):
    book.sheet([member(1), member(2), member(3, 与户主关系="户主")])
    roster = book.read()
    [problem] = found(roster, "roster.two_heads")
    assert problem.where == "人员信息!L4"
    assert roster.counts.two_heads == 1
    assert roster.counts.no_head == 0


def test_one_person_in_two_households(book):
    same = member(1, 户编号=OTHER)
    book.sheet([member(1), member(2), same])
    roster = book.read()
    problems = found(roster, "roster.duplicate_person")
    assert [one.where for one in problems] == ["人员信息!K2", "人员信息!K4"]
    assert "人员信息第4行" in problems[0].say("zh")
    assert roster.counts.duplicate_person == 1
    assert roster.counts.persons == 3


def test_the_same_number_in_fifteen_and_eighteen_digits_is_one_person(book):
    book.sheet([member(1), member(1, 户编号=OTHER, 证件号码="621202820904001")])
    assert book.read().counts.duplicate_person == 1


def test_one_person_twice_in_a_household(book):
    book.sheet([member(1), member(2), member(2)])
    roster = book.read()
    assert len(found(roster, "roster.person_twice")) == 2
    assert roster.counts.duplicate_person == 1


def test_a_person_number_twice(book):
    titles = None
    book.sheet([member(1, 人编号="01"), member(2, 人编号="01")], titles=titles)
    assert len(found(book.read(), "roster.number_twice")) == 2


@pytest.mark.parametrize(
    ("cells", "code", "where"),
    [
        ({"出生日期": "1982-09-05"}, "roster.birth", "人员信息!I2"),
        ({"性别": "女"}, "roster.sex", "人员信息!H2"),
        ({"当前家庭人口数": 3}, "roster.size", "人员信息!P2"),
        ({"务工时间（月）": 13, "务工所在地": "省外"}, "roster.months", "人员信息!Q2"),
        (
            {"务工时间（月）": "", "务工所在地": "省外"},
            "roster.place_without_months",
            "人员信息!R2",
        ),
        (
            {"务工时间（月）": 5, "务工所在地": ""},
            "roster.months_without_place",
            "人员信息!Q2",
        ),
        (
            {"文化程度": "小学", "在校生状况": "七年级"},
            "roster.education_and_schooling",
            "人员信息!Q2",
        ),
        ({"行政村编码": "6212021002"}, "roster.village_code", "人员信息!C2"),
        ({"证件号码": "621202198213041234"}, "roster.id_birth", "人员信息!K2"),
    ],
)
def test_one_fault_is_one_finding(read_one, cells, code, where):
    roster = read_one(**cells)
    assert codes(roster) == {code}
    assert roster.problems[0].where == where


@pytest.mark.parametrize(
    "cells",
    [
        {"务工时间（月）": 12, "务工所在地": "省外"},
        {"务工时间（月）": 0, "务工所在地": ""},
        {"文化程度": "小学", "在校生状况": ""},
        {"当前家庭人口数": "1人"},
        {"性别": ""},
        {"出生日期": "", "证件号码": id_number(7)},
    ],
)
def test_what_is_right_is_not_listed(read_one, cells):
    assert not codes(read_one(**cells))


def test_months_without_a_column_for_the_place_are_not_listed(read_one):
    assert not codes(read_one(**{"务工时间（月）": 5}))


def test_kinds_are_counted_with_their_persons(book):
    marginal = {"监测对象类别": "边缘户", "风险是否已消除": "是"}
    sudden = {"监测对象类别": "突发严重困难户", "风险是否已消除": "否", "户编号": OTHER}
    rows = [member(1, **marginal), member(2, **marginal), member(3, **sudden)]
    rows[2]["与户主关系"] = "户主"
    book.sheet(rows)
    by_type = book.read().counts.by_type
    assert by_type == {"边缘易致贫户": [1, 2, 1, 2], "突发严重困难户": [1, 1, 0, 0]}
