from desks import PASSPHRASE, TOWNSHIP, make_desk
from doubles import rest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton

from surveytool.ui.door import DoorWindow
from surveytool.ui.preferences import Preferences
from surveytool.ui.unlock.create_page import CreatePage
from surveytool.ui.unlock.recovery_page import RecoveryPage
from surveytool.ui.unlock.unlock_page import UnlockPage
from surveytool.ui.widgets.field import line_edit


def named(page, kind, name):
    return next(one for one in page.findChildren(kind) if one.accessibleName() == name)


def words_of(page):
    return [one.text() for one in page.findChildren(QLabel) if one.isVisible()]


def unlock_page(qtbot, look, words, jobs, files):
    page = UnlockPage(look, words, jobs, files)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    return page


def test_the_right_passphrase_and_enter_open_the_workspace(
    qtbot, look, words, jobs, tmp_path
):
    path = tmp_path / "西岭 镇.survey"
    make_desk(path, TOWNSHIP).close()
    page = unlock_page(qtbot, look, words, jobs, [path])
    secret = named(page, QLineEdit, "Passphrase")
    secret.setText(PASSPHRASE)
    with qtbot.waitSignal(page.opened, timeout=15000) as opened:
        qtbot.keyClick(secret, Qt.Key.Key_Return)
    assert opened.args[0].seat.operator == "赵志远"
    opened.args[0].close()


def test_a_wrong_passphrase_is_said_and_makes_one_wait(
    qtbot, look, words, jobs, tmp_path
):
    path = tmp_path / "西岭镇.survey"
    make_desk(path, TOWNSHIP).close()
    page = unlock_page(qtbot, look, words, jobs, [path])
    secret, go = (
        named(page, QLineEdit, "Passphrase"),
        named(page, QPushButton, "Unlock"),
    )
    for _ in range(4):
        secret.setText("not this one")
        go.setEnabled(True)
        qtbot.keyClick(secret, Qt.Key.Key_Return)
        rest(qtbot, jobs)
        if not go.isEnabled():
            break
    assert not go.isEnabled()
    assert "Try again in" in go.text()
    assert secret.selectedText() == secret.text()


def test_without_a_workspace_the_ways_to_one_are_offered(qtbot, look, words, jobs):
    page = unlock_page(qtbot, look, words, jobs, [])
    assert any("There is no workspace" in said for said in words_of(page))
    for name, signal in (
        ("New…", page.make_new),
        ("Open another…", page.browse),
        ("Demo county", page.demo),
    ):
        with qtbot.waitSignal(signal):
            named(page, QPushButton, name).click()


def create_page(qtbot, look, words, jobs, folder):
    page = CreatePage(look, words, jobs, folder)
    qtbot.addWidget(page)
    page.show()
    return page


def fill(page, **values):
    for name, value in values.items():
        named(page, QLineEdit, name.replace("_", " ")).setText(value)


def fill_secrets(page, first, second):
    named(page, QLineEdit, "Passphrase").setText(first)
    named(page, QLineEdit, "Passphrase again").setText(second)


def test_a_new_workspace_is_made(qtbot, look, words, jobs, tmp_path):
    page = create_page(qtbot, look, words, jobs, tmp_path)
    fill(page, County="湄山县", Office="西岭镇", Your_name="赵志远")
    fill_secrets(page, "long enough", "long enough")
    office = named(page, QComboBox, "Kind of office")
    office.setCurrentIndex(office.findData("township"))
    named(page, QPushButton, "Make workspace").click()
    rest(qtbot, jobs)
    code = page.findChild(RecoveryPage).accessibleDescription()
    assert len(code.split("-")) == 8
    with qtbot.waitSignal(page.opened, timeout=15000) as opened:
        named(page, QPushButton, "It is on paper").click()
    desk = opened.args[0]
    assert (desk.seat.title, desk.seat.operator) == ("西岭镇", "赵志远")
    assert desk.path.is_file()
    desk.close()


def test_a_new_workspace_needs_a_name_and_the_same_passphrase_twice(
    qtbot, look, words, jobs, tmp_path
):
    page = create_page(qtbot, look, words, jobs, tmp_path)
    go = named(page, QPushButton, "Make workspace")
    go.click()
    assert "Please fill in the office and your name." in words_of(page)
    fill(page, Office="西岭镇", Your_name="赵志远")
    fill_secrets(page, "short", "short")
    go.click()
    assert "The passphrase needs at least 8 characters." in words_of(page)
    fill_secrets(page, "long enough", "long enougH")
    go.click()
    assert any("differ" in said for said in words_of(page))
    assert list(tmp_path.iterdir()) == []


def test_a_passphrase_is_never_shown(qtbot, look):
    edit = line_edit(look, "口令", secret=True)
    qtbot.addWidget(edit)
    edit.setText("秘密")
    assert edit.displayText() != "秘密"


def test_the_door_leads_to_making_one_and_back(qtbot, look, jobs, tmp_path):
    kept = Preferences(tmp_path / "screen.ini")
    door = DoorWindow(look, jobs, kept, demo=lambda: None)
    qtbot.addWidget(door)
    door.show()
    named(door.unlock, QPushButton, "New…").click()
    assert door.maker.isVisible()
    named(door.maker, QPushButton, "Back").click()
    assert door.unlock.isVisible()
