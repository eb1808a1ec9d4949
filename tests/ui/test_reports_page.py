from desks import COUNTY
from doubles import rest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPushButton

from surveytool.ui.preview.page import PreviewPage


def reports(qtbot, jobs, window):
    window.show_page("reports")
    rest(qtbot, jobs)
    return window.stack.shown


def pressed(page, words):
    return next(b for b in page.findChildren(QPushButton) if words in b.text())


def test_every_report_is_shown_at_once(qtbot, jobs, open_window):
    page = reports(qtbot, jobs, open_window(COUNTY))
    choices = [b for b in page.findChildren(QPushButton) if b.isCheckable()]
    assert len(choices) >= 2
    for choice in choices:
        choice.click()
        rest(qtbot, jobs)
        table = page.view.table
        assert table.model().rowCount() > 0
        titles = [one.text() for one in page.view.findChildren(QLabel)]
        assert table.accessibleName() in titles


def test_a_date_in_any_writing_is_understood(qtbot, jobs, open_window):
    page = reports(qtbot, jobs, open_window(COUNTY))
    day = page.findChild(QLineEdit)
    for typed, kept in (("2025年6月1日", "2025-06-01"), ("昨天", "2026-11-23")):
        day.setText(typed)
        qtbot.keyClick(day, Qt.Key.Key_Return)
        rest(qtbot, jobs)
        assert day.text() == kept


def test_a_report_is_saved(qtbot, jobs, open_window, tmp_path, monkeypatch):
    page = reports(qtbot, jobs, open_window(COUNTY))
    for ending, words in (("xlsx", "Save Excel"), ("pdf", "Save PDF")):
        out = tmp_path / f"报表.{ending}"
        monkeypatch.setattr(
            QFileDialog, "getSaveFileName", lambda *_, to=out: (str(to), "")
        )
        pressed(page, words).click()
        qtbot.waitUntil(out.is_file, timeout=20000)
        rest(qtbot, jobs)


def test_a_report_is_previewed(qtbot, jobs, open_window):
    window = open_window(COUNTY)
    page = reports(qtbot, jobs, window)
    pressed(page, "Preview and print").click()
    qtbot.waitUntil(lambda: isinstance(window.stack.shown, PreviewPage), timeout=20000)
    qtbot.waitUntil(lambda: window.stack.shown.pages > 0, timeout=20000)
