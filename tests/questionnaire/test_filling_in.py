import pytest

from surveytool.questionnaire.repeats import FixedRepeatError, NoSuchInstanceError
from surveytool.questionnaire.session import ReadonlyAnswerError, WrongTypeError

HOUSE = """
| survey |              |        |          |              |                  |          |            |
|        | type         | name   | label    | relevant     | calculation      | required | constraint |
|        | integer      | land   | Land?    |              |                  | yes      | . < 50     |
|        | text         | crop   | Crop?    | ${land} > 0  |                  |          |            |
|        | begin_repeat | person | Person   |              |                  |          |            |
|        | text         | name   | Name     |              |                  | yes      |            |
|        | integer      | age    | Age      |              |                  |          |            |
|        | calculate    | nth    |          |              | position(..)     |          |            |
|        | calculate    | adult  |          |              | if(${age} >= 18, 1, 0) |    |            |
|        | note         | hello  | Hello ${name} | ${adult} = 1 |             |          |            |
|        | end_repeat   |        |          |              |                  |          |            |
|        | calculate    | adults |          |              | sum(${adult})    |          |            |
|        | calculate    | many   |          |              | count(${person}) |          |            |
"""  # noqa: E501 - a table reads best unbroken


def test_an_answer_shows_what_depends_on_it(scenario):
    s = scenario(HOUSE)
    assert not s.shows("crop")
    step = s.answer("land", 3)
    assert s.shows("crop")
    assert step.changed["/data/land"] == "3"
    assert step.shown == {"/data/crop"}
    assert s.answer("land", None).hidden == {"/data/crop"}


def test_a_hidden_answer_is_kept_and_not_submitted(scenario):
    s = scenario(HOUSE)
    s.answer("land", 3)
    s.answer("crop", "tea")
    s.answer("land", 0)
    assert s.value("crop") == ""
    assert b"crop" not in s.session.submission()
    s.answer("land", 1)
    assert s.value("crop") == "tea"


def test_sums_follow_repeats(scenario):
    s = scenario(HOUSE)
    s.answer("person[1]/age", 40)
    assert s.add("person").structure
    s.answer("person[2]/age", 17)
    assert (s.value("adults"), s.value("many")) == ("1", "2")
    s.answer("person[2]/age", 18)
    assert s.value("adults") == "2"
    s.remove("person", 0)
    assert (s.value("adults"), s.value("many")) == ("1", "1")
    assert s.value("person[1]/nth") == "1"
    assert s.value("person[1]/age") == "18"


def test_an_instance_can_be_put_in_the_middle(scenario):
    s = scenario(HOUSE)
    s.add("person")
    s.answer("person[1]/name", "first")
    s.answer("person[2]/name", "last")
    s.add("person", after=0)
    s.answer("person[2]/name", "middle")
    names = [s.value(f"person[{n}]/name") for n in (1, 2, 3)]
    assert names == ["first", "middle", "last"]
    assert [s.value(f"person[{n}]/nth") for n in (1, 2, 3)] == ["1", "2", "3"]


def test_labels_say_answers(scenario):
    s = scenario(HOUSE)
    s.answer("person[1]/name", "Li")
    s.answer("person[1]/age", 30)
    assert s.label("person[1]/hello") == "Hello Li"


def test_violations_and_problems(scenario):
    s = scenario(HOUSE)
    assert s.violation("land") == "required"
    s.answer("land", 90)
    assert s.violation("land") == "constraint"
    codes = {(p.code, p.where) for p in s.session.problems()}
    assert ("questionnaire.constraint", "/data/land") in codes
    assert ("questionnaire.required", "/data/person[1]/name") in codes
    assert all(p.say("zh") and p.say("en") for p in s.session.problems())


def test_a_wrong_type_is_refused(scenario):
    s = scenario(HOUSE)
    with pytest.raises(WrongTypeError):
        s.answer("land", "many")
    assert s.value("land") == ""


def test_readonly_is_refused(scenario):
    s = scenario(HOUSE)
    with pytest.raises(ReadonlyAnswerError):
        s.answer("person[1]/hello", "x")


def test_no_such_instance(scenario):
    with pytest.raises(NoSuchInstanceError):
        scenario(HOUSE).remove("person", 4)


COUNTED = """
| survey |              |       |         |              |             |
|        | type         | name  | label   | repeat_count | calculation |
|        | integer      | many  | How many? |            |             |
|        | begin_repeat | child | Child   | ${many}      |             |
|        | text         | name  | Name    |              |             |
|        | end_repeat   |       |         |              |             |
"""


def test_a_count_decides(scenario):
    s = scenario(COUNTED)
    assert s.view("child").count == 0
    s.answer("many", 3)
    s.answer("child[2]/name", "B")
    s.answer("many", 2)
    assert s.view("child").count == 2
    assert s.value("child[2]/name") == "B"
    with pytest.raises(FixedRepeatError):
        s.add("child")


def test_an_absurd_count_is_a_fault_not_a_hang(scenario):
    s = scenario(COUNTED)
    step = s.answer("many", 10**9)
    assert step.faults[0].code == "questionnaire.too_many_instances"
