"""Several people, each with a passphrase of their own, at one workspace."""

import re
from dataclasses import replace

import pytest
from stores import H1, H2, P1, PASSPHRASE, SEAT, WRONG, change, database

from surveytool.domain.seat import Operator, Role
from surveytool.store import Store
from surveytool.store.allowance import OtherVillageError, ReaderError
from surveytool.store.keys import ROOM, read_slots
from surveytool.store.opening import UnknownOperatorError, WhoError
from surveytool.store.people import (
    MOST,
    NoAdministratorError,
    NoOperatorError,
    NotYourselfError,
    SameOperatorError,
    TooManyOperatorsError,
)
from surveytool.store.recovery import LETTERS, BadCodeError, new_code, read_code
from surveytool.store.tries import WrongPassphraseError

WANG, ZHAO = Operator("王芳", Role.ADMINISTRATOR), Operator("赵强", Role.READER)
OTHER = "换了一个口令 2026"
HERE, THERE = "621202101201", "621202101202"


def household(ref, village, at="1"):
    return change({ref: {"village": village, "code": at}}, root=ref, at=at)


def test_each_opens_with_the_own_passphrase_and_signs_the_own_deeds(bench):
    with bench.create() as store:
        store.add_operator(WANG, WRONG)
    with pytest.raises(WhoError):
        bench.open()
    with pytest.raises(UnknownOperatorError):
        Store.open(store.path, PASSPHRASE, operator="李", host=bench.host)
    with pytest.raises(WrongPassphraseError):
        Store.open(store.path, PASSPHRASE, operator="王芳", host=bench.host)
    bench.clock.now += 1
    with Store.open(store.path, WRONG, operator=" 王芳 ", host=bench.host) as hers:
        assert (hers.seat.operator, hers.seat.role) == ("王芳", Role.ADMINISTRATOR)
        assert hers.device_seat.operator == "李雪"
        hers.audit("printed")
        assert hers.audit_lines()[-1].who == "王芳"
        assert hers.verify() == []
    with Store.open(store.path, PASSPHRASE, operator="李雪", host=bench.host) as his:
        assert his.seat == SEAT


def test_nobody_s_name_stands_readable_in_the_file(bench):
    with bench.create() as store:
        store.add_operator(WANG, WRONG)
        store.new_recovery_code()
    content = store.path.read_bytes()
    for name in ("王芳", "李雪", SEAT.title):
        for text in (
            name.encode(),
            name.encode("utf-16-le"),
            ascii(name)[1:-1].encode(),
        ):
            assert text not in content


def test_people_come_go_and_change_without_rewriting_the_file(bench):
    with bench.create() as store:
        store.take(change({P1: {"phone": str(n)}}, at=str(n)) for n in range(300))
    path = store.path
    before = path.read_bytes()
    with bench.open() as store:
        store.add_operator(WANG, WRONG)
        store.add_operator(ZHAO, WRONG)
        store.set_operator(replace(ZHAO, role=Role.SURVEYOR, villages=(HERE,)))
        assert [one.name for one in store.operators()] == ["李雪", "王芳", "赵强"]
    after = path.read_bytes()
    pages = [
        before[at : at + 16384] == after[at : at + 16384]
        for at in range(0, len(before), 16384)
    ]
    assert pages.count(False) < 9
    with Store.open(path, WRONG, operator="王芳", host=bench.host) as store:
        store.remove_operator("赵强")
        store.change_passphrase(OTHER, "李雪")
    with pytest.raises(UnknownOperatorError):
        Store.open(path, WRONG, operator="赵强", host=bench.host)
    with pytest.raises(WrongPassphraseError):
        Store.open(path, PASSPHRASE, operator="李雪", host=bench.host)
    bench.clock.now += 1
    with Store.open(path, OTHER, operator="李雪", host=bench.host) as store:
        assert store.verify() == []


def test_what_people_may_not_be_is_refused(store):
    with pytest.raises(NoAdministratorError):
        store.add_operator(ZHAO, WRONG)
    store.add_operator(WANG, WRONG)
    with pytest.raises(SameOperatorError):
        store.add_operator(replace(WANG, role=Role.READER), WRONG)
    with pytest.raises(NotYourselfError):
        store.remove_operator(SEAT.operator)
    with pytest.raises(NoOperatorError):
        store.remove_operator("没有")
    with pytest.raises(NoOperatorError):
        store.change_passphrase(WRONG, "没有")
    store.add_operator(ZHAO, WRONG)
    with pytest.raises(NoAdministratorError):
        store.remove_operator("王芳")
    with pytest.raises(NoAdministratorError):
        store.set_operator(replace(WANG, role=Role.REVIEWER))
    assert len(store.operators()) == 3


