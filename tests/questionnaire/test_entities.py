from surveytool.questionnaire.setting import Setting

HOUSE = """
| survey   |              |         |        |             |                   |
|          | type         | name    | label  | save_to     | relevant          |
|          | text         | address | Where? | address     |                   |
|          | integer      | land    | Land   | land        | ${address} != ''  |
| entities |              |         |        |             |                   |
|          | list_name    | label   |        |             |                   |
|          | homes        | ${address} |     |             |                   |
"""

UPDATE = """
| survey   |                               |         |           |         |
|          | type                          | name    | label     | save_to |
|          | select_one_from_file homes.csv | home   | Home      |         |
|          | text                          | address | Where?    | address |
| entities |                               |         |           |         |
|          | list_name                     | entity_id | update_if | create_if |
|          | homes                         | ${home} | ${home} != '' |  |
"""


def test_a_submission_makes_an_entity(scenario):
    s = scenario(HOUSE)
    s.answer("address", "North")
    s.answer("land", 3)
    (made,) = s.session.entities()
    assert (made.dataset, made.action, made.label) == ("homes", "create", "North")
    assert made.fields == {"address": "North", "land": "3"}
    view = s.view("land")
    assert (view.saveto, view.entity_id) == (("homes", "land"), made.id)


MEMBERS = """
| survey   |              |        |        |              |            |
|          | type         | name   | label  | save_to      | relevant   |
|          | text         | address | Where? |             |            |
|          | begin_repeat | person | Person |              |            |
|          | text         | name   | Name   | full_name    |            |
|          | integer      | age    | Age    | age          | ${name} != '' |
|          | end_repeat   |        |        |              |            |
| entities |              |        |        |              |            |
|          | list_name    | label  |        |              |            |
|          | people       | ${name} |       |              |            |
"""


def test_each_instance_of_a_repeat_makes_an_entity(scenario):
    s = scenario(MEMBERS)
    s.add("person")
    for n, name in enumerate(["Li", "Wang"], 1):
        s.answer(f"person[{n}]/name", name)
        s.answer(f"person[{n}]/age", n)
    one, two = s.session.entities()
    assert [one.label, two.label] == ["Li", "Wang"]
    assert one.id != two.id
    assert two.fields == {"full_name": "Wang", "age": "2"}
    assert s.view("person[2]/age").entity_id == two.id
    assert [made.id for made in s.again().session.entities()] == [one.id, two.id]
    s.remove("person", 0)
    assert [made.id for made in s.session.entities()] == [two.id]


def test_the_id_is_drawn_once(scenario):
    s = scenario(HOUSE)
    s.answer("address", "North")
    before = s.session.entities()[0].id
    s.answer("address", "South")
    assert s.session.entities()[0].id == before
    assert s.again().session.entities()[0].id == before


def test_hidden_answers_are_not_written(scenario):
    s = scenario(HOUSE)
    s.answer("address", "North")
    s.answer("land", 3)
    s.answer("address", "")
    assert all("land" not in made.fields for made in s.session.entities())


def test_an_update_names_its_entity(scenario):
    rows = [{"name": "h1", "label": "一户", "__version": "4"}]
    s = scenario(UPDATE, instances={"homes": rows})
    assert s.session.entities() == []
    s.answer("home", "h1")
    (changed,) = s.session.entities()
    assert (changed.id, changed.action) == ("h1", "update")
    assert changed.fields == {"address": ""}
    assert b'baseVersion="4"' in s.session.submission()


def test_seeds_differ(scenario):
    one = scenario(HOUSE, seed=1).session.entities()
    two = scenario(HOUSE, seed=2).session.entities()
    assert one[0].id != two[0].id
    assert Setting().seed is None
