import os

import pytest
from desks import TOWNSHIP
from doubles import rest
from looking import cut_texts, nameless
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton

from surveytool.tasks import printing
from surveytool.ui.preview.sheets_page import SheetsPage
from surveytool.ui.theme.look import Look
from surveytool.ui.theme.sheet import dress


def opened(qtbot, jobs, window):
    desk = window._screen.desk  # noqa: SLF001
    village = desk.store.villages()[0]
    homes = printing.village_households(desk, village.id)[:3]
    window.sheets(tuple(homes), village.title)
    page = window.stack.shown
    assert isinstance(page, SheetsPage)
    settle(qtbot, jobs, page)
    return page


def settle(qtbot, jobs, page):
    rest(qtbot, jobs)
    qtbot.waitUntil(lambda: page.pages > 0, timeout=15000)
    rest(qtbot, jobs)


def chosen(page, words):
    return next(one for one in page.findChildren(QPushButton) if one.text() == words)


def printed(page):
    lines = page._screen.desk.store.audit_lines()  # noqa: SLF001
    return [one.detail for one in lines if one.action == "printed"]


def test_every_sheet_can_be_chosen_and_its_pages_are_counted(qtbot, jobs, open_window):
    page = opened(qtbot, jobs, open_window(TOWNSHIP))
    assert page.pages >= 3
    assert printed(page) == []
    for words, pages in (("公示", 1), ("审核审批表", 3), ("政策明白卡", 1)):
        qtbot.mouseClick(chosen(page, words), Qt.MouseButton.LeftButton)
        rest(qtbot, jobs)
        qtbot.waitUntil(lambda n=pages: page.pages == n, timeout=15000)
        assert page._heading.text().startswith(words)  # noqa: SLF001


def test_a_blank_form_is_one_paper_and_numbers_can_be_hidden(qtbot, jobs, open_window):
    page = opened(qtbot, jobs, open_window(TOWNSHIP))
    page._blank.click()  # noqa: SLF001
    rest(qtbot, jobs)
    qtbot.waitUntil(lambda: page.pages == 1, timeout=15000)
    page._blank.click()  # noqa: SLF001
    page._masked.click()  # noqa: SLF001
    assert page.order.masked
    assert not page.order.blank
    settle(qtbot, jobs, page)


def test_saving_is_noted_and_word_has_the_chosen_sheet(
    qtbot, jobs, open_window, tmp_path, monkeypatch
):
    page = opened(qtbot, jobs, open_window(TOWNSHIP))
    pdf, word = tmp_path / "a.pdf", tmp_path / "a.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(pdf), ""))
    qtbot.keyClick(page.first, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    rest(qtbot, jobs)
    assert pdf.read_bytes().startswith(b"%PDF")
    assert printed(page) == ["plan_sheet"] * 3
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(word), ""))
    page._word.click()  # noqa: SLF001
    rest(qtbot, jobs)
    assert word.read_bytes().startswith(b"PK")


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_nothing_is_cut_at_the_smallest_screen(
    qtbot, jobs, open_window, qapp, family, scale
):
    look = Look(scale=scale, family=family)
    dress(qapp, look)
    window = open_window(TOWNSHIP, with_look=look)
    page = opened(qtbot, jobs, window)
    if folder := os.environ.get("LOOK"):
        window.grab().save(f"{folder}/sheets-{scale}.png")
    assert cut_texts(page) == []
    assert nameless(page) == []
