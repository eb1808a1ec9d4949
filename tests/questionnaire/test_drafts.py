from hypothesis import given, settings
from hypothesis import strategies as st
from test_filling_in import HOUSE

from surveytool.domain.refusal import Refusal
from surveytool.questionnaire.scenario import NOON, Scenario
from surveytool.questionnaire.session import Session
from surveytool.questionnaire.setting import Setting

ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("answer"), st.sampled_from(["land", "crop"]),
                  st.sampled_from(["0", "3", "70", "", "茶"])),
        st.tuples(st.just("person"), st.sampled_from(["name", "age"]),
                  st.integers(1, 4), st.sampled_from(["5", "18", "", "李"])),
        st.tuples(st.just("add"), st.sampled_from([None, 0, 1])),
        st.tuples(st.just("remove"), st.integers(0, 3)),
    ),
    max_size=15,
)  # fmt: skip


def perform(s: Scenario, act: tuple) -> None:
    try:
        match act:
            case ("answer", name, value):
                s.answer(name, value)
            case ("person", name, index, value):
                s.answer(f"person[{index}]/{name}", value)
            case ("add", after):
                s.add("person", after)
            case ("remove", index):
                s.remove("person", index)
    except Refusal:
        pass


def seen(s: Scenario):
    return s.session.nodes(), s.session.submission(), s.session.answers()


@settings(deadline=None, max_examples=60)
@given(ACTS)
def test_a_draft_comes_back_as_it_was(acts):
    s = Scenario(HOUSE)
    for act in acts:
        perform(s, act)
    assert seen(s.again()) == seen(s)


@settings(deadline=None, max_examples=60)
@given(ACTS)
def test_following_changes_equals_working_out_from_scratch(acts):
    s = Scenario(HOUSE)
    for act in acts:
        perform(s, act)
    before = s.session.nodes()
    s.session.work_out_everything()
    assert s.session.nodes() == before


def test_instances_without_answers_survive(scenario):
    s = scenario(HOUSE)
    s.add("person")
    s.add("person")
    assert s.session.answers()["/data/person/@count"] == "3"
    assert s.again().view("person").count == 3


def test_no_instance_survives_too(scenario):
    s = scenario(HOUSE)
    s.remove("person", 0)
    assert s.again().view("person").count == 0


def test_answers_without_a_place_are_handed_back(scenario):
    form = scenario(HOUSE).form
    answers = {"/data/gone": "1", "/data/land": "4"}
    session = Session(form, Setting(now=lambda: NOON, answers=answers))
    assert session.unplaced == {"/data/gone": "1"}
    assert session.node("/data/land").value == "4"
