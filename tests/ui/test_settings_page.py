import pytest
from desks import TOWNSHIP, make_desk
from doubles import SurveyDouble, rest
from PySide6.QtWidgets import QPushButton

from surveytool.ui.desktop import Desktop
from surveytool.ui.preferences import Preferences
from surveytool.ui.window import MainWindow


@pytest.fixture
def desktop(qapp, tmp_path):
    kept = Preferences(tmp_path / "screen.ini")
    kept.language = "en"
    desktop = Desktop(qapp, kept, SurveyDouble, lambda: None)
    yield desktop
    desktop.close()
    if desktop.window is not None:
        desktop.window.close()
    kept.language, kept.text_size, kept.is_dark = "en", 100, False
    desktop.dress()


def press(desktop, words):
    page = desktop.window.stack.page("settings")
    next(b for b in page.findChildren(QPushButton) if b.text() == words).click()


def test_language_and_size_are_in_force_at_once(qtbot, desktop, tmp_path):
    desktop.show_desk(make_desk(tmp_path / "一.survey", TOWNSHIP))
    rest(qtbot, desktop.jobs)
    desktop.window.show_page("settings")
    assert desktop.window.windowTitle() == "Household Survey Desk"
    press(desktop, "中文")
    assert isinstance(desktop.window, MainWindow)
    assert desktop.window.windowTitle() == "入户监测工作台"
    assert desktop.window.stack.is_shown("settings")
    press(desktop, "150%")
    assert desktop.window.font().pixelSize() == 21
    press(desktop, "深色")
    assert desktop.window.palette().window().color().lightness() < 60
    rest(qtbot, desktop.jobs)


def test_the_door_offers_the_workspace_that_was_open(qtbot, desktop, tmp_path):
    path = tmp_path / "西岭镇.survey"
    desktop.show_desk(make_desk(path, TOWNSHIP))
    rest(qtbot, desktop.jobs)
    assert Preferences(tmp_path / "screen.ini").recent == [path]
