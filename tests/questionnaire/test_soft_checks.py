import pytest

from surveytool.formula.xml import read_xml
from surveytool.questionnaire.compile import compile_form
from surveytool.questionnaire.resumption import answers_in
from surveytool.questionnaire.session import FirmCheckError

LAND = """
| survey   |         |      |       |            |                    |                 |
|          | type    | name | label | constraint | constraint_message | bind::st:check  |
|          | integer | land | Land  | . < 50     | Very much land     | warning         |
|          | integer | size | Size  | . < 20     |                    |                 |
| settings |         |      |       |            |                    |                 |
|          | form_id | namespaces |  |           |                    |                 |
|          | land    | st="urn:surveytool:forms" | | |                 |                 |
"""  # noqa: E501 - a table reads best unbroken


def test_a_soft_check_warns_and_can_be_passed(scenario):
    s = scenario(LAND)
    s.answer("land", 90)
    (problem,) = s.session.problems()
    assert problem.severity == "warning"
    s.session.excuse("/data/land", "Forest included")
    assert s.session.problems() == []
    assert s.again().view("land").reason == "Forest included"
    assert s.again().session.problems() == []
    assert b'st:reason="Forest included"' in s.session.submission()
    assert b'xmlns:st="urn:surveytool:forms"' in s.session.submission()


def test_the_reason_stays_with_its_answer(scenario):
    s = scenario(LAND)
    s.answer("land", 90)
    s.session.excuse("/data/land", "Forest included")
    assert s.view("land").reason == "Forest included"
    sent = s.session.submission()
    again = scenario(LAND, answers=answers_in(sent, s.form))
    assert again.view("land").reason == "Forest included"
    s.answer("land", 91)
    assert s.view("land").reason == ""
    assert s.session.problems() != []


def test_other_programs_see_an_ordinary_constraint():
    bind = next(
        node
        for node in read_xml(compile_form(LAND.strip()).xml).descendants()
        if node.attributes.get("nodeset") == "/data/land"
    )
    own = {name for name in bind.attributes if name.startswith("st:")}
    assert set(bind.attributes) - own == {
        "nodeset", "type", "constraint", "jr:constraintMsg",
    }  # fmt: skip


def test_a_firm_check_cannot(scenario):
    s = scenario(LAND)
    s.answer("size", 90)
    assert s.session.problems()[0].severity == "error"
    with pytest.raises(FirmCheckError):
        s.session.excuse("/data/size", "because")
