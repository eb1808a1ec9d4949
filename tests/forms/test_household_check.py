from datetime import UTC, datetime

import pytest
from filling import HOUSEHOLD, NOW, PERSONS, changed, household_lists, opened

VISIT = {
    "surveyed": "2026-11-23",
    "investigators": "王敏、马强",
    "income_from": "202511",
    "income_to": "202610",
    "conclusion": "keep",
    "conclusion_reason": "收入稳定",
}


def finish(session):
    for ref, value in (
        ("/data/visit/investigators", "王敏、马强"),
        ("/data/conclude/conclusion", "keep"),
        ("/data/conclude/conclusion_reason", "收入稳定"),
    ):
        session.answer(ref, value)
    return session


def value(session, ref):
    return session.node(f"/data/{ref}").value


def shown(session):
    return {one.name for one in session.nodes() if one.kind == "note" and one.relevant}


def test_with_nothing_new_only_the_visit_is_written():
    lists = household_lists()
    session = finish(opened("household_check", lists))
    assert session.problems() == []
    assert session.faults == ()
    assert changed(session, lists) == {("households", "h1"): VISIT}


def test_every_known_answer_is_there_already():
    session = opened("household_check")
    known = {"h1": HOUSEHOLD} | {one["name"]: one for one in PERSONS}
    compared = 0
    for node in session.nodes():
        if node.saveto and node.saveto[1] in known[node.entity_id]:
            old = known[node.entity_id][node.saveto[1]]
            assert node.value in (old, f"{old}.0"), node.ref
            compared += 1
    assert compared > 60


def test_the_pages_say_whose_they_are_in_both_languages():
    session = opened("household_check")
    assert "石门村 二组" in session.node("/data/visit/head_line").label
    assert "古丽·买买提" in session.node("/data/member[1]/identity").label
    session.set_language("English (en)")
    assert "Head: **古丽·买买提**" in session.node("/data/visit/head_line").label


def test_income_by_hand():
    session = opened("household_check", household_lists(income_per_head=""))
    for ref, amount in {
        "wage_page/wage_migrant": "18000.10",
        "wage_page/wage_post": "6000.20",
        "business_page/business_planting": "4000.01",
        "property_page/property_land": "300",
        "transfer_page/transfer_ecology": "50.44",
        "cost_page/cost_planting": "1000.06",
        "spending/insurance_payout": "2000",
        "spending/out_of_pocket": "5000.5",
    }.items():
        session.answer(f"/data/{ref}", amount)
    assert value(session, "wage_page/wage_income") == "24000.3"
    assert value(session, "transfer_page/transfer_income") == "1285"
    # 24000.30 + 4000.01 + 300 + (1234.56 + 50.44) − 1000.06 = 28585.25; ÷ 3
    assert value(session, "net_income") == "28585.25"
    assert value(session, "income_per_head") == "9528.42"
    # + 2000 − 5000.5 = 25584.75; ÷ 3
    assert value(session, "reference_income") == "25584.75"
    assert value(session, "reference_per_head") == "8528.25"


@pytest.mark.parametrize(
    ("wages", "heads", "per_head"),
    [
        ("0.05", 2, "0.03"),
        ("100.01", 2, "50.01"),
        ("2.01", 2, "1.01"),
        ("10.45", 2, "5.23"),
        ("0.04", 3, "0.01"),
        ("1000.03", 2, "500.02"),
    ],
)
def test_amounts_are_rounded_half_up(wages, heads, per_head):
    lists = household_lists(
        transfer_income="", transfer_pension="", business_cost="", cost_planting=""
    )
    lists["persons"] = PERSONS[:heads]
    session = opened("household_check", lists)
    session.answer("/data/wage_page/wage_migrant", wages)
    assert value(session, "income_per_head") == per_head


def test_totals_without_items_are_carried_over_and_said():
    session = opened("household_check", household_lists(wage_migrant=""))
    assert value(session, "wage_page/wage_income") == "30000.5"
    assert value(session, "net_income") == "31000"
    assert "income_carried" in shown(session)
    session.answer("/data/wage_page/wage_migrant", "10")
    assert value(session, "wage_page/wage_income") == "10"
    assert "income_carried" not in shown(session)


