import re

from desks import COUNTY, TOWNSHIP
from doubles import rest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel, QListView

from surveytool.domain.entity import Ref
from surveytool.ui.preview.page import PreviewPage


def page_of(window):
    return window.stack.page("households")


def texts(widget):
    return [one.text() for one in widget.findChildren(QLabel) if one.isVisible()]


def test_the_first_village_and_its_first_household_are_shown(open_window):
    window = open_window(TOWNSHIP)
    page = page_of(window)
    rows = page.list.model.rows
    assert len(rows) > 20
    assert {row.village for row in rows} == {rows[0].village}
    assert page.list.title.text() == rows[0].village_title
    assert rows[0].head_name in texts(page.detail)


def test_the_status_line_counts_the_whole_workspace(open_window):
    window = open_window(TOWNSHIP)
    store = window.stack.page("households")._screen.desk.store  # noqa: SLF001
    persons = sum(village.persons for village in store.villages())
    assert any(
        f"60 households / {persons} persons" in said for said in texts(window.status)
    )


def test_the_search_finds_by_initials_and_the_keyboard_opens(
    qtbot, jobs, open_window, survey_pages
):
    window = open_window(TOWNSHIP)
    page = page_of(window)
    wanted = page.list.model.rows[7]
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.top.search.hasFocus()
    typed = QInputMethodEvent("", [])
    typed.setCommitString(wanted.head_name)
    QApplication.sendEvent(window.top.search, typed)
    rest(qtbot, jobs)
    found = [row.head_name for row in page.list.model.rows]
    assert wanted.head_name in found
    assert len(found) < 60
    qtbot.keyClick(window.top.search, Qt.Key.Key_Return)
    assert page.detail.isVisible()
    focused = QApplication.focusWidget()
    qtbot.keyClick(focused, Qt.Key.Key_Space)
    assert survey_pages == [(page.list.table.chosen_row.id, "household_check")]


def test_arrow_keys_go_through_the_list_and_show_each_household(
    qtbot, jobs, open_window
):
    page = page_of(open_window(TOWNSHIP))
    page.list.table.setFocus()
    for _ in range(3):
        qtbot.keyClick(page.list.table, Qt.Key.Key_Down)
    rest(qtbot, jobs)
    assert page.list.model.rows[3].head_name in texts(page.detail)


def test_another_village_by_key(qtbot, jobs, open_window):
    page = page_of(open_window(COUNTY))
    villages = page.villages.findChild(QListView)
    villages.setFocus()
    before = page.list.title.text()
    qtbot.keyClick(villages, Qt.Key.Key_Down)
    rest(qtbot, jobs)
    assert page.list.title.text() != before
    qtbot.keyClick(villages, Qt.Key.Key_End)
    rest(qtbot, jobs)
    assert len(page.list.model.rows) == 60


def test_identity_numbers_are_masked_on_the_page(open_window):
    page = page_of(open_window(TOWNSHIP))
    shown = "\n".join(texts(page.detail))
    assert re.search(r"\d{6}\*{8}\d{3}[\dX]", shown)
    assert not re.search(r"\d{17}[\dX]", shown)


def test_a_form_opens_by_key_and_leads_back(qtbot, jobs, open_window, survey_pages):
    window = open_window(TOWNSHIP)
    page = page_of(window)
    chosen = page.list.table.chosen_row
    page.list.table.setFocus()
    qtbot.keyClick(page.list.table, Qt.Key.Key_F6)
    assert survey_pages == [(chosen.id, "assistance_plan")]
    form = window.stack.shown
    form.closed.emit()
    rest(qtbot, jobs)
    assert window.stack.is_shown("households")
    assert page.list.table.chosen_row == chosen


def test_a_form_that_is_not_done_keeps_the_window(qtbot, open_window):
    window = open_window(TOWNSHIP)
    page_of(window).list.table.setFocus()
    qtbot.keyClick(page_of(window).list.table, Qt.Key.Key_F5)
    form = window.stack.shown
    form.stays = True
    qtbot.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    qtbot.wait(200)
    assert window.stack.shown is form
    assert not window.close()
    form.stays = False
    qtbot.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.stack.is_shown("today"))


def test_what_another_page_changed_is_seen(qtbot, jobs, open_window):
    page = page_of(open_window(TOWNSHIP))
    screen, chosen = page._screen, page.list.table.chosen_row  # noqa: SLF001
    root = Ref("household", chosen.id)
    jobs.do(lambda: screen.desk.write(root, {root: {"housing_grade": "D"}}))
    rest(qtbot, jobs)
    assert "Grade D" in texts(page.detail)


def test_a_small_window_shows_list_or_household(qtbot, open_window):
    window = open_window(TOWNSHIP, size=(900, 600))
    page = page_of(window)
    assert page.list.isVisible()
    assert not page.detail.isVisible()
    page.list.table.setFocus()
    qtbot.keyClick(page.list.table, Qt.Key.Key_Return)
    assert page.detail.isVisible()
    assert not page.list.isVisible()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert page.list.isVisible()


def test_the_plan_sheet_is_previewed(qtbot, open_window):
    window = open_window(TOWNSHIP)
    page = page_of(window)
    page.list.table.setFocus()
    qtbot.keyClick(page.list.table, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: isinstance(window.stack.shown, PreviewPage), timeout=20000)
    qtbot.waitUntil(lambda: window.stack.shown.pages > 0, timeout=20000)
