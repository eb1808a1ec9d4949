from surveytool.questionnaire.compile import compile_form
from surveytool.questionnaire.form import load_form
from surveytool.questionnaire.media import Media
from surveytool.questionnaire.session import Session
from surveytool.questionnaire.setting import Setting

PLACES = """
| survey  |                      |         |             |             |               |
|         | type                 | name    | label::zh   | label::en   | choice_filter |
|         | select_one town      | town    | 乡镇        | Town        |               |
|         | select_multiple vill | village | 村          | Village     | town=${town}  |
|         | note                 | said    | 您选了${town} | You chose ${town} |         |
|         | select_one vill      | again   | 再选        | Again       | selected(${village}, name) |
| choices |                      |         |             |             |               |
|         | list_name            | name    | label::zh   | label::en   | town          |
|         | town                 | a       | 甲乡        | A town      |               |
|         | town                 | b       | 乙乡        | B town      |               |
|         | vill                 | a1      | 甲一村      | A one       | a             |
|         | vill                 | a2      | 甲二村      | A two       | a             |
|         | vill                 | b1      | 乙一村      | B one       | b             |
"""  # noqa: E501 - a table reads best unbroken


def test_a_filter_follows_the_answer(scenario):
    s = scenario(PLACES)
    assert s.options("village") == []
    s.answer("town", "a")
    assert s.options("village") == ["a1", "a2"]


def test_an_answer_that_is_no_longer_offered_is_dropped(scenario):
    s = scenario(PLACES)
    s.answer("town", "a")
    s.answer("village", "a2 a1")
    s.answer("again", "a2")
    assert s.value("village") == "a1 a2"
    step = s.answer("town", "b")
    assert (s.value("village"), s.value("again")) == ("", "")
    assert step.changed["/data/village"] is None


def test_a_value_that_is_no_choice_is_not_taken(scenario):
    s = scenario(PLACES)
    s.answer("town", "nowhere")
    assert s.value("town") == ""


def test_the_language_can_be_switched(scenario):
    s = scenario(PLACES, language="en")
    s.answer("town", "b")
    assert s.label("said") == "You chose b"
    assert s.view("town").options[1] == ("b", "B town")
    s.session.set_language("zh")
    assert s.label("said") == "您选了b"
    assert s.view("village").options == (("b1", "乙一村"),)


FILED = """
| survey |                               |      |         |                                |
|        | type                          | name | label   | calculation                    |
|        | select_one_from_file homes.csv | home | Home    |                               |
|        | calculate                     | head |         | pulldata('homes', 'head', 'name', ${home}) |
"""  # noqa: E501 - a table reads best unbroken


def filed(setting: Setting, media: Media | None = None) -> Session:
    lines = "\n".join(line.strip() for line in FILED.strip().splitlines())
    return Session(load_form(compile_form(lines).xml, media), setting)


def test_rows_come_from_the_workspace():
    rows = [{"name": "h1", "label": "一户", "head": "李"}]
    s = filed(Setting(instances={"homes": rows}))
    assert s.node("/data/home").options == (("h1", "一户"),)
    s.answer("/data/home", "h1")
    assert s.node("/data/head").value == "李"


def test_rows_come_from_a_file():
    data = "\ufeffname,label,head\nh2,二户,王\n".encode()
    s = filed(Setting(), Media(files={"homes.csv": data}))
    s.answer("/data/home", "h2")
    assert s.node("/data/head").value == "王"


def test_a_missing_file_is_an_empty_list():
    assert filed(Setting()).node("/data/home").options == ()