@pytest.mark.parametrize(
    ("visit", "window", "words"),
    [
        ("2021-06-15", ("202006", "202105"), "2020年6月至2021年5月"),
        ("2026-01-01", ("202501", "202512"), "2025年1月至2025年12月"),
        ("2026-10-31", ("202510", "202609"), "2025年10月至2026年9月"),
        ("2025-12-31", ("202412", "202511"), "2024年12月至2025年11月"),
    ],
)
def test_the_twelve_months_before_the_visit(visit, window, words):
    session = opened("household_check")
    session.answer("/data/visit/visit_date", visit)
    assert (value(session, "income_from"), value(session, "income_to")) == window
    assert words in session.node("/data/wage_page").label


def test_a_member_who_left_is_marked_and_not_counted():
    lists = household_lists()
    session = finish(opened("household_check", lists))
    session.answer("/data/member[2]/identity/decrease", "married_out")
    assert session.problems()[0].where == "/data/member[2]/identity/decrease_date"
    session.answer("/data/member[2]/identity/decrease_date", "2026-05-01")
    assert session.problems() == []
    writes = changed(session, lists)
    assert writes["persons", "p2"] == {
        "decrease": "married_out",
        "decrease_date": "2026-05-01",
    }
    assert writes["households", "h1"]["size"] == "2"
    assert writes["households", "h1"]["income_per_head"] == "15500"
    assert value(session, "able_count") == "1"


def test_a_member_of_whom_nothing_was_said_is_still_there():
    lists = household_lists()
    lists["persons"] = [
        {k: v for k, v in one.items() if k != "decrease"} for one in PERSONS
    ]
    session = finish(opened("household_check", lists))
    assert session.problems() == []
    assert value(session, "size") == "3"
    assert changed(session, lists) == {("households", "h1"): VISIT}


def test_a_member_who_came_back_is_counted_again():
    lists = household_lists()
    lists["persons"] = [PERSONS[0] | {"decrease": "prison"}, *PERSONS[1:]]
    session = opened("household_check", lists)
    assert value(session, "size") == "2"
    session.answer("/data/member[1]/identity/decrease", "present")
    assert value(session, "size") == "3"
    assert changed(session, lists)["persons", "p1"] == {"decrease": "present"}


def test_a_new_member_becomes_a_person():
    lists = household_lists()
    session = finish(opened("household_check", lists))
    session.answer("/data/member_count", "4")
    base = "/data/member[4]"
    identity = session.node(f"{base}/person_id").value
    assert identity not in {"", "p1", "p2", "p3"}
    for ref, answer in {
        "identity/full_name": "张小宝",
        "identity/relation": "grandson",
        "identity/sex": "1",
        "identity/birth": "2026-06-01",
        "learning/at_school": "yes",
        "learning/schooling": "preschool_age",
        "learning/health": "healthy",
        "learning/labour": "none",
        "insurance/medical_resident": "yes",
        "insurance/medical_employee": "no",
    }.items():
        session.answer(f"{base}/{ref}", answer)
    assert session.problems() == []
    (new,) = [one for one in session.entities() if one.action == "create"]
    assert (new.dataset, new.id, new.label) == ("persons", identity, "张小宝")
    assert new.fields["household"] == "h1"
    assert new.fields["order"] == "4"
    assert new.fields.get("decrease", "") == ""
    restored = opened("household_check", lists, session.answers())
    assert restored.entities() == session.entities()
    assert restored.answers() == session.answers()


def test_known_members_cannot_be_taken_off_the_list():
    session = opened("household_check")
    session.answer("/data/member_count", "2")
    assert session.node("/data/member_count").violation == "constraint"
    assert "3" in session.node("/data/member_count").message


def test_a_pupil_has_a_class_and_others_an_education_never_both():
    lists = household_lists()
    session = opened("household_check", lists)
    pupil = "/data/member[3]/learning"
    assert not session.node(f"{pupil}/education").relevant
    session.answer(f"{pupil}/at_school", "no")
    assert not session.node(f"{pupil}/schooling").relevant
    assert session.node(f"{pupil}/dropout_reason").violation == "required"
    session.answer(f"{pupil}/education", "primary")
    session.answer(f"{pupil}/dropout_reason", "厌学")
    written = changed(session, lists)["persons", "p3"]
    assert written == {
        "schooling": "",
        "education": "primary",
        "dropout_reason": "厌学",
    }
    assert "flag_school" in shown(session)


