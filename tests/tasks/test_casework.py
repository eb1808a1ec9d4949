"""Casework over real workspaces: locks, orders of arrival, days of asking, reasons."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from random import Random

import pytest

from surveytool.casework.load import load_profile
from surveytool.domain.entity import Ref
from surveytool.domain.resources import RESOURCES
from surveytool.domain.rights import is_county_step
from surveytool.domain.rows import Filter
from surveytool.domain.seat import Office, Role, Seat
from surveytool.tasks import approvals, clues, problem_book, procedures, survey
from surveytool.tasks.approvals import NoReasonError, PlanLockedError
from surveytool.tasks.casebooks import book
from surveytool.tasks.dues import due
from surveytool.tasks.procedures import Taking
from surveytool.tasks.workspaces import create

SEAT = Seat(Office.COUNTY, Role.ADMINISTRATOR, "王敏", "县局", "某县")
PASSPHRASE = "青山不老绿水长流"  # noqa: S105 - of test files only
HOME = Ref("household", "11111111-1111-4111-8111-111111111111")
VILLAGE = Ref("village", "v1")
EVERYTHING = ("due", "overdue", "blocked", "running", "disputed")


def workspace(path, seat=SEAT):
    desk = create(path, PASSPHRASE, seat)
    desk.profile = load_profile("hebi-543")
    at(desk, date(2026, 3, 2))
    return desk


def at(desk, day):
    desk.clock = lambda: datetime.combine(day, time(9), UTC)


@pytest.fixture
def desk(tmp_path):
    made = workspace(tmp_path / "c.surveytool")
    made.write(VILLAGE, {VILLAGE: {"title": "东村", "township": "大河涧乡"}})
    person = Ref("person", "p1")
    made.write(
        HOME,
        {
            HOME: {"village": "v1", "code": "1", "kind": "ordinary"},
            person: {"household": HOME.id, "full_name": "赵有才", "relation": "head"},
        },
    )
    yield made
    made.close()


def included(desk):
    """Bring the household from a clue to its inclusion on 13 March 2026."""
    clue = clues.enter(desk, "cadre", {"content": "受伤"}, household=HOME.id)
    steps = (
        (3, "visit"), (4, "comparison"), (10, "selection"), (11, "township"),
        (13, "inclusion_approval"),
    )  # fmt: skip
    procedures.propose(desk, clue, "marginal", "accident")
    for day, step in steps:
        at(desk, date(2026, 3, day))
        procedures.take(desk, clue, Taking(step, opened=date(2026, 3, 4)))
    return clue


def planned(desk):
    plan = Ref("plan", "22222222-2222-4222-8222-222222222222")
    year = str(desk.today.year)
    fields = {"household": HOME.id, "year": year, "made": f"{year}-03-15"}
    measures = {
        Ref("measure", f"m{n}"): {
            "household": HOME.id, "plan": plan.id, "class": "work", "order": str(n),
            "content": "公益岗", "progress": progress,
        }
        for n, progress in ((1, "done"), (2, "running"))
    }  # fmt: skip
    desk.write(HOME, {plan: fields, **measures})
    approvals.record_step(desk, HOME.id, "plan_submitted", "passed")
    return plan


def lines(desk, on=None):
    found = due(desk, on, offices=["village", "township", "county"], moods=EVERYTHING)
    return sorted(one.line("zh") for one in found)


def plan_state(desk):
    return desk.store.row(HOME.id).plan_state


def test_an_approved_plan_is_locked_until_the_county_reopens_it(desk):
    included(desk)
    plan = planned(desk)
    approvals.approve(desk, [HOME.id])
    assert plan_state(desk) == "approved"
    with pytest.raises(PlanLockedError) as refused:
        approvals.check_unlocked(desk, HOME.id, {plan})
    assert "2026" in refused.value.say("zh")
    with pytest.raises(NoReasonError):
        approvals.reopen(desk, [HOME.id], " ")
    approvals.reopen(desk, [HOME.id], "补充措施")
    assert plan_state(desk) == "returned"
    approvals.check_unlocked(desk, HOME.id, {plan})
    approvals.record_step(desk, HOME.id, "plan_submitted", "passed")
    assert plan_state(desk) == "made"
    approvals.approve(desk, [HOME.id])
    assert plan_state(desk) == "approved"


def test_a_form_cannot_change_an_approved_plan(desk):
    included(desk)
    planned(desk)
    task = survey.begin(desk, HOME.id, "assistance_plan")
    approvals.approve(desk, [HOME.id])
    with pytest.raises(PlanLockedError):
        survey.write_up(desk, task, survey.ending(task))
    assert desk.store.entity(task.submission).get("state") == "draft"


def test_next_year_begins_with_a_copy_of_the_approved_plan(desk):
    included(desk)
    old = planned(desk)
    approvals.approve(desk, [HOME.id])
    at(desk, date(2027, 1, 5))
    task = survey.begin(desk, HOME.id, "assistance_plan")
    (new,) = survey.ending(task).plans
    assert new != old
    answers = task.session.answers()
    assert answers["/data/analysis_page/year"] == "2027"
    assert answers["/data/measure_count"] == "1"


def test_any_order_of_arriving_changes_gives_the_same_dues(desk, tmp_path):
    included(desk)
    planned(desk)
    at(desk, date(2026, 3, 20))
    wanted = lines(desk)
    changes = [*desk.store.history(VILLAGE), *desk.store.history(HOME)]
    for seed in range(3):
        Random(seed).shuffle(changes)  # noqa: S311 - any order does
        other = workspace(tmp_path / f"{seed}.surveytool")
        at(other, date(2026, 3, 20))
        for one in [*changes, *changes[:2]]:
            other.store.take([one])
        assert lines(other) == wanted
        other.close()


def test_the_dues_of_a_day_do_not_depend_on_when_one_asks(desk):
    asked = {}
    clue = clues.enter(desk, "cadre", {"content": "受伤"}, household=HOME.id)
    procedures.propose(desk, clue, "marginal", "accident")
    days = ((3, "visit"), (4, "comparison"), (10, "selection"), (11, "township"))
    for day, step in days:
        at(desk, date(2026, 3, day))
        procedures.take(desk, clue, Taking(step, opened=date(2026, 3, 4)))
        asked[desk.today] = steps_due(desk, desk.today)
    at(desk, date(2026, 3, 13))
    procedures.take(desk, clue, Taking("inclusion_approval"))
    at(desk, date(2026, 9, 1))
    for day, found in asked.items():
        assert steps_due(desk, day) == found, day


def steps_due(desk, day):
    found = due(desk, day, offices=["village", "township", "county"], moods=EVERYTHING)
    return sorted(one.line("zh") for one in found if one.work)


def test_two_laptops_that_take_one_step_differently_see_a_conflict(desk, tmp_path):
    clue = clues.enter(desk, "cadre", {"content": "受伤"}, household=HOME.id)
    other = workspace(tmp_path / "b.surveytool")
    other.store.take([*desk.store.history(VILLAGE), *desk.store.history(HOME)])
    at(other, date(2026, 3, 3))
    procedures.take(desk, clue, Taking("visit"))
    procedures.take(other, clue, Taking("visit", "stopped", "收入稳定"))
    desk.store.take(other.store.history(HOME))
    other.close()
    at(desk, date(2026, 3, 3))
    (run,) = procedures.runs_on(desk, clue)
    assert run.standing.step("visit").state == "disputed"
    assert any("两处办理不一致" in one for one in lines(desk))
    assert [one.id for one in book(desk).open_clues] == [clue.id]


def test_no_household_leaves_a_list_without_a_reason(desk):
    clue = clues.enter(desk, "cadre", {"content": "受伤"}, household=HOME.id)
    for leave in (
        lambda: clues.close(desk, clue.id, "not_needed", " "),
        lambda: procedures.take(desk, clue, Taking("visit", "stopped")),
        lambda: procedures.open_case(desk, HOME.id, "elimination", ""),
        lambda: procedures.open_case(desk, HOME.id, "removal", ""),
    ):
        with pytest.raises(NoReasonError):
            leave()
    assert [one.id for one in book(desk).open_clues] == [clue.id]
    clues.close(desk, clue.id, "not_needed", "已由亲属赡养")
    found = book(desk)
    assert found.open_clues == ()
    assert found.outcomes[clue.id].reason == "已由亲属赡养"


def test_a_county_step_is_not_taken_in_a_township(tmp_path, desk):
    clue = included(desk)
    township = Seat(Office.TOWNSHIP, Role.SURVEYOR, "李敏", "大河涧乡", "某县")
    other = workspace(tmp_path / "t.surveytool", township)
    other.store.take([*desk.store.history(VILLAGE), *desk.store.history(HOME)])
    case = procedures.open_case(other, HOME.id, "rollback", "停工")
    procedures.take(other, case, Taking("visit"))
    with pytest.raises(procedures.NotTheTurnError):
        procedures.take(other, case, Taking("visit"))
    procedures.take(other, case, Taking("township"))
    with pytest.raises(procedures.NotYourStepError):
        procedures.take(other, case, Taking("rollback_approval"))
    with pytest.raises(procedures.UnknownStepError):
        procedures.take(other, clue, Taking("nonsense"))
    other.close()


def test_an_id_number_finds_its_household_and_a_name_asks(desk):
    person = Ref("person", "p1")
    number = "110101196005050029"
    desk.write(HOME, {person: {"id_number": number, "birth": "1960-05-05"}})
    sure = clues.enter(desk, "department", {"id_number": number.lower()})
    assert desk.store.entity(sure).get("household") == HOME.id
    asks = clues.enter(
        desk, "department", {"full_name": "赵有才", "birth": "1960-05-05"}
    )
    assert desk.store.entity(asks).get("household") == ""
    (one,) = [each for each in clues.open_clues(desk) if each.clue.id == asks.id]
    assert [each.household for each in one.candidates] == [HOME.id]
    assert not one.candidates[0].certain
    clues.confirm(desk, asks.id, HOME.id)
    assert desk.store.entity(asks).root == HOME
    assert desk.store.households(Filter())[0].id == HOME.id


def test_the_ledger_counts_by_day_and_reopens(desk):
    until = date(2026, 3, 10)
    one = problem_book.note(desk, HOME.id, "水管冻裂", owner="村主任", until=until)
    with pytest.raises(problem_book.NotFixedError):
        problem_book.close(desk, one.id, "看过")
    at(desk, date(2026, 3, 8))
    problem_book.fix(desk, one.id, "已修")
    at(desk, date(2026, 3, 9))
    problem_book.close(desk, one.id, "已通水")
    ledger = problem_book.ledger(desk)
    days = {2: (1, 0, 0), 8: (1, 1, 0), 9: (1, 0, 1)}
    for day, counts in days.items():
        found = problem_book.tally(ledger, date(2026, 3, day))
        assert (found.found, found.fixed, found.closed) == counts
    problem_book.reopen(desk, one.id, "又坏", date(2026, 4, 1))
    assert problem_book.tally(problem_book.ledger(desk), date(2026, 3, 9)).open == 1


def test_who_is_no_reviewer_gives_no_approval_of_the_county(desk):
    case = procedures.open_case(desk, HOME.id, "rollback", "停工")
    procedures.take(desk, case, Taking("visit"))
    procedures.take(desk, case, Taking("township"))
    desk.store.set_seat(replace(desk.seat, role=Role.SURVEYOR))
    with pytest.raises(procedures.NotYourRoleError):
        procedures.take(desk, case, Taking("rollback_approval"))


def test_every_approval_of_the_county_is_guarded_by_rights():
    profiles = [load_profile(one.stem) for one in (RESOURCES / "profiles").glob("*")]
    offices = {}
    for profile in profiles:
        for procedure in profile.procedures.values():
            for step in procedure.steps:
                offices.setdefault(step.code, set()).add(step.office)
    county = {name for name, found in offices.items() if found == {"county"}}
    assert len(county) >= 5
    assert {name for name in county if not is_county_step(name)} == set()
