"""Rights travel with changes: what may not stand is quarantined, alike everywhere."""

from dataclasses import replace

import pytest
from offices import edit, forged, household, reasons, register

from surveytool.domain.entity import Ref
from surveytool.domain.seat import Office, Operator, Role
from surveytool.tasks import approvals, packages
from surveytool.tasks import register as words
from surveytool.tasks.managing import OnlyAdministratorError

V1, V2, V3 = "621202101201", "621202101202", "621202102201"


def step(desk, root, name="plan_approval"):
    ref = Ref("step", f"s-{name}-{desk.seat.title}")
    values = {"name": name, "result": "passed", "household": root.id}
    return forged(desk, root, {ref: values})


def test_what_is_rightful_stands_and_reaches_everyone(region):
    county = region.county(V1, V2)
    town = region.join(county, "甲镇", V1, V2)
    home = household(county, "h1", V1)
    region.carry(county, town)
    edit(town, home, code="7")
    edit(town, home, village=V2)
    household(town, "h2", V2)
    result = region.carry(town, county)
    assert (result.new, result.held) == (3, 0)
    assert county.store.entity(home).get("code") == "7"
    region.carry(county, town)
    assert register(town) == register(county)
    assert county.store.verify() == town.store.verify() == []


def test_a_surveyor_cannot_approve_and_the_county_can(region):
    county = region.county(V1)
    town = region.join(county, "甲镇", V1)
    home = household(county, "h1", V1)
    region.carry(county, town)
    town.store.save(step(town, home))
    assert reasons(town) == ["county_step"]
    assert region.carry(town, county).held == 1
    assert county.store.entities("step", household="h1") == []
    assert register(town) == register(county)
    county.store.save(step(county, home))
    region.carry(county, town)
    assert len(town.store.entities("step", household="h1")) == 1
    assert county.store.verify() == town.store.verify() == []


def test_what_the_county_decided_no_township_rewrites(region):
    county = region.county(V1)
    town = region.join(county, "甲镇", V1)
    home = household(county, "h1", V1)
    approval = step(county, home)
    county.store.save(approval)
    region.carry(county, town)
    (ref,) = approval.set
    edit(town, ref, result="returned")
    rewritten = forged(
        town, home, {ref: {"name": "visit"}}, seen=frozenset([approval.id])
    )
    town.store.save(rewritten)
    assert region.carry(town, county).held == 2
    assert county.store.entity(ref).get("name") == "plan_approval"
    assert register(town)[1] == register(county)[1]


def test_the_townships_own_review_takes_a_reviewer(region):
    county = region.county(V1)
    one = region.join(county, "甲镇", V1)
    other = region.join(county, "乙镇", V1, role=Role.REVIEWER)
    home = household(county, "h1", V1)
    for town in (one, other):
        region.carry(county, town)
        town.store.save(step(town, home, "township"))
    assert reasons(one) == ["review_step"]
    assert reasons(other) == []


def test_a_township_does_not_touch_anothers_households(region):
    county = region.county(V1, V3)
    one = region.join(county, "甲镇", V1)
    other = region.join(county, "丙镇", V3)
    home = household(county, "h1", V1)
    person = Ref("person", "p1")
    county.write(home, {person: {"household": "h1", "full_name": "甲"}})
    mine = household(other, "h9", V3)
    region.carry(county, one)
    tries = [
        forged(other, home, {home: {"code": "x"}}),
        forged(other, home, {home: {"village": V3}}),
        forged(other, mine, {person: {"full_name": "乙"}}),
        forged(other, mine, {mine: {"village": V1}}),
        forged(other, Ref("village", V1), {Ref("village", V1): {"title": "x"}}),
    ]
    other.store.take(tries)
    result = region.carry(other, county)
    assert (result.new, result.held) == (6, 5)
    assert county.store.entity(person).get("full_name") == "甲"
    assert county.store.entity(home).fields == {"village": V1, "code": "h1"}
    assert set(reasons(county)) <= {"other_township", "unplaced"}
    region.carry(county, one)
    region.carry(county, other)
    # The one that tried has only its own invention: nothing of the true one came.
    assert other.store.entity(home).get("village") == V3
    assert other.store.entity(person).get("full_name") == "乙"
    assert register(one)[1].keys() <= register(county)[1].keys()
    assert county.store.verify() == one.store.verify() == []


