"""The histories, or a direct test, find each mistake of SYNC.md when it is made."""

import shutil

import pytest
from openpyxl import Workbook
from soak_history import complaints, history
from soak_laptop import PASSPHRASE, computer
from soak_template import open_copy
from store_mutants import HARD_TO_FIND, MISTAKES, mutated
from test_moving_people import BORN, HOMES, HOUSES, PHONE, TO_B, TO_C, P, change

from surveytool.questionnaire.compile import compile_form
from surveytool.store import Store
from surveytool.store.sqlcipher import DatabaseError
from surveytool.tasks import survey

HOME = HOMES["a"]
MOST = 80
"""Histories in which a mistake must show; most show in the first few."""


def shows(seed, templates):
    """Tell whether a history comes out wrong, or breaks."""
    try:
        return bool(complaints(history(seed), templates[seed % 2]))
    except (AssertionError, DatabaseError, KeyError, StopIteration):
        return True


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_breaks_some_history(mistake, templates):
    with mutated(*MISTAKES[mistake]):
        assert any(shows(seed, templates) for seed in range(MOST))


def test_without_mistakes_the_same_histories_are_right(templates):
    assert not any(shows(seed, templates) for seed in range(6))


@pytest.fixture
def laptop(templates, tmp_path):
    folder = tmp_path / "county"
    shutil.copytree(templates[0].folder, folder)
    laptop = open_copy(templates[0], "county", folder, world={})
    yield laptop
    laptop.store.close()


def tells_both_villages(laptop):
    laptop.store.take([*HOUSES, BORN])
    for one in (TO_B, TO_C, PHONE):
        laptop.store.save(one)
    feeds = [set(laptop.store.feed(village)) for village in ("VB", "VC")]
    return all({BORN.id, TO_B.id, TO_C.id, PHONE.id} <= feed for feed in feeds)


def brings_the_history(laptop):
    laptop.store.take([HOUSES[0], BORN])
    laptop.store.save(PHONE)
    laptop.store.take([HOUSES[1], TO_B])
    return {BORN.id, PHONE.id, TO_B.id} <= set(laptop.store.feed("VB"))


def keeps_a_late_parent_down(laptop):
    again = change("a", {P: {"full_name": "乙"}}, BORN)
    for one in (HOUSES[0], again, BORN):
        laptop.store.save(one)
    stands = laptop.store.entity(P).get("full_name")
    return stands == "乙" and laptop.store.conflicts() == []


def notices_a_copy(laptop):
    path = laptop.folder / "copy.surveytool"
    shutil.copyfile(laptop.store.path, path)
    with Store.open(path, PASSPHRASE, host=computer(laptop.folder, "pc")) as copy:
        return copy.moved


def form_at(folder):
    """Write a form of one question, which is the household's phone."""
    book = Workbook()
    survey = book.active
    survey.title = "survey"
    survey.append(("type", "name", "label", "calculation", "save_to"))
    survey.append(("calculate", "home", None, f"'{HOME.id}'", None))
    survey.append(("text", "phone", "电话", None, "phone"))
    entities = book.create_sheet("entities")
    entities.append(("list_name", "entity_id"))
    entities.append(("households", "${home}"))
    book.save(folder / "small.xlsx")
    compiled = compile_form(folder / "small.xlsx")
    (folder / "small.xml").write_bytes(compiled.xml)


def disputed_after_finishing(laptop, *, hasty):
    """Another's answer arrives while a form is open: both remain to be decided."""
    form_at(laptop.folder)
    desk = laptop.desk
    desk.store.save(HOUSES[0])
    begun = survey.begin(desk, HOME.id, "small")
    begun.session.answer("/data/phone", "1")
    survey.save(desk, begun, begun.take_unsaved())
    desk.store.save(change("a", {HOME: {"phone": "2"}}))
    if hasty:
        begun.sight = desk.store.sight(HOME)
    assert survey.finish(desk, begun) == []
    return [one.field for _, one in desk.store.conflicts()]


def test_a_form_has_seen_what_it_showed_when_it_was_opened(laptop):
    assert disputed_after_finishing(laptop, hasty=False) == ["phone"]


def test_seen_taken_at_the_end_loses_the_answer_that_nobody_saw(laptop):
    assert disputed_after_finishing(laptop, hasty=True) == []


CHECKS = {
    "a person moves without the history": brings_the_history,
    "a late parent re-enters": keeps_a_late_parent_down,
    "a village is not told of a dispute": tells_both_villages,
    "a copied workspace remains the device": notices_a_copy,
}


@pytest.mark.parametrize("mistake", HARD_TO_FIND)
def test_a_direct_test_finds_what_histories_hardly_do(mistake, laptop):
    with mutated(*HARD_TO_FIND[mistake]):
        assert not CHECKS[mistake](laptop)


@pytest.mark.parametrize("mistake", HARD_TO_FIND)
def test_without_the_mistake_the_direct_test_is_content(mistake, laptop):
    assert CHECKS[mistake](laptop)


def test_after_a_rollback_nothing_of_it_is_remembered(laptop):
    """SQLite takes all back by itself on a full disk; no cache may lag behind."""
    store = laptop.store
    store.take([*HOUSES, BORN])
    before = store.dump()

    def breaking():
        yield TO_B
        msg = "the package ends here"
        raise ValueError(msg)

    for _ in range(2):
        with pytest.raises(ValueError, match="ends here"):
            store.take(breaking())
        assert store.dump() == before
    for one in (PHONE, TO_B, TO_C):
        store.save(one)
    assert len(store.conflicts()) == 1
    assert store.verify() == []


def test_long_numbers_stay_what_was_typed(laptop):
    """An identifier that went through a float would end in zeros."""
    typed = {"id_number": "621202196801011234", "phone": "013893912345"}
    typed |= {"code": "000123456789012345678", "note": "1e5", "size": "1.0"}
    store = laptop.store
    store.save(HOUSES[0])
    store.save(change("a", {P: typed | {"household": "a"}}))
    sight = store.sight(HOME)
    store.save(sight.change("王", "2026", {P: {"note": "12345678901234567890.10"}}))
    fields = store.entity(P).fields
    assert fields == typed | {"household": "a", "note": "12345678901234567890.10"}
    assert [row.id for row in store.search("621202196801011234")] == ["a"]
