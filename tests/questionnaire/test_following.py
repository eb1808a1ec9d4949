"""What is worked out again, beyond the answers that a formula names."""

PLACES = """
| survey  |                 |        |           |           |             |
|         | type            | name   | label::zh | label::en | calculation |
|         | select_one town | town   | 乡镇      | Town      |             |
|         | calculate       | said   |           |           | jr:choice-name(${town}, '${town}') |
|         | begin_group     | g      | 组        | Group     |             |
|         | text            | a      | 甲        | A         |             |
|         | text            | b      | 乙        | B         |             |
|         | end_group       |        |           |           |             |
|         | calculate       | whole  |           |           | string(${g}) |
|         | calculate       | there  |           |           | count(${g}) |
| choices |                 |        |           |           |             |
|         | list_name       | name   | label::zh | label::en |             |
|         | town            | x      | 西乡      | West town |             |
"""  # noqa: E501 - a table reads best unbroken


def test_names_of_choices_follow_the_language(scenario):
    s = scenario(PLACES, language="en")
    s.answer("town", "x")
    assert s.value("said") == "West town"
    step = s.session.set_language("zh")
    assert s.value("said") == "西乡"
    assert step.changed == {"/data/said": "西乡"}


def test_the_text_of_a_group_follows_what_is_in_it(scenario):
    s = scenario(PLACES)
    s.answer("b", "2")
    s.answer("a", "1")
    assert (s.value("whole"), s.value("there")) == ("12", "1")
    s.answer("b", None)
    assert s.value("whole") == "1"


RANGE = """
| survey |                 |      |       |                     |         |
|        | type            | name | label | parameters          | default |
|        | range           | many | Many  | start=1 end=5 step=1 |        |
|        | select_multiple f | fruit | Fruit |                  | b  a    |
| choices |                |      |       |                     |         |
|        | list_name       | name | label |                     |         |
|        | f               | a    | Apple |                     |         |
|        | f               | b    | Berry |                     |         |
"""


def test_a_value_outside_the_range_is_not_taken(scenario):
    s = scenario(RANGE)
    s.answer("many", 5)
    assert s.value("many") == "5"
    s.answer("many", 6)
    assert s.value("many") == ""


def test_chosen_values_are_parted_by_one_blank(scenario):
    assert scenario(RANGE).value("fruit") == "a b"
