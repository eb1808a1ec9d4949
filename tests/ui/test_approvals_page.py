from desks import COUNTY, TOWNSHIP
from doubles import rest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton

from surveytool.ui.approvals.ask_reason import ReasonDialog


def approvals(qtbot, jobs, window):
    window.show_page("approvals")
    rest(qtbot, jobs)
    return window.stack.shown


def test_a_township_does_not_approve(open_window):
    assert "approvals" not in open_window(TOWNSHIP).stack.names


def test_plans_are_approved_by_key_many_at_once(qtbot, jobs, open_window):
    page = approvals(qtbot, jobs, open_window(COUNTY))
    before = len(page.model.rows)
    assert before >= 2
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    page._approve.click()  # noqa: SLF001
    rest(qtbot, jobs)
    assert len(page.model.rows) == before - 2


def answer(reason):
    """Fill the dialog that is about to open, as a person would."""

    def fill():
        dialog = next(
            w for w in QApplication.topLevelWidgets() if isinstance(w, ReasonDialog)
        )
        done = next(
            b for b in dialog.findChildren(QPushButton) if b.text() == "Send back"
        )
        assert not done.isEnabled()
        dialog.findChild(QPlainTextEdit).setPlainText(reason)
        if reason.strip():
            done.click()
        else:
            dialog.reject()

    QTimer.singleShot(200, fill)


def test_a_plan_goes_back_with_a_reason(qtbot, jobs, open_window):
    window = open_window(COUNTY)
    page = approvals(qtbot, jobs, window)
    chosen, before = page.table.chosen_row, len(page.model.rows)
    answer("措施与风险不对应，请补充健康帮扶措施。")
    page._return.click()  # noqa: SLF001
    rest(qtbot, jobs)
    assert len(page.model.rows) == before - 1
    store = page._screen.desk.store  # noqa: SLF001
    assert store.row(chosen.row.id).plan_state == "returned"


def test_a_plan_stays_where_no_reason_is_given(qtbot, jobs, open_window):
    page = approvals(qtbot, jobs, open_window(COUNTY))
    before = len(page.model.rows)
    answer("  ")
    page._return.click()  # noqa: SLF001
    rest(qtbot, jobs)
    assert len(page.model.rows) == before
