"""History of a household and a field; one's own last save taken back; the audit."""

from contextlib import closing
from dataclasses import replace

import pytest

from surveytool.domain.entity import Ref
from surveytool.domain.seat import Office, Operator, Role, Seat
from surveytool.store.tries import WrongPassphraseError
from surveytool.tasks import audit, history, operators, passphrases, undo, workspaces
from surveytool.tasks.operators import OnlyAdministratorError
from surveytool.tasks.passphrases import ShortPassphraseError
from surveytool.tasks.undo import ChangedSinceError, DecidedError, NothingToUndoError

SEAT = Seat(Office.TOWNSHIP, Role.ADMINISTRATOR, "李雪", "桔柑镇", "武都区")
FIRST, SHORT = "青山 不老 绿水 长流", "短口令"
H, P = Ref("household", "h1"), Ref("person", "p1")


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    path = tmp_path_factory.mktemp("w") / "w.survey"
    desk = workspaces.create(path, FIRST, SEAT)
    yield desk
    desk.close()


@pytest.fixture
def desk(opened):
    """Return the desk with one household of its own for each test."""
    opened.write(H, {H: {"village": "v1", "code": "0001"}}, why="new")
    return opened


def fields(desk, ref):
    found = desk.store.entity(ref)
    return dict(found.fields) if found else None


def test_a_field_s_history_says_who_when_from_and_to(desk):
    household = Ref("household", "h2")
    desk.write(household, {household: {"village": "v1", "code": "1"}})
    desk.write(household, {household: {"code": "2"}}, why="wrong number")
    desk.write(household, {household: {"code": None}})
    edits = history.field(desk, "h2", household, "code")
    assert [(e.fields[0].before, e.fields[0].after) for e in edits] == [
        ("2", None),
        ("1", "2"),
        (None, "1"),
    ]
    assert {(one.who, one.device) for one in edits} == {("李雪", "")}
    assert edits[1].why == "wrong number"
    assert len(history.household(desk, "h2")) == 3


def test_single_answers_of_a_form_stay_out_of_the_household_s_history(desk):
    household, form = Ref("household", "h3"), Ref("submission", "s3")
    desk.write(household, {household: {"village": "v1"}})
    desk.write(household, {form: {"household": "h3", "/data/income": "1"}})
    (first,) = history.household(desk, "h3")
    assert first.fields[0].name == "village"
    assert "/data/income" not in {
        one.name for edit in history.household(desk, "h3") for one in edit.fields
    }


def test_undo_puts_back_what_the_last_save_replaced(desk):
    household, person = Ref("household", "h4"), Ref("person", "p4")
    desk.write(household, {household: {"village": "v1", "code": "1"}})
    before = fields(desk, household)
    desk.write(
        household,
        {household: {"code": "9", "note": "x"}, person: {"household": "h4"}},
    )
    taken_back = undo.undo(desk, "h4")
    assert set(taken_back.set) == {household, person}
    assert fields(desk, household) == before
    assert fields(desk, person) is None
    assert len(history.household(desk, "h4")) == 3
    with pytest.raises(NothingToUndoError):
        undo.undo(desk, "h4")
    assert desk.store.verify() == []


def test_undo_of_a_deletion_brings_the_entity_back(desk):
    household, person = Ref("household", "h5"), Ref("person", "p5")
    desk.write(household, {household: {"village": "v1"}})
    desk.write(household, {person: {"household": "h5", "full_name": "张"}})
    desk.write(household, {person: {"_gone": "1"}})
    assert fields(desk, person) is None
    undo.undo(desk, "h5")
    assert fields(desk, person)["full_name"] == "张"


def test_undo_is_refused_where_someone_changed_it_since(desk):
    household = Ref("household", "h6")
    desk.write(household, {household: {"village": "v1", "code": "1"}})
    sight = desk.store.sight(household)
    theirs = sight.change(
        "王芳", "2026-11-24T09:00:00+08:00", {household: {"code": "2"}}
    )
    desk.store.take([replace(theirs, dev="d-other")])
    with pytest.raises(ChangedSinceError) as refusal:
        undo.undo(desk, "h6")
    assert "王芳" in refusal.value.say("zh")
    assert fields(desk, household)["code"] == "2"
    with pytest.raises(NothingToUndoError):
        undo.undo(desk, "nowhere")


def test_whoever_looks_at_a_whole_number_is_noted(desk):
    desk.write(H, {P: {"household": "h1", "id_number": "621202196801011234"}})
    assert audit.unmask(desk, "p1") == "621202196801011234"
    last = desk.store.audit_lines()[-1]
    assert (last.who, last.action, last.subject) == ("李雪", "unmasked", "person/p1")
    assert "621202196801011234" not in str(desk.store.audit_lines())