@pytest.mark.parametrize(
    ("ref", "bad", "good"),
    [
        ("member[1]/learning/health", "healthy chronic", "chronic serious"),
        ("member[2]/work/work_months", "13", "12"),
        ("member[1]/insurance/medical_employee", "yes", "no"),
        ("member[1]/identity/id_number", "62262119601124", "622621601124002"),
        ("member[1]/identity/id_number", "６２２６２１", "62262119601124002X43"),
        (
            "member[1]/learning/disability_card",
            "62262119601124002X",
            "62262119601124002X43B1",
        ),
        ("wage_page/wage_other", "-1", "0"),
        ("visit/visit_date", "2026-11-24", "2026-11-22"),
    ],
)
def test_constraints_stop_what_cannot_be(ref, bad, good):
    session = opened("household_check")
    session.answer(f"/data/{ref}", bad)
    assert session.node(f"/data/{ref}").violation == "constraint"
    assert session.node(f"/data/{ref}").message
    session.answer(f"/data/{ref}", good)
    assert session.node(f"/data/{ref}").violation is None


def test_a_wrong_check_digit_is_no_reason_to_refuse():
    session = opened("household_check")
    session.answer("/data/member[1]/identity/id_number", "622621196011240020")
    assert session.node("/data/member[1]/identity/id_number").violation is None


def test_a_place_of_work_goes_with_its_months():
    session = opened("household_check")
    work = "/data/member[1]/work"
    session.answer(f"{work}/work_place", "成都市")
    assert session.node(f"{work}/work_place").violation == "constraint"
    session.answer(f"{work}/work_months", "3")
    assert session.node(f"{work}/work_place").violation is None
    session.answer(f"{work}/work_place", "")
    assert session.node(f"{work}/work_place").violation == "required"


def test_one_failed_indicator_makes_the_water_unsafe():
    lists = household_lists()
    session = opened("household_check", lists)
    session.answer("/data/water/water_access", "no")
    assert changed(session, lists)["households", "h1"]["safe_water"] == "no"
    assert {"water_unsafe", "flag_water"} <= shown(session)


def test_events_ask_for_their_story_and_are_cleared_with_it():
    lists = household_lists(
        events="accident", event_date="2026-02-02", event_note="摔伤", event_loss="300"
    )
    session = opened("household_check", lists)
    assert session.node("/data/sudden/event_note").value == "摔伤"
    session.answer("/data/sudden/events", "")
    written = changed(session, lists)["households", "h1"]
    cleared = ("events", "event_date", "event_note", "event_loss")
    assert [written[one] for one in cleared] == [""] * 4


def test_the_negative_list_asks_for_a_reason_and_refuses_nothing():
    session = finish(opened("household_check"))
    session.answer("/data/assets/negative_items", "car deposit")
    assert session.node("/data/assets/negative_reason").violation == "required"
    session.answer("/data/assets/negative_reason", "面包车为谋生工具")
    session.answer("/data/conclude/conclusion", "include")
    assert session.problems() == []


@pytest.mark.parametrize(
    ("rows", "note"),
    [
        ([{"name": "income_line", "value": "10333.34"}], "line_below"),
        ([{"name": "income_line", "value": "10333.33"}], "line_above"),
        ([{"name": "other", "value": "1"}], "line_unknown"),
        ([], "line_unknown"),
    ],
)
def test_the_line_is_a_reference_and_says_so(rows, note):
    lists = household_lists() | {"profile": rows}
    session = opened("household_check", lists)
    lines = {"line_below", "line_above", "line_unknown"}
    assert shown(session) & lines == {note}
    assert "不符合" not in session.node(f"/data/result/{note}").label


def test_two_heads_or_none_are_said():
    session = opened("household_check")
    assert "flag_head" not in shown(session)
    session.answer("/data/member[2]/identity/relation", "head")
    assert "flag_head" in shown(session)


def test_a_household_of_which_nothing_is_known_can_be_filled_in():
    lists = household_lists() | {"persons": [], "profile": []}
    lists["households"] = [{"name": "h9", "village": "v"}]
    session = opened("household_check", lists)
    assert session.faults == ()
    assert session.node("/data/member_count").violation == "constraint"
    session.answer("/data/member_count", "1")
    assert session.node("/data/member").count == 1
    assert value(session, "income_per_head") == ""
    assert "income_missing" in shown(session)


def test_the_visit_is_dated_by_the_clock():
    early = datetime(2026, 3, 1, tzinfo=UTC)
    assert early < NOW
    session = opened("household_check", now=early)
    assert value(session, "visit/visit_date") == "2026-03-01"
