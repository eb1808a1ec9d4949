import uuid

import pytest
from roster_book import TITLES, Book, id_number, member

from surveytool.domain.entity import Entity, Ref
from surveytool.ledgers.differences import compare
from surveytool.ledgers.matching import StandingHousehold

OTHER = "62120000000002"
WIDE = [*TITLES, "纯收入", "健康状况", "务工所在地"]


def never(*_):
    return False


def always(*_):
    return True


def standing(roster):
    """Make what importing a file leaves in the workspace."""
    made = []
    for one in roster.households:
        root = Ref("household", str(uuid.uuid4()))
        household = Entity(root, root, {**one.fields, "village": one.village})
        persons = tuple(
            Entity(Ref("person", str(uuid.uuid4())), root, dict(person.fields))
            for person in one.persons
        )
        made.append(StandingHousehold(household, persons))
    return made


@pytest.fixture
def village():
    return [
        member(1, 纯收入="8,000.50", 健康状况="残疾,长期慢性病"),
        member(2, 纯收入="8,000.50", 务工所在地="省外"),
        member(5, 户编号=OTHER, 与户主关系="户主"),
        member(6, 户编号=OTHER),
    ]


@pytest.fixture
def read(tmp_path):
    def read(rows, titles=WIDE, name="一.xlsx"):
        book = Book(tmp_path / name)
        book.sheet(rows, titles=titles)
        return book.read()

    return read


def only(differences):
    [change] = differences.changed
    return change


def test_the_same_file_again_says_nothing(read, village):
    roster = read(village)
    found = compare(roster, standing(roster), never)
    assert found.is_nothing
    assert found.unchanged == 2
    assert found.missing_households == found.missing_persons == ()


@pytest.mark.parametrize(
    "missing",
    [
        ["户编号"],
        ["证件号码"],
        ["户编号", "证件号码"],
        ["户编号", "证件号码", "出生日期"],
        ["行政村编码"],
        ["人编号", "与户主关系"],
        ["行政村", "行政村编码", "乡（镇）"],
    ],
)
def test_the_same_poor_file_again_says_nothing(read, village, missing):
    titles = [title for title in WIDE if title not in missing]
    roster = read(village, titles)
    found = compare(roster, standing(roster), never)
    assert found.is_nothing
    assert found.unchanged == len(roster.households)


def test_faults_in_a_file_do_not_make_differences(read):
    rows = [
        member(1, 证件号码=621202198209040155, 户编号=621202000000000123),
        member(2, 证件号码=id_number(1), 户编号=""),
        member(3, 证件号码="", 姓名="", 户编号="", 与户主关系="之女"),
        member(4, 户编号=OTHER),
        member(4, 户编号=OTHER),
        member(1, 证件号码=id_number(1), 户编号="62120000000003"),
    ]
    roster = read(rows)
    found = compare(roster, standing(roster), never)
    assert found.is_nothing
    assert found.missing_households == found.missing_persons == ()


def test_everything_is_new_in_an_empty_workspace(read, village):
    roster = read(village)
    found = compare(roster, [], never)
    assert found.new_households == roster.households
    assert not found.changed


def test_a_changed_field_names_both_values(read, village):
    before = standing(read(village))
    village[0]["纯收入"] = village[1]["纯收入"] = 9000
    found = compare(read(village, name="二.xlsx"), before, never)
    change = only(found)
    assert (change.field, change.standing, change.file) == (
        "net_income",
        "8000.5",
        "9000",
    )
    assert change.ref == change.root == before[0].ref
    assert (change.sheet, change.row) == ("人员信息", 2)
    assert not change.needs_asking
    assert found.unchanged == 1


def test_an_answer_surveyed_since_needs_asking(read, village):
    before = standing(read(village))
    village[1]["务工所在地"] = "县内乡外"
    asked = []

    def surveyed(root, ref, field):
        asked.append((root, ref, field))
        return True

    found = compare(read(village, name="二.xlsx"), before, surveyed)
    change = only(found)
    assert change.surveyed
    assert found.asking == (change,)
    assert (before[0].ref, change.ref, "work_place") in asked
    assert change.ref.kind == "person"


def test_a_surveyed_answer_that_the_file_leaves_blank_stays(read, village):
    before = standing(read(village))
    village[1]["务工所在地"] = ""
    roster = read(village, name="二.xlsx")
    assert compare(roster, before, always).is_nothing
    change = only(compare(roster, before, never))
    assert (change.standing, change.file) == ("省外", "")
    assert change.needs_asking


def test_a_column_that_the_file_lacks_says_nothing(read, village):
    before = standing(read(village))
    titles = [title for title in WIDE if title not in ("纯收入", "健康状况")]
    assert compare(read(village, titles, "二.xlsx"), before, never).is_nothing


def test_amounts_are_compared_as_numbers(read, village):
    before = standing(read(village))
    household = before[0].household
    fields = {**household.fields, "net_income": "8000.500"}
    before[0] = StandingHousehold(
        Entity(household.ref, household.root, fields), before[0].persons
    )
    assert compare(read(village), before, never).is_nothing


def test_a_person_without_the_number_is_found_by_name_and_birth(read, village):
    before = standing(read(village))
    village[1]["证件号码"] = id_number(202)
    change = only(compare(read(village, name="二.xlsx"), before, never))
    assert (change.field, change.file) == ("id_number", id_number(202))


def test_a_household_with_a_new_number_is_found_by_its_members(read, village):
    before = standing(read(village))
    for row in village[2:]:
        row["户编号"] = "62120000000009"
    change = only(compare(read(village, name="二.xlsx"), before, never))
    assert (change.ref, change.field) == (before[1].ref, "code")


def test_a_new_person_and_a_missing_one(read, village):
    before = standing(read(village))
    village[1] = member(8, 与户主关系="之儿媳", 纯收入="8,000.50")
    found = compare(read(village, name="二.xlsx"), before, never)
    [new] = found.new_persons
    assert new.root == before[0].ref
    assert new.elsewhere is None
    assert found.missing_persons == (before[0].persons[1].ref,)
    assert not found.changed


def test_a_person_who_moved_is_said_to_be_elsewhere(read, village):
    before = standing(read(village))
    village[1]["户编号"] = OTHER
    found = compare(read(village, name="二.xlsx"), before, never)
    [new] = found.new_persons
    assert new.root == before[1].ref
    assert new.elsewhere == before[0].persons[1].ref
    assert found.missing_persons == (new.elsewhere,)


def test_a_household_that_the_file_lacks_is_only_reported(read, village):
    before = standing(read(village))
    found = compare(read(village[:2], name="二.xlsx"), before, never)
    assert found.missing_households == (before[1].ref,)
    assert found.is_nothing


def test_order_in_the_file_makes_no_difference(read, village):
    before = standing(read(village))
    assert compare(read(village[::-1], name="二.xlsx"), before, never).is_nothing


def test_another_village_is_a_difference(read, village):
    before = standing(read(village))
    for row in village[2:]:
        row["行政村"], row["行政村编码"] = "下坪村", "621202100202"
    change = only(compare(read(village, name="二.xlsx"), before, never))
    assert (change.field, change.file) == ("village", "621202100202")
