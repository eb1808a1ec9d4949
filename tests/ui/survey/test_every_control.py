"""The form with every control on the real page of a real workspace."""

import every_control
import pytest
from doubles import rest
from looking import cut_texts, nameless
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QShortcut
from PySide6.QtTest import QTest

from surveytool.domain.entity import Ref
from surveytool.domain.rows import Filter
from surveytool.tasks import survey as task

ID = "11010119491001001X"
AMOUNT, WORDS = "/data/writing/amount", "/data/writing/words"


@pytest.fixture
def every(open_form, desk, tmp_path):
    every_control.put_among_forms(desk, tmp_path / "forms")
    household = desk.store.households(Filter())[0].id
    pages = []

    def show():
        pages.append(open_form(household, "every_control"))
        return pages[-1].body

    return show


def at(body, ref):
    return next(place for place, one in enumerate(body.sections) if one.ref == ref)


def press(body, keys):
    """Do what keys do; without a window manager no window is sure to be active."""
    (found,) = [one for one in body.findChildren(QShortcut) if one.key() == keys]
    found.activated.emit()


def type_answer(body, ref, words):
    question = body.sheet.question(ref)
    question.editor.edit.setText(words)
    question.flush()
    return question


def again(body, desk):
    return task.begin(desk, body.survey.household_id, "every_control")


def test_every_section_is_shown_named_and_whole(every, jobs, qtbot):
    body = every()
    for place in range(len(body.sections)):
        body.show_section(place)
        rest(qtbot, jobs)
        assert nameless(body) == [], body.sections[place].ref
        assert cut_texts(body.sheet) == [], body.sections[place].ref


def test_what_is_said_beside_answers_is_kept_and_settles(every, desk, jobs, qtbot):
    body = every()
    body.show_section(at(body, "/data/writing"))
    question = type_answer(body, AMOUNT, "90")
    assert [one.where for one in body.survey.problems()] == [AMOUNT]
    reason = question.remarks.part("reason")
    reason.edit.setText("卖了牛")
    reason.flush()
    assert body.survey.problems() == []
    body.sheet.question(WORDS).comment()
    comment = body.sheet.question(WORDS).remarks.part("comment")
    comment.edit.setText("户主口述")
    body.sheet.question(WORDS).remarks.part("unknown").click()
    comment.flush()
    rest(qtbot, jobs)
    draft = again(body, desk)
    assert draft.session.node(AMOUNT).reason == "卖了牛"
    assert draft.aside.comments == {WORDS: "户主口述"}
    assert draft.aside.unknown == {WORDS}
    type_answer(body, WORDS, "知道了")
    rest(qtbot, jobs)
    assert again(body, desk).aside.unknown == set()
    with qtbot.waitSignal(body.closed):
        body.finish()
        assert not body.isEnabled()
    rest(qtbot, jobs)
    root = Ref("household", body.survey.household_id)
    family = desk.store.family(root)
    named = {name for one in family for name in one.fields if "#" in name}
    assert named == {f"{WORDS}#comment"}


def test_an_id_number_fills_birth_sex_and_age(every, jobs, qtbot):
    body = every()
    person = "/data/person[1]"
    body.show_section(at(body, person))
    type_answer(body, f"{person}/id_number", "１１０１０１１９４９１００１００１Ｘ")
    values = {
        name: body.session.node(f"{person}/{name}").value
        for name in ("id_number", "birth", "sex", "age")
    }
    assert values == {
        "id_number": ID,
        "birth": "1949-10-01",
        "sex": "male",
        "age": "77",
    }
    rest(qtbot, jobs)


def test_it_opens_again_where_it_stopped_and_says_so(every, jobs, qtbot):
    body = every()
    body.show_section(at(body, "/data/writing"))
    type_answer(body, AMOUNT, "5")
    rest(qtbot, jobs)
    body.show_section(at(body, "/data/files"))
    rest(qtbot, jobs)
    other = every()
    assert other.banner.words
    assert other.sections[other.at].ref == "/data/files"


def test_the_language_is_switched_while_filling_in(every, jobs, qtbot):
    body = every()
    body.show_section(at(body, "/data/writing"))
    body.sheet.question(AMOUNT).editor.edit.setText("7")
    body.head.language.textActivated.emit("English (en)")
    assert body.sections[body.at].title == "Written"
    assert body.session.node(AMOUNT).value == "7.0"
    rest(qtbot, jobs)


def test_one_question_at_a_time_by_enter(every, jobs, qtbot):
    body = every()
    body.show_section(at(body, "/data/writing"))
    press(body, "F7")
    shown = [one.ref for one in body.view.rows if one.isVisible()]
    assert len(shown) == 1
    QTest.keyClick(body.view.row(shown[0]).first, Qt.Key.Key_Return)
    after = [one.ref for one in body.view.rows if one.isVisible()]
    assert len(after) == 1
    assert after != shown
    press(body, "F7")
    assert sum(one.isVisible() for one in body.view.rows) > 5
    rest(qtbot, jobs)


def test_a_removed_instance_comes_back(every, jobs, qtbot):
    body = every()
    person = "/data/person[1]"
    body.show_section(at(body, person))
    type_answer(body, f"{person}/full_name", "张三")
    body.show_section(at(body, "/data/person"))
    body.view.table.choose(0)
    body.view.remove.click()
    assert body.session.node("/data/person").count == 0
    press(body, "Ctrl+Z")
    assert body.session.node(f"{person}/full_name").value == "张三"
    rest(qtbot, jobs)


def test_a_photo_is_kept_shown_and_a_bad_one_refused(
    every, desk, tmp_path, jobs, qtbot
):
    body = every()
    body.show_section(at(body, "/data/files"))
    photo = QImage(300, 200, QImage.Format.Format_RGB32)
    photo.fill(Qt.GlobalColor.blue)
    good, bad = tmp_path / "照片.png", tmp_path / "坏.png"
    assert photo.save(str(good))
    bad.write_bytes(b"no picture")
    question = body.sheet.question("/data/files/photo")
    question.editor.take(good)
    rest(qtbot, jobs)
    name = body.session.node("/data/files/photo").value
    assert QImage.fromData(desk.store.attachment(name)).width() == 300
    assert question.editor.thumbnail.isVisible()
    assert again(body, desk).session.node("/data/files/photo").value == name
    other = body.sheet.question("/data/files/sketch")
    other.editor.take(bad)
    rest(qtbot, jobs)
    assert other.is_wrong
    assert other.remarks.said("message")
