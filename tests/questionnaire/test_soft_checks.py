import pytest

from surveytool.questionnaire.session import FirmCheckError

LAND = """
| survey   |         |      |       |            |                    |                 |
|          | type    | name | label | constraint | constraint_message | bind::st:check  |
|          | integer | land | Land  | . < 50     | Very much land     | warning         |
|          | integer | size | Size  | . < 20     |                    |                 |
| settings |         |      |       |            |                    |                 |
|          | form_id | namespaces |  |           |                    |                 |
|          | land    | st="urn:surveytool:forms" | | |                 |                 |
"""  # noqa: E501 - a table reads best unbroken  # noqa: E501 - a table reads best unbroken


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


def test_a_firm_check_cannot(scenario):
    s = scenario(LAND)
    s.answer("size", 90)
    assert s.session.problems()[0].severity == "error"
    with pytest.raises(FirmCheckError):
        s.session.excuse("/data/size", "because")
