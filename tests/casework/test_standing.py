from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surveytool.casework.procedure import Procedure, ProcedureStep
from surveytool.casework.standing import standing
from surveytool.casework.taken import Taken, step_ref, taken_of
from surveytool.casework.work_calendar import WorkCalendar
from surveytool.domain.entity import Entity, Ref

BEGUN = date(2026, 9, 24)
CALENDAR = WorkCalendar()


def step(code, **more):
    return ProcedureStep(code, code, code, "村委会", **more)


PROCEDURE = Procedure(
    "inclusion", "纳入", "Inclusion", limit=15, days="calendar", begins="clue",
    steps=(
        step("visit", limit=5, days="working", evidence=("核查表", "照片")),
        step("comparison", after=("visit",), office="township"),
        step("review", after=("visit",)),
        step("notice", after=("review",), minimum=5),
        step("township", after=("notice", "comparison"), office="township"),
        step("county", after=("township",), office="county", decides=True,
             back_to="review"),
        step("announcement", after=("county",), limit=3),
    ),
)  # fmt: skip


def took(code, on, result="passed", round_=1, **more):
    return Taken(code, round_, result, on, more.pop("opened", on), **more)


def stands(*taken, begun=BEGUN, disputed=()):
    return standing(PROCEDURE, begun, taken, calendar=CALENDAR, disputed=disputed)


def day(number, month=10):
    return date(2026, month, number)


def states(found):
    return {one.step.code: one.state for one in found.steps}


def test_at_first_only_the_first_step_is_open():
    found = stands()
    assert [one.step.code for one in found.open_steps] == ["visit"]
    assert found.step("review").waits_for == ("visit",)
    assert found.due == day(9)


def test_working_days_leave_out_the_holidays_of_the_state_council():
    # Mid-autumn is 25-27 September 2026, National Day 1-7 October.
    visit = stands().step("visit")
    assert visit.due == day(9)
    assert CALENDAR.after(date(2026, 9, 30), 1, "working") == day(8)
    own = WorkCalendar.of([day(8)], [day(1)])
    assert own.after(date(2026, 9, 30), 2, "working") == day(9)


def test_years_the_library_does_not_know_have_plain_weekends():
    assert CALENDAR.after(date(2031, 1, 3), 1, "working") == date(2031, 1, 6)


def test_steps_run_side_by_side_and_join():
    found = stands(took("visit", day(25, 9)), took("review", day(27, 9)))
    assert {one.step.code for one in found.open_steps} == {"comparison", "notice"}
    assert found.step("township").waits_for == ("notice", "comparison")
    assert found.step("notice").opened == day(27, 9)


def test_a_notice_hangs_its_days():
    up = [took("visit", day(25, 9)), took("review", day(26, 9))]
    hanging = took("notice", day(26, 9), "begun", opened=day(26, 9))
    found = stands(*up, hanging).step("notice")
    assert (found.state, found.earliest) == ("begun", day(1))
    early = took("notice", day(30, 9), opened=day(26, 9))
    assert stands(*up, early).step("notice").hurried
    late = took("notice", day(1), opened=day(26, 9))
    assert not stands(*up, late).step("notice").hurried


def through(round_, first):
    codes = ("review", "notice", "township")
    return [took(one, first, round_=round_) for one in codes]


def test_a_return_sends_back_to_its_step_and_no_further():
    first = [took("visit", day(25, 9)), took("comparison", day(26, 9))]
    sent = took("county", day(3), "returned", reason="票数不清")
    found = stands(*first, *through(1, day(2)), sent)
    assert states(found)["visit"] == states(found)["comparison"] == "passed"
    again = found.step("review")
    assert (again.state, again.round, again.sent_back) == ("open", 2, "票数不清")
    assert states(found)["notice"] == "waiting"
    done = stands(
        *first, *through(1, day(2)), sent, *through(2, day(8)),
        took("county", day(9), round_=2), took("announcement", day(10)),
    )  # fmt: skip
    assert done.step("announcement").state == "open"
    end = stands(
        *first, *through(1, day(2)), sent, *through(2, day(8)),
        took("county", day(9), round_=2), took("announcement", day(10), round_=2),
    )  # fmt: skip
    assert (end.outcome, end.ended, end.decided) == ("passed", day(10), day(9))


def test_a_stop_ends_it_with_its_reason():
    found = stands(took("visit", day(25, 9), "stopped", reason="收入稳定"))
    assert (found.outcome, found.reason) == ("stopped", "收入稳定")


def test_two_takings_of_one_step_are_in_dispute_and_hold_it_up():
    two = (
        took("visit", day(25, 9), id="a"),
        took("visit", day(26, 9), "stopped", id="b"),
    )
    found = stands(*two)
    assert found.step("visit").state == "disputed"
    assert found.step("review").state == "waiting"
    assert found.outcome == ""
    one = took("visit", day(25, 9), id="a")
    assert stands(one, disputed=["a"]).step("visit").state == "disputed"


def test_evidence_that_is_missing_is_named():
    found = stands(took("visit", day(25, 9), evidence=("照片",))).step("visit")
    assert found.lacks == ("核查表",)


def test_a_step_before_its_turn_counts_and_is_marked():
    found = stands(took("township", day(2)))
    assert found.step("township").early
    assert found.step("visit").state == "open"
    assert found.outcome == ""


def test_two_laptops_write_one_step_into_one_entity():
    clue = Ref("clue", "c1")
    assert step_ref(clue, "visit", 1) == step_ref(clue, "visit", 1)
    assert step_ref(clue, "visit", 1) != step_ref(clue, "visit", 2)


@pytest.mark.parametrize("fields", [{}, {"on": "x"}, {"on": "2026-09-01"}])
def test_a_step_without_day_or_result_is_not_taken(fields):
    ref = Ref("step", "s")
    assert taken_of(Entity(ref, ref, {"name": "visit"} | fields)) is None


TAKEN = st.builds(
    Taken,
    st.sampled_from([one.code for one in PROCEDURE.steps] + ["unknown"]),
    st.integers(1, 3),
    st.sampled_from(["begun", "passed", "returned", "stopped"]),
    on=st.dates(date(2026, 9, 24), date(2026, 10, 20)),
    opened=st.just(date(2026, 9, 24)),
    id=st.sampled_from("abc"),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(TAKEN, max_size=12), st.randoms(use_true_random=False))
def test_any_order_of_arriving_steps_gives_one_standing(taken, rng):
    mixed = [*taken, *taken[:3]]
    rng.shuffle(mixed)
    assert stands(*mixed) == stands(*taken)


@settings(max_examples=150, deadline=None)
@given(st.lists(TAKEN, max_size=12))
def test_what_is_open_or_waiting_is_always_said(taken):
    found = stands(*taken)
    for one in found.steps:
        assert (one.state == "waiting") <= bool(one.waits_for)
        assert (one.state == "open") <= (not one.waits_for and one.taken is None)
    if found.outcome == "passed":
        assert all(one.done for one in found.steps)
    if found.outcome == "stopped":
        assert any(one.state == "stopped" for one in found.steps)


def test_what_is_optional_holds_nobody_up():
    steps = [replace(one, optional=one.code == "comparison") for one in PROCEDURE.steps]
    procedure = replace(PROCEDURE, steps=tuple(steps))
    taken = [took("visit", day(25, 9)), *through(1, day(2))]
    found = standing(procedure, BEGUN, taken, calendar=CALENDAR)
    assert found.step("county").state == "open"
