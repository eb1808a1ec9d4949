from desks import COUNTY, TOWNSHIP
from doubles import rest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from surveytool.ui.conflicts.page import ConflictsPage


def today(qtbot, jobs, window):
    window.show_page("today")
    rest(qtbot, jobs)
    return window.stack.shown


def test_work_is_listed_and_enter_begins_it(qtbot, jobs, open_window, survey_pages):
    page = today(qtbot, jobs, open_window(TOWNSHIP))
    page.table.setFocus()
    due = page.table.chosen_row
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    form = (
        "household_check"
        if due.code in ("due.check", "due.finish_draft")
        else "assistance_plan"
    )
    assert survey_pages == [(due.row.id, form)]


def test_figures_lead_to_what_they_count(qtbot, jobs, open_window):
    window = open_window(COUNTY)
    page = today(qtbot, jobs, window)
    qtbot.mouseClick(page._cards["plans"], Qt.MouseButton.LeftButton)  # noqa: SLF001
    rest(qtbot, jobs)
    shown = window.stack.shown
    assert window.stack.is_shown("households")
    assert {row.plan_state for row in shown.list.model.rows} <= {"made"}
    window.show_page("today")
    qtbot.mouseClick(page._cards["conflicts"], Qt.MouseButton.LeftButton)  # noqa: SLF001
    assert isinstance(window.stack.shown, ConflictsPage)


def test_a_backup_is_made_by_one_button(qtbot, jobs, open_window):
    page = today(qtbot, jobs, open_window(TOWNSHIP))
    said = [one.text() for one in page.findChildren(QLabel)]
    assert "not yet" in said
    button = next(
        b for b in page.findChildren(QPushButton) if "Back up now" in b.text()
    )
    button.click()
    rest(qtbot, jobs)
    said = [one.text() for one in page.findChildren(QLabel) if one.isVisible()]
    assert any(text.startswith("2026-11-23") for text in said)
