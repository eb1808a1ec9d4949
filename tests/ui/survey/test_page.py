import pytest
from doubles import rest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from surveytool.domain.entity import Ref
from surveytool.domain.rows import Filter
from surveytool.tasks import survey as task
from surveytool.tasks.consequences import suggestions
from surveytool.ui.survey.contents import Section, leaves
from surveytool.ui.survey.question import Question
from surveytool.ui.survey.section_view import SectionView

PHONE = "/data/visit/household_phone"


@pytest.fixture
def household(desk):
    rows = desk.store.households(Filter())
    return next(row.id for row in rows if row.size > 2)


def place(page, ref):
    return next(at for at, one in enumerate(page.body.sections) if one.ref == ref)


def fill(body):
    """Answer whatever is asked for until nothing is missing."""
    session = body.session
    for _ in range(60):
        problems = session.problems()
        if not problems:
            return
        node = session.node(problems[0].where)
        session.answer(node.ref, answer_for(node))
    pytest.fail(str(session.problems()[0]))


def answer_for(node):
    if node.options:
        return node.options[0][0]
    if node.name.endswith("_count"):
        return "1"
    return {"int": "1", "decimal": "1", "date": "2026-11-20"}.get(node.type, "好")


def test_typing_by_keys_goes_on_by_enter_and_stands_on_disk(
    open_form, household, desk, jobs, qtbot
):
    page = open_form(household)
    row = page.body.view.row(PHONE)
    row.first.setFocus()
    row.first.selectAll()
    QTest.keyClicks(row.first, "13800001234")
    QTest.keyClick(row.first, Qt.Key.Key_Return)
    assert not row.isAncestorOf(page.focusWidget())
    rest(qtbot, jobs)
    assert page.body.head.saved
    again = task.begin(desk, household, "household_check")
    assert again.resumed
    assert again.session.node(PHONE).value == "13800001234"


def test_the_keyboard_is_on_the_first_question(open_form, household):
    page = open_form(household)
    assert page.body.view.isAncestorOf(page.focusWidget())


def test_what_is_typed_last_is_saved_when_the_page_is_left(
    open_form, household, desk, jobs, qtbot
):
    page = open_form(household)
    row = page.body.view.row(PHONE)
    row.first.setText("13900005678")
    with qtbot.waitSignal(page.closed):
        page.body.leave()
    rest(qtbot, jobs)
    again = task.begin(desk, household, "household_check")
    assert again.session.node(PHONE).value == "13900005678"


def test_what_cannot_be_a_date_stays_to_be_seen(open_form, household, jobs, qtbot):
    page = open_form(household)
    row = page.body.view.row("/data/visit/visit_date")
    row.first.setText("昨天")
    page.body.turn(1)
    assert page.body.at == 0
    assert row.is_wrong
    assert not page.may_leave()
    row.first.setText("2026年1月5日")
    page.body.turn(1)
    rest(qtbot, jobs)
    assert page.body.at == 1
    assert page.body.session.node(row.ref).value == "2026-01-05"


def test_finishing_with_problems_leads_to_the_first(open_form, household, jobs, qtbot):
    page = open_form(household)
    body = page.body
    problems = body.session.problems()
    assert problems
    body.finish()
    rest(qtbot, jobs)
    assert str(len(problems)) in body.banner.words
    assert body.sections[body.at].holds(problems[0].where)
    assert page.isVisible()


def test_a_finished_form_is_written_and_closes(
    open_form, household, desk, jobs, ways, qtbot
):
    page = open_form(household)
    fill(page.body)
    with qtbot.waitSignal(page.closed):
        page.body.finish()
    rest(qtbot, jobs)
    assert ways.told[-1][1] == "green"
    family = desk.store.family(Ref("household", household))
    states = [one.get("state") for one in family if one.ref.kind == "submission"]
    assert "finished" in states


def test_a_changed_answer_shows_the_one_of_last_time(open_form, household, jobs, qtbot):
    page = open_form(household)
    row = page.body.view.row(PHONE)
    assert not row.remarks.said("before")
    before = row.first.text()
    row.first.setText("13700000000")
    row.flush()
    assert before in row.remarks.said("before")
    rest(qtbot, jobs)


def test_another_member_opens_with_an_empty_name(open_form, household, jobs, qtbot):
    page = open_form(household)
    body = page.body
    body.show_section(place(page, "/data/member"))
    count = body.session.node("/data/member").count
    body.add()
    rest(qtbot, jobs)
    assert body.session.node("/data/member").count == count + 1
    assert body.sections[body.at].ref == f"/data/member[{count + 1}]"
    assert isinstance(body.view.rows[0], Question)


def test_every_section_can_be_turned_to_and_back(open_form, household, jobs, qtbot):
    page = open_form(household)
    body = page.body
    seen = [body.sections[0].ref]
    while body.at + 1 < len(body.sections):
        body.turn(1)
        seen.append(body.sections[body.at].ref)
        assert getattr(body.view, "rows", True)
    assert seen == [one.ref for one in body.sections]
    body.turn(-1)
    assert body.at == len(seen) - 2
    rest(qtbot, jobs)


def is_offered(desk, row):
    return bool(suggestions(desk, task.begin(desk, row.id, "assistance_plan")))


def test_a_suggested_measure_is_taken_over(open_form, desk, jobs, qtbot):
    rows = desk.store.households(Filter())
    watched = next(row.id for row in rows if row.monitor_type and is_offered(desk, row))
    page = open_form(watched, "assistance_plan")
    offered = suggestions(desk, page.body.survey)
    assert offered
    count = page.body.session.node("/data/measure").count
    page.body.adopt(offered[0])
    rest(qtbot, jobs)
    ref = f"/data/measure[{count + 1}]"
    values = {one.name: one.value for one in leaves(page.body.session, ref)}
    assert values["content"] == offered[0].zh
    assert values["class"] == offered[0].measure_class
    assert values["risk"] == offered[0].risk


def test_going_on_says_so(open_form, household, desk):
    first = task.begin(desk, household, "household_check")
    first.session.answer(PHONE, "13600000000")
    task.save(desk, first, first.take_unsaved())
    page = open_form(household)
    assert page.body.banner.words
    assert page.body.view.row(PHONE).first.text() == "13600000000"


def test_a_row_built_late_shows_what_was_answered_meanwhile(
    qtbot, desk, household, look
):
    answered = task.begin(desk, household, "household_check")
    section = Section("/data/visit", "入户")
    view = SectionView(look, answered, section, strict=False)
    qtbot.addWidget(view)
    answered.session.answer("/data/visit/investigators", "赵志远、钱进")
    assert "赵志远、钱进" in [one.text() for one in lines(view)]


def lines(view):
    view.row("/data/visit/investigators")
    return view.findChildren(QLineEdit)
