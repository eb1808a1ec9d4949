"""The program's main job once, on real files: the test to keep if one is kept."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from desks import COUNTY, PASSPHRASE, TOWNSHIP, monday
from doubles import rest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QRadioButton

from surveytool.domain.rows import Filter
from surveytool.paper.preview import Preview
from surveytool.tasks import (
    approvals,
    browse,
    figures,
    joining,
    packages,
    printing,
    rosters,
    survey,
    workspaces,
)
from surveytool.ui.preferences import Preferences
from surveytool.ui.screen import Screen
from surveytool.ui.survey.page import survey_page
from surveytool.ui.window import MainWindow
from surveytool.ui.words import Words

ROSTER = Path(__file__).parents[1] / "data" / "roster-faults.xlsx"


@pytest.fixture
def county(tmp_path):
    desk = workspaces.create(
        tmp_path / "湄山县 备份（一）.surveytool", PASSPHRASE, COUNTY
    )
    desk.clock = monday
    yield desk
    desk.close()


@pytest.fixture
def town(tmp_path):
    desk = workspaces.create(tmp_path / "西岭镇.surveytool", PASSPHRASE, TOWNSHIP)
    desk.clock = monday
    yield desk
    desk.close()


@pytest.fixture
def fill(qtbot, jobs, look, town, tmp_path):
    """Return a function that fills a form in by keys until it is finished."""
    jobs.refused.connect(lambda refusal: pytest.fail(str(refusal)))

    def show_window():
        window = MainWindow(
            lambda ways: Screen(look, Words("zh"), jobs, town, ways),
            survey_page,
            Preferences(tmp_path / "screen.ini"),
        )
        qtbot.addWidget(window)
        window.resize(1366, 768)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        return window

    def answer(household, form, keys):
        window = show_window()
        window.survey(household, form)
        page = window.stack.shown
        qtbot.waitUntil(lambda: page.body is not None, timeout=15000)
        rest(qtbot, jobs)
        asked = []
        with qtbot.waitSignal(page.closed, timeout=30000):
            while len(asked) < 30:  # a form asks for less
                problem = finish(page)
                if problem is None:
                    break
                asked.append(problem)
                keys(window, problem)
        return asked

    def finish(page):
        """Press Finish; return the place of the problem it leads to, if any."""
        said = []
        page.body._keeper.finished.connect(said.append)  # noqa: SLF001
        page.body.finish()
        qtbot.waitUntil(lambda: bool(said), timeout=15000)
        rest(qtbot, jobs)
        return said[0][0].where if said[0] else None

    return answer


CHOOSING = {" ": 0, "\t": 1}


def by_keys(qtbot, answers):
    def choose(widget, place):
        """Press the first or second button, or go down a list that drops down."""
        if isinstance(widget, QRadioButton):
            widget = widget.parent().findChildren(QRadioButton)[place]
            widget.setFocus()
        is_list = isinstance(widget, QComboBox)
        qtbot.keyClick(widget, Qt.Key.Key_Down if is_list else Qt.Key.Key_Space)

    def keys(window, where):
        widget = window.focusWidget()
        text = next(text for place, text in answers.items() if where.endswith(place))
        if text in CHOOSING:
            choose(widget, CHOOSING[text])
        else:
            qtbot.keyClicks(widget, text)
            qtbot.keyClick(widget, Qt.Key.Key_Return)

    return keys


def exchange(sender, receiver, to, path):
    packages.export(sender, to, path)
    (result,) = packages.take_in(receiver, [path])
    assert result.refusal is None
    return result


def join(county, town, tmp_path):
    card, request = tmp_path / "县.stcard", tmp_path / "镇.stjoin"
    told = joining.write_card(county, card)
    assert joining.request(town, card, request) == told
    joining.accept(county, request)


CHECK = {
    "investigators": "Zhao and Tan",
    "medical_employee": "\t",
    "water_quantity": " ",
    "water_quality": " ",
    "water_access": " ",
    "water_reliability": " ",
    "own_capacity": " ",
    "conclusion": " ",
    "conclusion_reason": "ok",
}
PLAN = {
    "analysis": "Illness in the family",
    "goal": "Steady income",
    "measure_count": " ",
    "class": "\t",
    "content": "Family doctor",
    "unit": "Clinic",
    "starts": "2026-12-01",
    "ends": "2027-11-30",
    "agreed": " ",
}


def test_from_a_roster_to_a_report_and_back(qtbot, county, town, fill, tmp_path):
    counted = json.loads(ROSTER.with_suffix(".expect.json").read_text("utf-8"))
    preview = rosters.preview(county, ROSTER)
    rosters.take_in(county, preview)
    assert browse.overview(county).households == counted["households"]
    assert rosters.preview(county, ROSTER).differences.is_nothing

    join(county, town, tmp_path)
    sent = exchange(county, town, "西岭镇", tmp_path / "dispatch.stpack")
    assert sent.new
    assert browse.overview(town).households == counted["households"]

    row = next(one for one in browse.households(town, Filter()) if is_sound(town, one))
    asked = fill(row.id, "household_check", by_keys(qtbot, CHECK))
    assert {where.rpartition("/")[2] for where in asked} == set(CHECK)
    seen = browse.household(town, row.id)
    assert seen.household.get("surveyed") == "2026-11-23"
    assert seen.household.get("investigators") == CHECK["investigators"]
    assert seen.drafts == ()
    assert Decimal(seen.row.income_per_head) > 0

    fill(row.id, "assistance_plan", by_keys(qtbot, PLAN))
    seen = browse.household(town, row.id)
    assert seen.row.plan_state == "made"
    assert [one.get("name") for one in seen.steps] == ["plan_submitted"]

    printed = printing.plan_sheets(town, [row.id])
    with Preview(printed.path) as paper:
        said = paper.text(0)
    assert row.head_name in said.replace("\n", "")
    assert "帮扶计划表" in said

    exchange(town, county, "湄山县", tmp_path / "back.stpack")
    assert [one.row.id for one in approvals.waiting(county)] == [row.id]
    approvals.approve(county, [row.id], "同意")
    table = figures.report(county, "elimination", date(2026, 11, 23))
    assert table.figures[-1].denominator is not None
    assert figures.write(county, table, tmp_path / "report.pdf").is_file()
    assert figures.write(county, table, tmp_path / "report.xlsx").is_file()

    exchange(county, town, "西岭镇", tmp_path / "approved.stpack")
    assert browse.household(town, row.id).row.plan_state == "approved"
    assert county.store.dump() == town.store.dump()
    assert county.store.verify() == town.store.verify() == []


def is_sound(town, row):
    """Tell whether the check asks for nothing but what a visit adds."""
    problems = survey.begin(town, row.id, "household_check").session.problems()
    return {one.where.rpartition("/")[2] for one in problems} == set(CHECK)
