"""Fixtures that show the whole window on a real workspace."""

import pytest
from desks import make_desk
from doubles import SurveyDouble, rest

from surveytool.ui.preferences import Preferences
from surveytool.ui.screen import Screen
from surveytool.ui.window import MainWindow
from surveytool.ui.words import Words


@pytest.fixture
def survey_pages():
    """The pages that were asked of the survey room."""
    return []


@pytest.fixture
def open_window(qtbot, tmp_path, look, jobs, survey_pages):
    """Return a function that shows the main window on a new workspace."""
    desks, mistakes = [], []
    jobs.failed.connect(mistakes.append)

    def survey_page(screen, household, form):
        page = SurveyDouble(screen, household, form)
        survey_pages.append((household, form))
        return page

    def show(seat, size=(1366, 768), with_look=look, language="zh"):
        desk = make_desk(tmp_path / f"{seat.title}.survey", seat)
        desks.append(desk)
        preferences = Preferences(tmp_path / "screen.ini")
        words = Words(language)
        window = MainWindow(
            lambda ways: Screen(with_look, words, jobs, desk, ways),
            survey_page,
            preferences,
        )
        qtbot.addWidget(window)
        window.resize(*size)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        rest(qtbot, jobs)
        return window

    yield show
    qtbot.waitUntil(lambda: not jobs.is_busy)
    for mistake in mistakes:
        raise mistake
    for desk in desks:
        jobs.ask(desk.close, lambda _: None)
    qtbot.waitUntil(lambda: not jobs.is_busy)