def test_the_audit_goes_out_as_a_table_and_no_cell_is_a_formula(desk, tmp_path):
    desk.store.audit("exported", "=cmd()", "+1")
    lines = audit.write(desk, tmp_path / "audit.csv")
    text = (tmp_path / "audit.csv").read_text("utf-8-sig")
    assert len(text.strip().split("\n")) == lines + 1
    assert "'=cmd()" in text
    assert desk.store.audit_lines()[-1].action == "audit_out"
    assert desk.store.verify() == []


def test_a_passphrase_has_a_least_length(desk, tmp_path):
    for refused in (
        lambda: workspaces.create(tmp_path / "n.survey", SHORT, SEAT),
        lambda: passphrases.change_own(desk, FIRST, SHORT),
        lambda: operators.add(desk, Operator("王", Role.READER), " " * 20),
    ):
        with pytest.raises(ShortPassphraseError):
            refused()
    assert not (tmp_path / "n.survey").exists()
    assert operators.may_manage(desk)


def test_only_an_administrator_says_who_works_here(desk, monkeypatch):
    operators.add(desk, Operator("赵强", Role.REVIEWER), FIRST)
    monkeypatch.setattr(desk.store, "_who", desk.store._tag("赵强"))  # noqa: SLF001 - as if he had opened it
    assert desk.seat.operator == "赵强"
    for refused in (
        lambda: operators.add(desk, Operator("王", Role.READER), FIRST),
        lambda: operators.remove(desk, "李雪"),
        lambda: operators.change(desk, Operator("李雪", Role.READER)),
        lambda: operators.set_passphrase(desk, "李雪", FIRST),
        lambda: audit.table(desk),
    ):
        with pytest.raises(OnlyAdministratorError):
            refused()


def test_the_sheet_for_the_safe_has_the_code_and_no_household(desk):
    lines = passphrases.recovery_sheet(desk, "AAAA-BBBB-CCCC-DDDD-EEEE-FFFF-GGGG-HHHH")
    assert "AAAA  BBBB  CCCC  DDDD" in lines
    assert passphrases.idle_minutes(desk) == 10
    passphrases.set_idle_minutes(desk, 0)
    assert passphrases.idle_minutes(desk) == 0


def test_undo_of_a_new_household_takes_no_one_else_s_person_with_it(desk):
    household, person = Ref("household", "h20"), Ref("person", "p20")
    desk.write(household, {household: {"village": "v1"}})
    sight = desk.store.sight(household)
    theirs = sight.change("王芳", desk.stamp(), {person: {"household": "h20"}})
    desk.store.save(theirs)
    with pytest.raises(ChangedSinceError):
        undo.undo(desk, "h20")
    assert desk.store.entity(household) is not None


def test_undo_does_not_choose_in_place_of_the_desk(desk):
    household = Ref("household", "h21")
    desk.write(household, {household: {"village": "v1", "code": "1"}})
    sight = desk.store.sight(household)
    desk.write(household, {household: {"code": "2"}})
    theirs = sight.change("王芳", desk.stamp(), {household: {"code": "3"}})
    desk.store.save(replace(theirs, dev="other"))
    both = desk.store.sight(household)
    decided = both.change(
        desk.seat.operator, desk.stamp(), {household: {"code": "3"}}, keep_same=True
    )
    desk.store.save(decided)
    with pytest.raises(DecidedError):
        undo.undo(desk, "h21")


def test_only_who_manages_makes_a_new_recovery_key(tmp_path):
    path = tmp_path / "r.survey"
    with closing(workspaces.create(path, FIRST, SEAT)) as desk:
        code = passphrases.new_recovery_key(desk)
        operators.add(desk, Operator("王芳", Role.READER), "另一个 很长的 口令")
    with closing(workspaces.open_desk(path, "另一个 很长的 口令", "王芳")) as desk:
        with pytest.raises(OnlyAdministratorError):
            passphrases.new_recovery_key(desk)
        with pytest.raises(OnlyAdministratorError):
            passphrases.set_idle_minutes(desk, 0)
    with closing(workspaces.recover(path, code, "第三个 很长的 口令")) as desk:
        assert desk.seat.operator == "李雪"


def test_someone_called_recovery_opens_with_his_own_passphrase(tmp_path):
    path = tmp_path / "n.survey"
    with closing(workspaces.create(path, FIRST, SEAT)) as desk:
        code = passphrases.new_recovery_key(desk)
        operators.add(desk, Operator("recovery", Role.READER), "另一个 很长的 口令")
    with closing(workspaces.open_desk(path, "另一个 很长的 口令", "recovery")) as desk:
        assert desk.seat.role is Role.READER
    with pytest.raises(WrongPassphraseError):
        workspaces.open_desk(path, code, "recovery")
