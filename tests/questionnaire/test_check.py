from pathlib import Path

from surveytool.questionnaire.check import check_workbook

FORMS = Path(__file__).parents[2] / "forms"


def codes(table: str) -> dict[str, dict]:
    lines = "\n".join(line.strip() for line in table.strip().splitlines())
    return {p.code: dict(p.facts) for p in check_workbook(lines)}


def test_mistakes_are_named_with_their_place():
    found = codes(
        """
        | survey |              |      |       |              |            |
        |        | type         | name | label | calculation  | relevant   |
        |        | begin_group  | g    | G     |              |            |
        |        | text         | a    | A     | nosuch(1)    |            |
        |        | text         | b    | B     | /data/g/none |            |
        |        | end_group    |      |       |              |            |
        |        | text         | c    | C     |              | 1 > 2      |
        |        | text         | d    | D     | instance('towns')/root/item/x | |
        """
    )
    assert found["questionnaire.bad_rule"]["row"] == "3"
    assert found["questionnaire.bad_rule"]["column"] == "calculation"
    assert found["questionnaire.refers_to_nothing"]["name"] == "/data/g/none"
    assert found["questionnaire.refers_to_nothing"]["row"] == "4"
    assert found["questionnaire.never_true"]["row"] == "6"
    assert found["questionnaire.no_instance"]["name"] == "towns"


def test_missing_translations_are_named():
    found = codes(
        """
        | survey |      |      |           |           |
        |        | type | name | label::zh | label::en |
        |        | text | a    | 甲        | A         |
        |        | text | b    | 乙        |           |
        """
    )
    assert found["questionnaire.untranslated"]["language"] == "en"


def test_a_workbook_that_cannot_be_compiled_is_one_problem():
    found = codes("| survey | | |\n| | type | name |\n| | nonsense | a |")
    assert set(found) == {"questionnaire.workbook_refused"}


def test_every_problem_can_be_said():
    table = "| survey | | | | |\n| | type | name | label | calculation |"
    for problem in check_workbook(table + "\n| | text | a | A | nosuch(1) |"):
        assert problem.say("zh")
        assert problem.say("en")


def test_our_own_forms_have_no_errors():
    for name in ("household_check", "assistance_plan"):
        found = check_workbook(FORMS / f"{name}.xlsx")
        assert [p.say("en") for p in found if p.severity == "error"] == []
