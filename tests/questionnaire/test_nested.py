from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from surveytool.domain.refusal import Refusal
from surveytool.questionnaire.resumption import OtherFormError, answers_in
from surveytool.questionnaire.scenario import SETTING, Scenario
from surveytool.questionnaire.session import Session

VILLAGE = """
| survey |              |         |        |                        |                  |              |
|        | type         | name    | label  | calculation            | relevant         | repeat_count |
|        | integer      | wanted  | Wanted |                        |                  |              |
|        | begin_repeat | house   | House  |                        |                  |              |
|        | integer      | land    | Land   |                        |                  |              |
|        | begin_repeat | person  | Person |                        | ${land} != 0     |              |
|        | integer      | age     | Age    |                        |                  |              |
|        | calculate    | share   |        | ${land} div count(../../person) |         |              |
|        | calculate    | before  |        | indexed-repeat(${age}, ${house}, position(../..), ${person}, position(..) - 1) | | |
|        | integer      | school  | School |                        | ${age} < 18      |              |
|        | end_repeat   |         |        |                        |                  |              |
|        | calculate    | oldest  |        | max(${age})            |                  |              |
|        | end_repeat   |         |        |                        |                  |              |
|        | begin_repeat | helper  | Helper |                        |                  | ${wanted}    |
|        | calculate    | line    |        | concat(position(..), '/', ${wanted}) |    |              |
|        | text         | name    | Name   |                        |                  |              |
|        | end_repeat   |         |        |                        |                  |              |
|        | calculate    | land_all |       | sum(${land})           |                  |              |
|        | calculate    | people  |        | count(${person})       |                  |              |
|        | calculate    | pupils  |        | count-non-empty(${school}) |              |              |
"""  # noqa: E501 - a table reads best unbroken

PLACES = st.integers(1, 3)
ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("set"), st.just("/data/wanted"), st.sampled_from("0123")),
        st.tuples(st.just("set"), PLACES.map("/data/house[{}]/land".format),
                  st.sampled_from(["0", "6", ""])),
        st.tuples(st.just("set"), st.builds("/data/house[{}]/person[{}]/{}".format,
                  PLACES, PLACES, st.sampled_from(["age", "school"])),
                  st.sampled_from(["7", "40", ""])),
        st.tuples(st.just("add"), st.just("/data/house")),
        st.tuples(st.just("add"), PLACES.map("/data/house[{}]/person".format)),
        st.tuples(st.just("remove"), st.just("/data/house")),
        st.tuples(st.just("remove"), PLACES.map("/data/house[{}]/person".format)),
    ),
    max_size=14,
)  # fmt: skip


def perform(s: Scenario, act: tuple) -> None:
    try:
        match act:
            case ("set", ref, value):
                s.answer(ref, value)
            case ("add", ref):
                s.add(ref)
            case ("remove", ref):
                s.remove(ref, 0)
    except Refusal:
        pass


@settings(deadline=None, max_examples=60)
@given(ACTS)
def test_nested_repeats_follow_and_come_back(acts):
    s = Scenario(VILLAGE)
    for act in acts:
        perform(s, act)
    nodes = s.session.nodes()
    again = s.again()
    assert again.session.nodes() == nodes
    assert again.session.submission() == s.session.submission()
    s.session.work_out_everything()
    assert s.session.nodes() == nodes


@settings(deadline=None, max_examples=40)
@given(ACTS)
def test_a_submission_can_be_gone_on_with(acts):
    s = Scenario(VILLAGE)
    for act in acts:
        perform(s, act)
    # A submission leaves hidden instances out, so counts of them cannot come back.
    assume(all(node.relevant for node in s.session.nodes() if node.kind == "instance"))
    sent = s.session.submission()
    again = Session(s.form, replace(SETTING, answers=answers_in(sent, s.form)))
    assert again.unplaced == {}
    assert again.submission() == sent


def test_another_form_is_refused(scenario):
    form = scenario(VILLAGE).form
    with pytest.raises(OtherFormError):
        answers_in(b'<data id="other"/>', form)


def test_sums_over_nested_repeats(scenario):
    s = scenario(VILLAGE)
    s.answer("/data/house[1]/land", 6)
    s.add("/data/house[1]/person")
    s.answer("/data/house[1]/person[1]/age", 7)
    s.answer("/data/house[1]/person[2]/age", 40)
    s.add("house")
    assert s.value("/data/house[1]/oldest") == "40"
    assert s.value("/data/house[1]/person[2]/before") == "7"
    assert s.value("/data/house[1]/person[1]/share") == "3"
    assert s.value("people") == "2"
    s.answer("/data/house[1]/land", 0)
    assert not s.shows("/data/house[1]/person[1]")
    assert s.value("/data/house[1]/oldest") == ""


def test_a_group_may_be_hidden_by_its_own_question(scenario):
    s = scenario(
        """
        | survey |             |       |       |                    |
        |        | type        | name  | label | relevant           |
        |        | begin_group | g     | G     | ${leave} != 'yes'  |
        |        | text        | leave | Leave |                    |
        |        | end_group   |       |       |                    |
        """
    )
    assert s.shows("leave")
    assert s.answer("leave", "yes").hidden == {"/data/g", "/data/g/leave"}
    assert not s.again().shows("g")


def test_a_large_count_is_followed_without_a_long_wait(scenario):
    s = scenario(
        """
        | survey |              |       |       |              |             |
        |        | type         | name  | label | repeat_count | calculation |
        |        | integer      | many  | Many  |              |             |
        |        | begin_repeat | house | House | ${many}      |             |
        |        | integer      | homes | Homes |              |             |
        |        | begin_repeat | home  | Home  | ${many}      |             |
        |        | text         | name  | Name  |              |             |
        |        | end_repeat   |       |       |              |             |
        |        | calculate    | place |       |              | position(..) |
        |        | end_repeat   |       |       |              |             |
        """
    )
    s.answer("many", 20)
    assert s.value("/data/house[20]/place") == "20"
    assert s.view("/data/house[20]/home").count == 20
    step = s.answer("many", 4000)
    assert step.faults[0].code == "questionnaire.too_many_instances"
