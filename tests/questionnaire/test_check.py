from pathlib import Path

import openpyxl
import pytest

from surveytool.domain.problem import Problem
from surveytool.questionnaire.check import check_workbook
from surveytool.questionnaire.compile import compile_form
from surveytool.questionnaire.media import Media
from surveytool.questionnaire.workbook_words import KINDS

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


@pytest.mark.parametrize(
    ("code", "sheet", "row", "column", "rows"),
    [
        ("unknown_type", "survey", "2", "type", "| | nonsense | a | A |"),
        (
            "double_name",
            "survey",
            "3",
            "name",
            "| | text | a | A |\n| | text | a | B |",
        ),
        ("unknown_name", "survey", "2", "label", "| | text | a | ${b} |"),
        ("bad_name", "survey", "2", "name", "| | text | a b | A |"),
        ("unmatched", "survey", "2", "type", "| | begin_group | a | A |"),
        ("no_choices_sheet", "choices", "—", "list_name", "| | select_one t | a | A |"),
        ("no_calculation", "survey", "2", "calculation", "| | calculate | a | |"),
        ("no_name", "survey", "2", "name", "| | text | | A |"),
        ("bad_audit", "survey", "2", "name", "| | audit | x | |"),
    ],
)
def test_what_pyxform_refuses_is_said_with_its_place(code, sheet, row, column, rows):
    (problem,) = check_workbook(f"| survey | | | |\n| | type | name | label |\n{rows}")
    assert problem.code == f"questionnaire.book_{code}"
    facts = problem.facts
    assert (facts["sheet"], facts["row"], facts["column"]) == (sheet, row, column)
    assert problem.say("zh") != problem.say("en")


def test_every_sentence_about_a_workbook_is_there():
    for kind in KINDS.values():
        facts = {"sheet": "", "row": "", "column": "", "name": "", "reason": ""}
        problem = Problem(f"questionnaire.book_{kind}", "", facts)
        assert problem.say("zh")
        assert problem.say("en")


CHOSEN = """
| survey |              |      |       |             |                       |
|        | type         | name | label | relevant    | constraint            |
|        | select_one t | town | Town  |             |                       |
|        | integer      | n    | N     | {relevant}  | {constraint}          |
| choices |             |      |       |             |                       |
|        | list_name    | name | label |             |                       |
|        | t            | a    | A     |             |                       |
|        | t            | b    | B     |             |                       |
"""


@pytest.mark.parametrize(
    ("relevant", "constraint", "columns"),
    [
        ("${town} = 'c'", "", {"relevant"}),
        ("selected(${town}, 'c')", "", {"relevant"}),
        ("${town} = 'a' and ${town} = 'b'", "", {"relevant"}),
        ("", ". > 5 and . < 3", {"constraint"}),
        ("", ". > 5 and 5 >= .", {"constraint"}),
        ("", ". = 1 and . = 2", {"constraint"}),
        ("false() or ${town} = 'c'", "1 = 2", {"relevant", "constraint"}),
        ("${town} = 'a' or ${town} = 'c'", ". >= 5 and . <= 5", set()),
        ("${town} != 'c'", ". > 3 or . < 1", set()),
        ("${town} = ''", "random() < 0", set()),
        ("not(selected(${town}, 'c'))", ". > -1 and . < 1", set()),
    ],
)
def test_what_can_never_be_true_is_named(relevant, constraint, columns):
    table = CHOSEN.format(relevant=relevant, constraint=constraint)
    lines = "\n".join(line.strip() for line in table.strip().splitlines())
    never = [p for p in check_workbook(lines) if p.code == "questionnaire.never_true"]
    assert {p.facts["column"] for p in never} == columns
    assert {p.facts["row"] for p in never} <= {"3"}


def test_pictures_and_looks_are_checked():
    table = """
    | survey |      |      |       |            |              |
    |        | type | name | label | appearance | media::image |
    |        | text | a    | A     | multiline  | there.png    |
    |        | text | b    | B     | multilyne  | gone.png     |
    """
    lines = "\n".join(line.strip() for line in table.strip().splitlines())
    media = Media(files={"there.png": b"png"})
    found = {p.code: p.facts for p in check_workbook(lines, media)}
    assert found["questionnaire.no_picture"]["name"] == "gone.png"
    assert found["questionnaire.unknown_appearance"]["name"] == "multilyne"
    assert found["questionnaire.unknown_appearance"]["row"] == "3"


def test_choices_are_placed_in_their_own_sheet():
    table = """
    | survey  |              |      |           |           |
    |         | type         | name | label::zh | label::en |
    |         | select_one t | a    | 甲        | A         |
    | choices |              |      |           |           |
    |         | list_name    | name | label::zh | label::en |
    |         | t            | x    | 子        | X         |
    |         | t            | y    | 丑        |           |
    """
    found = codes(table)["questionnaire.untranslated"]
    assert (found["sheet"], found["row"], found["column"]) == ("choices", "3", "label")


def test_circles_and_broken_rules_are_placed():
    rule = "| survey | | | |\n| | type | name | calculation |\n| | calculate | a | {} |"
    broken = check_workbook(rule.format("1 +"))
    assert [(p.code, p.facts["row"], p.facts["column"]) for p in broken] == [
        ("questionnaire.bad_rule", "2", "calculation")
    ]
    circle = check_workbook(rule.format("${b}") + "\n| | calculate | b | ${a} |")
    assert [(p.code, p.facts["row"]) for p in circle] == [("questionnaire.circle", "2")]
    assert circle[0].say("zh") != circle[0].say("en")


def test_rows_are_counted_as_in_the_sheet(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "survey"
    rows = [("Type", "Name", "Label"), ("text", "a", "A"), (), (), ("text", "b", "B")]
    for row in rows:
        sheet.append(row)
    sheet["D1"], sheet["D5"] = "relevant", "nosuch()"
    book.save(tmp_path / "form.xlsx")
    (problem,) = check_workbook(tmp_path / "form.xlsx")
    assert problem.facts["row"] == "5"


def test_an_xform_can_be_checked(tmp_path):
    path = tmp_path / "form.xml"
    path.write_bytes(
        compile_form(CHOSEN.strip().format(relevant="", constraint="")).xml
    )
    assert check_workbook(path) == []


def test_every_problem_can_be_said():
    table = "| survey | | | | |\n| | type | name | label | calculation |"
    for problem in check_workbook(table + "\n| | text | a | A | nosuch(1) |"):
        assert problem.say("zh")
        assert problem.say("en")


def test_our_own_forms_have_no_errors():
    for name in ("household_check", "assistance_plan"):
        found = check_workbook(FORMS / f"{name}.xlsx")
        assert [p.say("en") for p in found if p.severity == "error"] == []
