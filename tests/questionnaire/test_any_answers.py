"""Laws that hold for any answers in any order, on a form with a bit of everything."""

from hypothesis import given, settings
from hypothesis import strategies as st

from surveytool.domain.refusal import Refusal
from surveytool.questionnaire.scenario import Scenario

FORM = """
| survey  |                        |        |           |           |                 |               |              |           |         |
|         | type                   | name   | label::zh | label::en | calculation     | relevant      | repeat_count | choice_filter | trigger |
|         | select_one town        | town   | 乡镇      | Town      |                 |               |              |           |         |
|         | select_multiple vill   | vills  | 村        | Villages  |                 | ${town} != '' |              | town=${town} |      |
|         | calculate              | said   |           |           | jr:choice-name(${town}, '${town}') | |           |           |         |
|         | calculate              | seen   |           |           | concat(${seen2}, 'x') |         |              |           | ${town} |
|         | text                   | seen2  | 备注      | Remark    |                 |               |              |           |         |
|         | integer                | many   | 人数      | How many  |                 |               |              |           |         |
|         | begin_repeat           | person | 人        | Person    |                 |               | ${many}      |           |         |
|         | text                   | name   | 名        | Name      |                 |               |              |           |         |
|         | integer                | age    | 龄        | Age       |                 | ${name} != '' |              |           |         |
|         | begin_repeat           | job    | 工        | Job       |                 | ${age} > 15   |              |           |         |
|         | decimal                | pay    | 薪        | Pay       |                 |               |              |           |         |
|         | end_repeat             |        |           |           |                 |               |              |           |         |
|         | calculate              | paid   |           |           | sum(${pay})     |               |              |           |         |
|         | end_repeat             |        |           |           |                 |               |              |           |         |
|         | calculate              | total  |           |           | sum(${paid})    |               |              |           |         |
|         | calculate              | names  |           |           | join(',', ${name}) |            |              |           |         |
|         | begin_group            | end    | 完        | End       |                 | ${total} > 10 |              |           |         |
|         | select_one_from_person | x      |           |           |                 |               |              |           |         |
|         | end_group              |        |           |           |                 |               |              |           |         |
| choices |                        |        |           |           |                 |               |              |           |         |
|         | list_name              | name   | label::zh | label::en | town            |               |              |           |         |
|         | town                   | a      | 甲        | A         |                 |               |              |           |         |
|         | town                   | b      | 乙        | B         |                 |               |              |           |         |
|         | vill                   | a1     | 甲一      | A one     | a               |               |              |           |         |
|         | vill                   | a2     | 甲二      | A two     | a               |               |              |           |         |
|         | vill                   | b1     | 乙一      | B one     | b               |               |              |           |         |
""".replace(  # noqa: E501 - a table reads best unbroken
    "|         | select_one_from_person | x      |           |           |",
    "|         | text                   | x      | 余        | Rest      |",
)

PLACES = st.integers(1, 3)
REFS = st.one_of(
    st.sampled_from(["/data/town", "/data/vills", "/data/seen2", "/data/many"]),
    st.builds("/data/person[{}]/{}".format, PLACES, st.sampled_from(["name", "age"])),
    st.builds("/data/person[{}]/job[{}]/pay".format, PLACES, PLACES),
)
VALUES = st.sampled_from(["", "a", "b", "a1 a2", "b1", "2", "3", "20", "0.5", "李"])
ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("set"), REFS, VALUES),
        st.tuples(st.just("add"), PLACES.map("/data/person[{}]/job".format)),
        st.tuples(st.just("remove"), PLACES.map("/data/person[{}]/job".format)),
        st.tuples(st.just("speak"), st.sampled_from(["zh", "en"])),
    ),
    max_size=16,
)


def told(acts) -> Scenario:
    s = Scenario(FORM)
    for act in acts:
        try:
            match act:
                case ("set", ref, value):
                    s.answer(ref, value)
                case ("add", ref):
                    s.add(ref)
                case ("remove", ref):
                    s.remove(ref, 0)
                case ("speak", language):
                    s.speak(language)
        except Refusal:
            pass
    return s


def state(s: Scenario):
    return s.session.nodes(), s.session.submission(), s.session.answers()


@settings(deadline=None, max_examples=40)
@given(ACTS)
def test_the_same_answers_again_give_the_same_state(acts):
    assert state(told(acts)) == state(told(acts))


@settings(deadline=None, max_examples=60)
@given(ACTS)
def test_following_changes_is_working_out_everything(acts):
    s = told(acts)
    before = state(s)
    s.session.work_out_everything()
    assert state(s) == before


@settings(deadline=None, max_examples=60)
@given(ACTS)
def test_a_draft_is_the_whole_state(acts):
    s = told([*acts, ("speak", "zh")])
    assert state(s.again()) == state(s)


@settings(deadline=None, max_examples=40)
@given(ACTS, REFS, VALUES)
def test_giving_the_same_answer_twice_changes_nothing(acts, ref, value):
    s = told([*acts, ("set", ref, value)])
    before = state(s)
    try:
        step = s.answer(ref, value)
    except Refusal:
        return
    assert (step.changed, step.shown, step.hidden) == ({}, frozenset(), frozenset())
    assert state(s) == before
