"""Quarantine, gaps and bulk decisions on the conflict desk; many packages at once."""

from uuid import uuid4

import pytest
from desks import COUNTY
from doubles import rest
from looking import cut_texts, nameless
from PySide6.QtWidgets import QPushButton

from surveytool.domain.entity import Ref
from surveytool.domain.seat import Office, Role, Seat
from surveytool.tasks import joining, packages, workspaces
from surveytool.ui.packages import list_card

TOWN = Seat(Office.TOWNSHIP, Role.SURVEYOR, "赵志远", "西岭镇", "湄山县")


def pressed(part, words):
    return next(b for b in part.findChildren(QPushButton) if words in b.text())


@pytest.fixture
def parcel(tmp_path):
    """Return a function that lets a township contradict and exceed its county."""

    def make(county):
        town = workspaces.create(tmp_path / "镇.surveytool", "湄山 2026 demo", TOWN)
        card, request = tmp_path / "c.stcard", tmp_path / "t.stjoin"
        joining.write_card(county, card)
        joining.request(town, card, request)
        village = county.store.villages()[0].id
        joining.accept(county, request, villages=[village])
        packages.export(county, "西岭镇", tmp_path / "down.stpack")
        packages.take_in(town, [tmp_path / "down.stpack"])
        for row in town.store.households()[:3]:
            root = Ref("household", row.id)
            for desk, grade in ((county, "B"), (town, "C")):
                desk.write(root, {root: {"housing_grade": grade}})
            step = {"name": "plan_approval", "result": "passed", "household": row.id}
            town.write(root, {Ref("step", str(uuid4())): step})
        county.store.note_gaps(town.keys.device, {village: 9999})
        packages.export(town, "湄山县", tmp_path / "up.stpack")
        town.close()
        return tmp_path / "up.stpack"

    return make


def test_what_packages_brought_is_looked_through(
    qtbot, jobs, open_window, parcel, tmp_path, monkeypatch
):
    window = open_window(COUNTY)
    window.show_page("packages")
    rest(qtbot, jobs)
    page = window.stack.shown
    desk, made = page._screen.desk, []  # noqa: SLF001
    jobs.ask(lambda: parcel(desk), made.append)
    rest(qtbot, jobs)
    bad = tmp_path / "bad.stpack"
    bad.write_bytes(b"bad")
    page.take_in([*made, bad])
    rest(qtbot, jobs)
    assert [one.held for one in page.model.rows] == [3, 0]
    assert page.taking.bar.maximum() == 2
    assert not page.taking.isVisible()
    rest(qtbot, jobs)
    assert [one.text() for one in page.open.badges] == ["3", "3", "1"]
    assert page.receipts.isVisible()
    assert page.receipts.model.rows[0].last == 9999
    assert [one.new for one in page.county.parcels.model.rows] == [6]
    (computer,) = page.county.computers.model.rows
    assert (computer.name, computer.is_revoked) == ("西岭镇", False)
    assert (cut_texts(window), nameless(window)) == ([], [])

    window.show_conflicts()
    rest(qtbot, jobs)
    page = window.stack.shown
    for at in range(3):
        page.chips.button(at).setChecked(True)
        rest(qtbot, jobs)
        assert (cut_texts(window), nameless(window)) == ([], [])

    decide_conflicts(qtbot, jobs, page)
    let_stand(qtbot, jobs, page)
    close_gap(qtbot, jobs, page)
    report_lost(qtbot, jobs, window, monkeypatch)
    assert desk.store.verify() == []


def decide_conflicts(qtbot, jobs, page):
    page.chips.button(0).setChecked(True)
    page.bulk.rule.setCurrentIndex(page.bulk.rule.findData("township"))
    pressed(page.bulk, "Decide all").click()
    rest(qtbot, jobs)
    assert len(page.model.rows) == 3
    page.bulk.reason.setText("入户核实为准")
    pressed(page.bulk, "Decide all").click()
    rest(qtbot, jobs)
    assert list(page.model.rows) == []


def let_stand(qtbot, jobs, page):
    page.chips.button(1).setChecked(True)
    pane = page.quarantine
    pressed(pane, "Let them stand").click()
    rest(qtbot, jobs)
    assert len(pane.model.rows) == 3
    pane.table.selectAll()
    pane.reason.setText("县里授权")
    pressed(pane, "Let them stand").click()
    rest(qtbot, jobs)
    assert list(pane.model.rows) == []


def close_gap(qtbot, jobs, page):
    page.chips.button(2).setChecked(True)
    page.gaps.reason.setText("硬盘报废")
    pressed(page.gaps, "Take off the list").click()
    rest(qtbot, jobs)
    assert list(page.gaps.model.rows) == []


def report_lost(qtbot, jobs, window, monkeypatch):
    window.show_page("packages")
    rest(qtbot, jobs)
    card = window.stack.shown.county.computers
    monkeypatch.setattr(list_card, "ask_reason", lambda *_: "电脑丢失")
    card.table.choose(0)
    card.go.click()
    rest(qtbot, jobs)
    rest(qtbot, jobs)
    assert [one.is_revoked for one in card.model.rows] == [True]