def test_only_the_county_certifies(region):
    county = region.county(V1)
    town = region.join(county, "甲镇", V1)
    region.carry(county, town)
    ref = Ref("device", town.keys.device)
    grand = {"office": "county", "role": "administrator", "village": "*"}
    town.store.save(forged(town, ref, {ref: grand}))
    town.store.save(forged(town, ref, {ref: grand}, dev=county.keys.device))
    region.carry(town, county)
    assert reasons(county) == reasons(town) == ["county_only", "unsigned"]
    home = household(county, "h1", V1)
    region.carry(county, town)
    town.store.save(step(town, home))
    region.carry(town, county)
    assert "county_step" in reasons(county)


def test_an_unknown_device_waits_until_its_card_comes(region):
    county = region.county(V1)
    one = region.join(county, "甲镇", V1)
    two = region.join(county, "乙镇", V1)
    region.carry(county, one)
    region.carry(county, two)
    home = household(one, "h1", V1)
    stranger = region.desk("丁镇")
    late = household(stranger, "h2", V1)
    two.store.take(stranger.store.history(late))
    county.store.take(stranger.store.history(late))
    assert reasons(two) == reasons(county) == ["unknown_device"]
    assert two.store.entity(late) is None
    region.certify(county, stranger, V1)
    region.carry(county, two)
    assert reasons(two) == reasons(county) == []
    assert two.store.entity(late) is not None
    region.carry(one, county)
    region.carry(county, two)
    assert two.store.entity(home) is not None
    assert county.store.verify() == two.store.verify() == []


def test_a_decision_lets_a_change_stand_and_another_takes_it_back(region):
    county = region.county(V1)
    town = region.join(county, "甲镇", V1)
    home = household(county, "h1", V1)
    region.carry(county, town)
    town.store.save(step(town, home))
    region.carry(town, county)
    (held,) = county.store.quarantine()
    roots = {held.id: held.change.root}
    with pytest.raises(words.NoReasonGivenError):
        words.rule(county, roots, "release", " ")
    with pytest.raises(words.NotYoursToDecideError):
        words.rule(town, roots, "release", "我说了算")
    words.rule(county, roots, "release", "县里口头授权")
    assert county.store.quarantine() == []
    assert len(county.store.entities("step", household="h1")) == 1
    region.carry(county, town)
    assert register(town) == register(county)
    words.rule(county, roots, "reject", "授权已收回")
    assert county.store.entities("step", household="h1") == []
    assert reasons(county) == ["set_aside"]
    region.carry(county, town)
    assert register(town) == register(county)
    assert county.store.verify() == town.store.verify() == []


def test_a_lost_laptop_is_cut_off_at_what_had_come(region):
    county = region.county(V1)
    town = region.join(county, "甲镇", V1)
    other = region.join(county, "乙镇", V1)
    home = household(county, "h1", V1)
    region.carry(county, town)
    edit(town, home, code="来得及")
    region.carry(town, county)
    edit(town, home, code="太晚")
    household(town, "h2", V1)
    late = region.send(town, county, "late.stpack")
    words.revoke(county, town.keys.device, "电脑丢失")
    region.carry(county, other)
    (result,) = packages.take_in(county, [late])
    assert (result.new, result.held, reasons(county)) == (2, 2, ["revoked"] * 2)
    region.carry(county, other)
    assert other.store.dump() == county.store.dump()
    # A household whose birth does not stand is in no village's feed.
    assert register(other)[1].items() < register(county)[1].items()
    assert county.store.entity(home).get("code") == "来得及"
    with pytest.raises(packages.RevokedPeerError):
        region.send(county, town)
    held = {one.id: one.change.root for one in county.store.quarantine()}
    words.rule(county, held, "release", "电脑已找回，内容核对无误")
    assert county.store.entity(home).get("code") == "太晚"
    region.carry(county, other)
    assert register(other) == register(county)
    assert county.store.verify() == other.store.verify() == []


def test_a_revocation_that_comes_later_takes_back_what_stood(region):
    county = region.county(V1)
    town = region.join(county, "甲镇", V1)
    other = region.join(county, "乙镇", V1)
    home = household(county, "h1", V1)
    for one in (town, other):
        region.carry(county, one)
    edit(town, home, code="偷改")
    other.store.take(town.store.history(home))
    assert other.store.entity(home).get("code") == "偷改"
    words.revoke(county, town.keys.device, "电脑丢失")
    region.carry(county, other)
    assert other.store.entity(home).get("code") == "h1"
    assert reasons(other) == ["revoked"]
    assert other.store.verify() == []


