from dataclasses import replace

from surveytool.questionnaire.compile import compile_form
from surveytool.questionnaire.form import load_form
from surveytool.questionnaire.scenario import NOON, SETTING, Scenario

FORM = """
| survey |              |        |        |              |           |         |
|        | type         | name   | label  | calculation  | trigger   | default |
|        | text         | town   | Town   |              |           | Old     |
|        | date         | day    | Day    |              |           | today() |
|        | calculate    | since  |        | now()        | ${town}   |         |
|        | begin_repeat | person | Person |              |           |         |
|        | integer      | place  | Place  |              |           | position(..)*10 |
|        | end_repeat   |        |        |              |           |         |
|        | start        | begun  |        |              |           |         |
|        | end          | ended  |        |              |           |         |
|        | username     | by     |        |              |           |         |
"""


def test_defaults_and_what_the_device_knows(scenario):
    s = scenario(FORM, properties={"username": "li"})
    assert s.value("town") == "Old"
    assert s.value("day") == "2024-05-17"
    assert s.value("begun") == "2024-05-17T12:00:00.000+00:00"
    assert s.value("by") == "li"


def test_the_end_is_written_when_it_comes(scenario):
    s = scenario(FORM)
    assert s.value("ended") == ""
    s.session.finish()
    assert s.value("ended") == "2024-05-17T12:00:00.000+00:00"


def test_a_changed_answer_sets_another(scenario):
    s = scenario(FORM)
    assert s.value("since") == ""
    s.answer("town", "New")
    assert s.value("since").startswith("2024-05-17T12:00")


def test_a_new_instance_has_its_own_default(scenario):
    s = scenario(FORM)
    s.add("person")
    assert [s.value(f"person[{n}]/place") for n in (1, 2)] == ["10", "20"]
    s.answer("person[2]/place", 7)
    s.add("person")
    assert [s.value(f"person[{n}]/place") for n in (2, 3)] == ["7", "30"]


def test_what_happens_at_each_load_happens_to_a_draft_too():
    source = compile_form(FORM.strip()).xml.decode()
    once = '<setvalue event="odk-instance-load" ref="/data/town" value="now()"/>'
    form = load_form(source.replace("</model>", f"{once}</model>"))
    first = Scenario(form)
    later = replace(SETTING, now=lambda: NOON.replace(year=2025))
    again = Scenario(form, replace(later, answers=first.session.answers()))
    assert first.value("town").startswith("2024-05-17")
    assert again.value("town").startswith("2025-05-17")
    assert again.value("since").startswith("2025-05-17")


def test_a_draft_is_not_begun_again(scenario):
    s = scenario(FORM)
    s.answer("town", "")
    s.answer("day", "2020-01-01")
    again = s.again()
    assert (again.value("town"), again.value("day")) == ("", "2020-01-01")
    assert again.value("instanceID") == s.value("instanceID")
