"""A form open on a real workspace."""

import pytest
from desks import TOWNSHIP, make_desk
from doubles import rest

from surveytool.ui.screen import Screen
from surveytool.ui.survey.page import survey_page
from surveytool.ui.words import Words


class Ways:
    def __init__(self):
        self.told = []

    def tell(self, text, tone="green"):
        self.told.append((text, tone))


@pytest.fixture
def desk(tmp_path, jobs, qtbot):
    made = make_desk(tmp_path / "desk.survey", TOWNSHIP)
    yield made
    jobs.ask(made.close, lambda _: None)
    qtbot.waitUntil(lambda: not jobs.is_busy, timeout=15000)


@pytest.fixture
def ways():
    return Ways()


@pytest.fixture
def open_form(qtbot, desk, jobs, look, ways):
    mistakes = []
    jobs.failed.connect(mistakes.append)

    def show(household, form="household_check", language="zh"):
        screen = Screen(look, Words(language), jobs, desk, ways)
        page = survey_page(screen, household, form)
        qtbot.addWidget(page)
        page.resize(1286, 690)
        page.show()
        qtbot.waitExposed(page)
        page.activateWindow()
        rest(qtbot, jobs)
        return page

    yield show
    qtbot.waitUntil(lambda: not jobs.is_busy, timeout=15000)
    for mistake in mistakes:
        raise mistake
