from desks import COUNTY
from doubles import rest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPushButton

from surveytool.domain.entity import Ref


def disagree(desk, household):
    """Let two people set one field without seeing each other."""
    root = Ref("household", household)
    sight = desk.store.sight(root)
    for who, grade in (("赵志远", "B"), ("李秀英", "C")):
        change = sight.change(who, desk.stamp(), {root: {"housing_grade": grade}})
        desk.store.save(change)


def test_a_person_decides_a_conflict_with_a_reason(qtbot, jobs, open_window):
    window = open_window(COUNTY)
    households = window.stack.page("households")
    desk, chosen = households._screen.desk, households.list.table.chosen_row  # noqa: SLF001
    jobs.do(lambda: disagree(desk, chosen.id))
    rest(qtbot, jobs)
    window.show_conflicts()
    rest(qtbot, jobs)
    page = window.stack.shown
    assert len(page.model.rows) == 1
    buttons = page.decision.findChildren(QAbstractButton)
    decide = next(b for b in buttons if "Decide" in b.text())
    decide.click()
    rest(qtbot, jobs)
    assert len(page.model.rows) == 1
    choice = next(b for b in buttons if b.isCheckable() and "李秀英" in b.text())
    choice.click()
    page.decision.findChild(QLineEdit).setText("现场核实为C级")
    decide.click()
    rest(qtbot, jobs)
    assert page.model.rows == []
    root = Ref("household", chosen.id)
    assert desk.store.entity(root).get("housing_grade") == "C"
    qtbot.keyClick(page.table, Qt.Key.Key_Escape)
    assert window.stack.is_shown("households")


def test_a_conflict_leads_to_its_household(qtbot, jobs, open_window):
    window = open_window(COUNTY)
    households = window.stack.page("households")
    desk, other = households._screen.desk, households.list.model.rows[4]  # noqa: SLF001
    jobs.do(lambda: disagree(desk, other.id))
    window.show_conflicts()
    rest(qtbot, jobs)
    buttons = window.stack.shown.decision.findChildren(QPushButton)
    next(b for b in buttons if "Show the household" in b.text()).click()
    rest(qtbot, jobs)
    assert households.list.table.chosen_row.id == other.id
