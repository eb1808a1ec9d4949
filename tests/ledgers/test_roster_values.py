from datetime import date, datetime

import pytest
from roster_book import codes, first_person


def household(roster):
    return roster.households[0].fields


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("1982-09-04", "1982-09-04"),
        ("1982/9/4", "1982-09-04"),
        ("1982.09.04", "1982-09-04"),
        ("1982年9月4日", "1982-09-04"),
        ("19820904", "1982-09-04"),
        ("1982-9-4 0:00:00", "1982-09-04"),
        (19820904, "1982-09-04"),
        (30198, "1982-09-04"),
        ("30198", "1982-09-04"),
        (date(1982, 9, 4), "1982-09-04"),
        (datetime(1982, 9, 4, 8, 30), "1982-09-04"),  # noqa: DTZ001 - as cells are
    ],
)
def test_dates(read_one, written, stored):
    roster = read_one(出生日期=written)
    assert first_person(roster)["birth"] == stored
    assert not codes(roster)


@pytest.mark.parametrize("written", ["1982", "不详", "1982-13-04", 1982, 45])
def test_dates_that_are_none_are_kept_and_listed(read_one, written):
    roster = read_one(出生日期=written)
    assert first_person(roster)["birth"] == str(written)
    assert codes(roster) == {"roster.bad_date"}


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("202106", "202106"),
        (202106, "202106"),
        ("2021年6月", "202106"),
        ("2021-06", "202106"),
        ("2021.6", "202106"),
        (date(2021, 6, 1), "202106"),
        (44348, "202106"),
        ("2021-06-01 00:00:00", "202106"),
    ],
)
def test_months(read_one, written, stored):
    assert household(read_one(识别监测时间=written))["identified"] == stored


def test_a_month_that_lost_its_zero_is_not_guessed(read_one):
    roster = read_one(识别监测时间=2021.1)
    assert codes(roster) == {"roster.bad_month"}


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        (8189.94, "8189.94"),
        ("8,189.94", "8189.94"),
        ("8，189.94元", "8189.94"),
        ("￥8189.94", "8189.94"),
        (27565.350000000002, "27565.35"),
        ("0.00", "0"),
        (0, "0"),
        ("1.2万元", "12000"),
        ("８１８９.９４", "8189.94"),
        (1e7, "10000000"),
        ("-20.5", "-20.5"),
        ("0.005", "0.01"),
    ],
)
def test_amounts(read_one, written, stored):
    assert household(read_one(纯收入=written))["net_income"] == stored


@pytest.mark.parametrize("written", ["约八千", "8千多", "1/2"])
def test_amounts_that_are_none_are_kept_and_listed(read_one, written):
    roster = read_one(纯收入=written)
    assert household(roster)["net_income"] == written
    assert codes(roster) == {"roster.bad_amount"}


@pytest.mark.parametrize("written", ["", "/", "无", "—", " ", "NULL", "#N/A"])
def test_signs_for_nothing_are_blank(read_one, written):
    roster = read_one(纯收入=written, 监测对象类别=written, 务工所在地=written)
    assert "net_income" not in household(roster)
    assert "monitor_type" not in household(roster)
    assert "work_place" not in first_person(roster)
    assert not codes(roster)


@pytest.mark.parametrize(
    "written",
    [
        "长期慢性病,残疾",
        "残疾，长期慢性病",
        "残疾、慢性病",
        "长期慢性病; 残疾",
        "残疾\n慢性病",
    ],
)
def test_health_is_the_same_in_either_order(read_one, written):
    assert first_person(read_one(健康状况=written))["health"] == "chronic disabled"


def test_risks_keep_the_order_of_their_numbers(read_one):
    roster = read_one(致贫返贫风险2="因病", 致贫返贫风险1="因残", 致贫返贫风险3="")
    assert household(roster)["risks"] == "disability illness"


def test_several_risks_in_one_cell(read_one):
    roster = read_one(致贫返贫风险="因学、因病")
    assert household(roster)["risks"] == "schooling illness"


@pytest.mark.parametrize(
    ("title", "written", "name", "stored"),
    [
        ("性别", "1", "sex", "1"),
        ("性别", 1, "sex", "1"),
        ("性别", " 男 ", "sex", "1"),
        ("民族", "汉", "ethnicity", "01"),
        ("与户主关系", "本人", "relation", "head"),
        ("文化程度", "文盲半文盲", "education", "none"),
        ("是否参加大病保险", "是", "medical_serious", "yes"),
        ("是否参加大病保险", True, "medical_serious", "yes"),
        ("是否参加大病保险", "√", "medical_serious", "yes"),
        ("享受低保政策情况", "未享受", "minimum_living", "none"),
        ("务工时间（月）", "7个月", "work_months", "7"),
        ("成员联系电话", 13691682483, "phone", "13691682483"),
        ("成员联系电话", "136 9168 2483", "phone", "13691682483"),
        ("人编号", "6212594285957501.0", "number", "6212594285957501"),
    ],
)
def test_codes_and_numbers(read_one, title, written, name, stored):
    assert first_person(read_one(**{title: written}))[name] == stored


def test_old_names_of_the_types_are_today_s(read_one):
    assert household(read_one(监测对象类别="边缘户"))["monitor_type"] == "marginal"


def test_an_unknown_value_is_kept_and_listed(read_one):
    roster = read_one(监测对象类别="特殊户")
    assert household(roster)["monitor_type"] == "特殊户"
    [found] = roster.problems
    assert found.code == "roster.unknown_code"
    assert found.facts["value"] == "特殊户"
    assert found.facts["title"] == "监测对象类别"
    assert roster.counts.by_type == {"特殊户": [1, 1, 0, 0]}


@pytest.mark.parametrize("title", ["户编号", "人编号", "银行卡号"])
def test_long_numbers_in_numeric_cells_are_refused(read_one, title):
    roster = read_one(**{title: 6217810019182375001})
    assert codes(roster) == {"roster.digits_lost"}
    assert not roster.counts.bad_id_lost_digits


@pytest.mark.parametrize(
    ("written", "stored", "dots"),
    [
        ("扎西‧才让", "扎西·才让", 1),
        ("买买提．艾力", "买买提·艾力", 1),
        ("买买提.艾力", "买买提·艾力", 1),
        ("扎西•才让", "扎西·才让", 1),
        ("扎西・才让", "扎西·才让", 1),
        ("扎西·才让", "扎西·才让", 0),
        ("张　三", "张三", 0),
        ("张 三\u200b", "张三", 0),
    ],
)
def test_names(read_one, written, stored, dots):
    roster = read_one(姓名=written)
    assert first_person(roster)["full_name"] == stored
    assert roster.counts.minority_dot == dots
    assert ("roster.name_dot" in codes(roster)) == bool(dots)


@pytest.mark.parametrize("name", ["张䶮", "马㭎", "李𬭸", "王𠅤"])
def test_rare_names_are_noted(read_one, name):
    roster = read_one(姓名=name)
    assert first_person(roster)["full_name"] == name
    assert roster.counts.rare_name == 1
    assert codes(roster) == {"roster.name_rare"}


@pytest.mark.parametrize("name", ["张?", "李□", "王\ue863"])
def test_damaged_names_are_listed(read_one, name):
    assert "roster.name_damaged" in codes(read_one(姓名=name))
