import pytest
from filling import HOUSEHOLD, PERSONS, changed, household_lists, opened

PLAN = {
    "name": "plan1",
    "household": "h1",
    "year": "2026",
    "analysis": "患慢性病，支出大",
    "wish": "发展养殖",
    "goal": "收入稳定",
    "income_goal": "11000",
    "agreed": "yes",
    "made": "2026-10-01",
    "maker": "王敏",
}
MEASURE = {
    "name": "m1",
    "household": "h1",
    "plan": "plan1",
    "order": "1",
    "class": "health",
    "risk": "illness",
    "person": "p1",
    "content": "医疗救助",
    "amount": "2000.5",
    "unit": "县医保局",
    "responsible": "赵医生",
    "starts": "2026-01-01",
    "ends": "2026-12-31",
    "progress": "running",
}
NEW = {
    "class": "finance",
    "risk": "illness",
    "content": "小额信贷",
    "amount": "30000",
    "unit": "县农业农村局",
    "starts": "2026-12-01",
    "ends": "2029-11-30",
}


def lists(*, planned=True):
    known = household_lists()
    if planned:
        known |= {"plans": [PLAN], "measures": [MEASURE]}
    return known


def test_with_nothing_new_nothing_is_written():
    known = lists()
    session = opened("assistance_plan", known)
    assert session.problems() == []
    assert session.faults == ()
    assert changed(session, known) == {}


def test_a_new_plan_is_written_from_nothing():
    known = lists(planned=False)
    session = opened("assistance_plan", known)
    session.answer("/data/situation/risks", "illness work")
    for name, answer in {"analysis": "因病", "goal": "稳定"}.items():
        session.answer(f"/data/analysis_page/{name}", answer)
    session.answer("/data/measure_count", "1")
    for name, answer in NEW.items():
        session.answer(f"/data/measure[1]/measure_page/{name}", answer)
    session.answer("/data/agreement/agreed", "yes")
    assert session.problems() == []
    by_dataset = {one.dataset: one for one in session.entities()}
    household, plan = by_dataset["households"], by_dataset["plans"]
    assert household.fields == {"risks": "illness work"}
    assert (plan.action, plan.fields["household"]) == ("create", "h1")
    assert plan.fields["year"] == "2026"
    assert plan.fields["made"] == "2026-11-23"
    assert plan.fields["maker"] == "王敏"
    measure = by_dataset["measures"]
    assert (measure.action, measure.label) == ("create", "小额信贷")
    assert measure.fields["plan"] == plan.id
    assert measure.fields["household"] == "h1"
    assert measure.fields["order"] == "1"
    assert measure.fields["responsible"] == "王敏"
    assert measure.fields["progress"] == "planned"
    assert float(measure.fields["amount"]) == 30000
    restored = opened("assistance_plan", known, session.answers())
    assert restored.entities() == session.entities()


def test_a_measure_is_added_to_a_standing_plan():
    known = lists()
    session = opened("assistance_plan", known)
    session.answer("/data/measure_count", "2")
    for name, answer in NEW.items():
        session.answer(f"/data/measure[2]/measure_page/{name}", answer)
    written = changed(session, known)
    assert len(written) == 1
    ((dataset, identity), fields) = next(iter(written.items()))
    assert dataset == "measures"
    assert identity != "m1"
    assert fields["plan"] == "plan1"
    assert fields["order"] == "2"


def test_progress_alone_is_one_field():
    known = lists()
    session = opened("assistance_plan", known)
    session.answer("/data/measure[1]/measure_page/progress", "done")
    assert changed(session, known) == {("measures", "m1"): {"progress": "done"}}


def test_known_measures_are_stopped_and_not_removed():
    session = opened("assistance_plan", lists())
    session.answer("/data/measure_count", "0")
    assert session.node("/data/measure_count").violation == "constraint"


def test_only_the_risks_chosen_are_offered_to_a_measure():
    session = opened("assistance_plan", lists())
    session.answer("/data/situation/risks", "illness water")
    risks = session.node("/data/measure[1]/measure_page/risk").options
    assert [code for code, _ in risks] == ["illness", "water"]


def test_the_members_are_offered_by_name():
    session = opened("assistance_plan", lists())
    people = session.node("/data/measure[1]/measure_page/person").options
    assert people == tuple((one["name"], one["full_name"]) for one in PERSONS)


@pytest.mark.parametrize(
    ("ref", "bad"),
    [
        ("measure[1]/measure_page/ends", "2025-12-31"),
        ("measure[1]/measure_page/amount", "-1"),
        ("analysis_page/year", "26"),
        ("agreement/made", "2026-11-24"),
    ],
)
def test_constraints_stop_what_cannot_be(ref, bad):
    session = opened("assistance_plan", lists())
    session.answer(f"/data/{ref}", bad)
    assert session.node(f"/data/{ref}").violation == "constraint"


def test_the_head_of_the_plan_counts_those_able_to_work():
    session = opened("assistance_plan", lists())
    label = session.node("/data/situation/size_line").label
    assert "家庭人口 3 人，劳动力 2 人" in label
    assert HOUSEHOLD["income_per_head"] in label
    without = lists()
    without["persons"] = [
        {k: v for k, v in one.items() if k != "decrease"} for one in PERSONS
    ]
    session = opened("assistance_plan", without)
    assert "劳动力 2 人" in session.node("/data/situation/size_line").label
