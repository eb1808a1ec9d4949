import re

import pytest
from desks import COUNTY, TOWNSHIP
from PySide6.QtCore import Qt

from surveytool.domain.resources import MANUAL
from surveytool.ui.help.chapters import chapters
from surveytool.ui.pages import page_cards


@pytest.fixture
def manual(open_window, qtbot):
    window = open_window(TOWNSHIP)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    qtbot.waitUntil(window.help.isVisible)
    return window.help


def chosen(manual):
    return manual.list.currentItem().data(Qt.ItemDataRole.UserRole).topic


def test_f1_opens_the_chapter_of_the_page_that_is_seen(open_window, qtbot):
    window = open_window(TOWNSHIP)
    for page in ("today", "households", "packages", "reports"):
        window.show_page(page)
        qtbot.keyClick(window, Qt.Key.Key_F1)
        assert window.help.isVisible()
        assert chosen(window.help) == page
        title = window.help.list.currentItem().text()
        assert window.help.reader.toPlainText().startswith(title)
        window.help.close()


def test_the_button_opens_it_too_and_esc_closes_it(open_window, qtbot):
    window = open_window(TOWNSHIP)
    qtbot.mouseClick(window.top.help, Qt.MouseButton.LeftButton)
    assert window.help.isVisible()
    qtbot.keyClick(window.help, Qt.Key.Key_Escape)
    assert not window.help.isVisible()


def test_what_is_sought_leaves_the_chapters_that_have_it(manual, qtbot):
    whole = manual.list.count()
    manual.search.setText("指纹")
    qtbot.waitUntil(lambda: manual.list.count() < whole)
    assert manual.list.count() >= 1
    assert "指纹" in manual.reader.toPlainText()
    assert manual.reader.textCursor().selectedText() == "指纹"


def test_pictures_are_not_wider_than_the_page(manual):
    manual.show_topic("survey")
    document = manual.reader.document()
    assert document.size().width() <= manual.reader.viewport().width()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("seat", [TOWNSHIP, COUNTY])
def test_every_page_of_the_rail_has_its_chapter(seat):
    topics = {one.topic for one in chapters()}
    assert {card.stop.name for card in page_cards(seat)} <= topics
    assert {"settings", "plan", "survey"} <= topics


def test_every_chapter_and_every_picture_of_the_manual_is_there():
    for chapter in chapters():
        text = chapter.read()
        assert text.startswith(f"# {chapter.title}\n")
        for picture in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", text):
            assert (MANUAL / picture).is_file(), picture
    linked = {one.path.name for one in chapters()} | {"README.md"}
    assert {one.name for one in MANUAL.glob("*.md")} <= linked
