"""Every form of casework opens filled in, is finished, and leaves its record."""

from datetime import UTC, date, datetime, time

import pytest

from surveytool.casework.load import load_profile
from surveytool.domain.entity import Ref
from surveytool.domain.seat import Office, Role, Seat
from surveytool.tasks import forms, survey, visits
from surveytool.tasks.workspaces import create

SEAT = Seat(Office.COUNTY, Role.ADMINISTRATOR, "王敏", "县局", "某县")
HOME = Ref("household", "11111111-1111-4111-8111-111111111111")
MEASURE = Ref("measure", "33333333-3333-4333-8333-333333333333")
SURE = dict.fromkeys(
    (
        "adults_signed", "carried", "income_steady", "food", "clothes", "schooling",
        "medical", "housing", "water", "steady", "spending_solved", "risks_gone",
        "no_new_risk",
    ),
    "yes",
)  # fmt: skip
NOT = dict.fromkeys(
    ("objected", "income_fell", "spending_rose", "relapse", "struck"), "no"
)
TOLD = SURE | NOT | {
    "way": "phone", "by": "李敏", "found": "一切正常", "place": "村委会",
    "invited": "30", "present": "25", "agree": "24", "against": "1",
    "authorised": "residence tax", "progress": "done", "hung": "2026-03-01",
}  # fmt: skip
NAMES = (
    "application", "review_meeting", "public_notice", "visit", "revisit",
    "elimination_check", "disaster_check", "measures_delivered", "six_questions",
)  # fmt: skip


@pytest.fixture
def desk(tmp_path):
    made = workspace(tmp_path)
    yield made
    made.close()


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    made = workspace(tmp_path_factory.mktemp("shared"))
    yield made
    made.close()


def workspace(folder):
    made = create(folder / "c.surveytool", "青山不老绿水长流", SEAT)
    made.profile = load_profile("hebi-543")
    made.clock = lambda: datetime.combine(date(2026, 3, 10), time(9), UTC)
    village = Ref("village", "v1")
    made.write(village, {village: {"title": "东村", "township": "大河涧乡"}})
    person, plan = Ref("person", "p1"), Ref("plan", "p2")
    made.write(
        HOME,
        {
            HOME: {
                "village": "v1", "code": "1", "kind": "lifted", "phone": "13800001234",
                "monitor_type": "unstable", "identified": "202501",
                "risk_eliminated": "yes", "eliminated": "202601",
            },
            person: {"household": HOME.id, "full_name": "赵有才", "relation": "head"},
            plan: {"household": HOME.id, "year": "2026"},
            MEASURE: {
                "household": HOME.id, "plan": plan.id, "class": "work", "order": "1",
                "content": "公益岗", "progress": "planned",
            },
        },
    )  # fmt: skip
    return made


def filled(desk, form):
    task = survey.begin(desk, HOME.id, form)
    for node in task.session.nodes():
        name = node.ref.rsplit("/", 1)[-1]
        if name in TOLD and node.relevant and not node.readonly:
            way = "self" if (form, name) == ("application", "way") else TOLD[name]
            task.session.answer(node.ref, way)
    return task


@pytest.mark.parametrize("form", NAMES)
def test_a_form_of_casework_is_filled_in_and_leaves_its_record(shared, form):
    before = {one.id for one in shared.store.entities("visit")}
    task = filled(shared, form)
    assert [one.say("zh") for one in survey.finish(shared, task)] == []
    now = shared.store.entities("visit")
    (visit,) = [one for one in now if one.id not in before]
    assert visit.root == HOME
    assert visit.get("on") == "2026-03-10"
    assert visit.get("by") == "李敏"


def test_a_revisit_counts_for_the_duty_of_the_month(desk):
    def done():
        return {one.duty.code: len(one.done) for one in visits.covered(desk)}

    assert done()["monthly_revisit"] == 0
    survey.finish(desk, filled(desk, "revisit"))
    assert done()["monthly_revisit"] == 1


def test_measures_delivered_set_their_progress(desk):
    survey.finish(desk, filled(desk, "measures_delivered"))
    assert desk.store.entity(MEASURE).get("progress") == "done"


def test_known_answers_are_filled_in(shared):
    task = survey.begin(shared, HOME.id, "application")
    answers = task.session.answers()
    assert answers["/data/apply/applicant"] == "赵有才"
    assert answers["/data/contact/phone"] == "13800001234"


def test_every_form_that_a_profile_names_is_there(shared):
    there = {one.name for one in forms.forms(shared)}
    for code in ("national", "wudu-3229", "wudu-2022", "wushan-2019",
                 "hanbin-35845", "hebi-543"):  # fmt: skip
        profile = load_profile(code)
        named = {one.form for one in profile.duties.values()} | {
            step.form for one in profile.procedures.values() for step in one.steps
        }
        assert named - {""} <= there, code
