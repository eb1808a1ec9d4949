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


def test_a_draft_is_not_begun_again(scenario):
    s = scenario(FORM)
    s.answer("town", "")
    s.answer("day", "2020-01-01")
    again = s.again()
    assert (again.value("town"), again.value("day")) == ("", "2020-01-01")
    assert again.value("instanceID") == s.value("instanceID")