def test_what_a_peer_brings_in_the_countys_name_waits(region):
    county = region.county(V1, V3)
    town = region.join(county, "甲镇", V1)
    other = region.join(county, "丙镇", V3)
    home = household(county, "h1", V3)
    region.carry(county, town)
    false = forged(town, home, {home: {"code": "假"}}, dev=county.keys.device)
    town.store.save(false)
    # Without a place the household's change is not in a feed that the county gets.
    result = region.carry(town, county)
    assert result.new == 1
    assert county.store.entity(home).get("code") == "h1"
    assert reasons(county) == ["set_aside"]
    region.carry(county, other)
    assert other.store.entity(home).get("code") == "h1"
    assert register(other)[1] == register(county)[1]


def test_the_usual_tasks_go_on_under_rights(region):
    county = region.county(V1)
    town = region.join(county, "甲镇", V1)
    home = household(county, "h1", V1)
    region.carry(county, town)
    plan = Ref("plan", "p1")
    town.write(home, {plan: {"household": "h1", "year": "2026", "made": "2026-11-01"}})
    approvals.record_step(town, "h1", "plan_submitted", "passed")
    region.carry(town, county)
    assert approvals.approve(county, ["h1"]) == 1
    region.carry(county, town)
    assert reasons(county) == reasons(town) == []
    assert town.store.row("h1").plan_state == "approved"


def test_a_computer_with_a_lesser_role_loses_the_greater_one(region):
    county = region.county(V1)
    town = region.join(county, "甲镇", V1, role=Role.REVIEWER)
    home = household(county, "h1", V1)
    region.carry(county, town)
    card = next(one for one in packages.peers(county) if one.device == town.keys.device)
    words.certify(county, replace(card, role=Role.SURVEYOR))
    region.carry(county, town)
    town.store.save(step(town, home, "township"))
    assert reasons(town) == ["review_step"]
    assert region.carry(town, county).held == 1


def test_a_county_s_surveyor_certifies_nobody(region):
    county = region.county(V1)
    town = region.join(county, "甲镇", V1)
    county.store.set_seat(replace(county.seat, role=Role.SURVEYOR))
    with pytest.raises(words.NotYoursToDecideError):
        region.certify(county, town, V1)


def test_a_computer_that_becomes_the_county_s_bears_what_it_bore(region):
    county = region.county(V1, V2)
    first = region.join(county, "甲镇", V1)
    second = region.join(county, "乙镇", V2)
    household(first, "h1", V1)
    household(second, "h1", V2)
    region.carry(first, county)
    region.carry(second, county)
    assert reasons(county) == []
    card = next(
        one for one in packages.peers(county) if one.device == first.keys.device
    )
    words.certify(county, replace(card, office=Office.COUNTY, villages=()))
    before = reasons(county)
    county.store.trust({})
    assert before == reasons(county) == ["other_township"]


@pytest.mark.parametrize("name", ["plan_reopened", "rollback_approval"])
def test_no_township_reopens_or_takes_back_what_the_county_approved(region, name):
    county = region.county(V1)
    town = region.join(county, "甲镇", V1, role=Role.ADMINISTRATOR)
    home = household(county, "h1", V1)
    region.carry(county, town)
    town.store.save(step(town, home, name))
    assert reasons(town) == ["county_step"]
    assert region.carry(town, county).held == 1


def test_whoever_sits_at_the_county_what_is_false_is_set_aside(region):
    county = region.county(V1)
    town = region.join(county, "甲镇", V1)
    home = household(county, "h1", V1)
    region.carry(county, town)
    town.store.save(step(town, home, "visit"))
    ours = {Ref("step", "s9"): {"name": "plan_approval", "household": home.id}}
    town.store.save(forged(town, home, ours, dev=county.keys.device))
    county.store.set_seat(replace(county.seat, role=Role.READER))
    region.carry(town, county)
    assert reasons(county) == ["set_aside"]


def test_only_who_manages_takes_a_county_s_word(region):
    county, town = region.county(V1), region.desk("甲镇")
    chief = Operator("站长", Role.ADMINISTRATOR)
    town.store.add_operator(chief, "青山 不老 绿水 长流")
    with pytest.raises(OnlyAdministratorError):
        region.certify(county, town, V1)
    assert town.store.anchors == {}
