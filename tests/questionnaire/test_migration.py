from surveytool.questionnaire.migration import migrate
from surveytool.questionnaire.scenario import Scenario

OLD = """
| survey |              |        |        |
|        | type         | name   | label  |
|        | text         | town   | Town   |
|        | integer      | land   | Land   |
|        | text         | gone   | Gone   |
|        | text         | size   | Size   |
|        | begin_repeat | person | Person |
|        | text         | name   | Name   |
|        | text         | phone  | Phone  |
|        | end_repeat   |        |        |
"""

NEW = """
| survey |              |        |        |
|        | type         | name   | label  |
|        | text         | town   | Town   |
|        | begin_group  | home   | Home   |
|        | integer      | land   | Land   |
|        | end_group    |        |        |
|        | integer      | size   | Size   |
|        | begin_repeat | person | Person |
|        | text         | name   | Name   |
|        | begin_group  | reach  | Reach  |
|        | text         | phone  | Phone  |
|        | end_group    |        |        |
|        | end_repeat   |        |        |
"""


def filled() -> Scenario:
    s = Scenario(OLD)
    s.add("person")
    for name, value in {"town": "North", "land": 4, "gone": "x", "size": "big",
                        "person[2]/name": "Li",
                        "person[2]/phone": "138"}.items():  # fmt: skip
        s.answer(name, value)
    return s


def test_answers_are_kept_moved_or_told():
    answers = filled().session.answers()
    found = migrate(answers, Scenario(OLD).form, Scenario(NEW).form)
    assert {"/data/town", "/data/person[2]/name"} <= set(found.kept)
    assert found.moved["/data/land"] == "/data/home/land"
    assert found.moved["/data/person[2]/phone"] == "/data/person[2]/reach/phone"
    assert found.unplaced == {"/data/gone": "x", "/data/size": "big"}


def test_nothing_is_dropped():
    answers = filled().session.answers()
    found = migrate(answers, Scenario(OLD).form, Scenario(NEW).form)
    assert {*found.kept, *found.moved, *found.unplaced} == set(answers)


def test_the_same_version_keeps_everything():
    answers = filled().session.answers()
    found = migrate(answers, Scenario(OLD).form, Scenario(OLD).form)
    assert found.answers == answers
    assert not found.moved
    assert not found.unplaced