def test_as_many_as_promised_fit_on_the_first_page(bench):
    with bench.create() as store:
        store.add_operator(WANG, WRONG)
        for n in range(MOST - 2):
            store.add_operator(Operator(f"操作员{n}", Role.SURVEYOR), WRONG)
        code = store.new_recovery_code()
        with pytest.raises(TooManyOperatorsError):
            store.add_operator(ZHAO, WRONG)
        (taken,) = (
            database(store)
            .execute(
                "select sum(length(sql) + length(name) * 2 + 24) from sqlite_schema"
            )
            .fetchone()
        )
    assert taken < ROOM - 300
    assert len(read_slots(store.path)) == MOST + 1
    Store.open(store.path, WRONG, operator="操作员9", host=bench.host).close()
    Store.recover(store.path, code, OTHER, operator="操作员3", host=bench.host).close()
    Store.open(store.path, OTHER, operator="操作员3", host=bench.host).close()


def test_a_reader_changes_nothing(bench):
    with bench.create() as store:
        store.save(household(H1, HERE))
        store.add_operator(WANG, WRONG)
        store.add_operator(ZHAO, WRONG)
    with Store.open(store.path, WRONG, operator="赵强", host=bench.host) as reader:
        dump = reader.dump()
        with pytest.raises(ReaderError) as refusal:
            reader.save(household(H2, HERE))
        assert "赵强" in refusal.value.say("zh")
        assert reader.dump() == dump
        assert reader.households()[0].id == "h1"
        theirs = change({P1: {"phone": "1"}}, dev="d7")
        assert reader.take([theirs], source="d7").new == 1


def test_an_operator_with_villages_sees_and_changes_only_these(bench):
    with bench.create() as store:
        store.save(household(H1, HERE, "0001"))
        store.save(household(H2, THERE, "0002"))
        store.add_operator(WANG, WRONG)
        store.add_operator(replace(ZHAO, role=Role.SURVEYOR, villages=(HERE,)), WRONG)
    with Store.open(store.path, WRONG, operator="赵强", host=bench.host) as hers:
        assert hers.seat.villages == (HERE,)
        assert [one.id for one in hers.households()] == ["h1"]
        assert [one.id for one in hers.villages()] == [HERE]
        assert [one.id for one in hers.search("0002")] == []
        assert hers.row("h2") is None
        assert [one.id for one in hers.each("household")] == ["h1"]
        assert [one.id for one in hers.entities("household")] == ["h1"]
        hers.save(household(H1, HERE, "0009"))
        for moved in (household(H2, THERE, "3"), household(H1, THERE, "4")):
            with pytest.raises(OtherVillageError):
                hers.save(moved)
        with pytest.raises(OtherVillageError):
            hers.save(change({H2: {"note": "x"}}, root=H2, at="5"))


def test_the_printed_key_sets_a_new_passphrase(bench):
    with bench.create() as store:
        store.save(change({P1: {"phone": "1"}}))
        old = store.new_recovery_code()
        code = store.new_recovery_code()
        assert store.has_recovery
    path = store.path
    with pytest.raises(WrongPassphraseError):
        Store.recover(path, old, OTHER, host=bench.host)
    bench.clock.now += 1
    typed = code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    with Store.recover(path, typed, OTHER, host=bench.host) as back:
        assert back.seat.operator == "李雪"
        assert back.entity(P1).get("phone") == "1"
        assert "recovered" in [one.action for one in back.audit_lines()]
    with pytest.raises(WrongPassphraseError):
        bench.open()
    bench.clock.now += 1
    bench.open(passphrase=OTHER).close()
    Store.recover(path, code, WRONG, host=bench.host).close()


def test_asking_again_knows_the_passphrase(bench):
    with bench.create() as store:
        store.check_passphrase(PASSPHRASE)
        with pytest.raises(WrongPassphraseError):
            store.check_passphrase(WRONG)
        bench.clock.now += 1
        store.change_passphrase(OTHER)
        store.check_passphrase(OTHER)


def test_a_code_reads_well_aloud():
    code = new_code()
    assert re.fullmatch(r"(\w{4}-){7}\w{4}", code)
    assert not set("ILOU") & set(LETTERS)
    assert read_code(code) == code
    assert new_code() != code


def read_code_or_none(code):
    try:
        return read_code(code)
    except BadCodeError:
        return None


def test_most_slips_are_noticed_before_the_key_is_tried():
    noticed = 0
    for _ in range(60):
        code = new_code()
        first = LETTERS[(LETTERS.index(code[0]) + 1) % 32]
        noticed += read_code_or_none(first + code[1:]) is None
    assert noticed >= 57
