"""The window that locks and backs up; people in the settings; looking back."""

from desks import COUNTY, PASSPHRASE, TOWNSHIP, make_desk
from doubles import rest
from looking import cut_texts, nameless
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
)

from surveytool.domain.entity import Ref
from surveytool.domain.seat import Operator, Role
from surveytool.tasks import operators, passphrases
from surveytool.ui.households.history_view import HistoryDialog
from surveytool.ui.settings.people_dialogs import (
    AddDialog,
    KeyDialog,
    PassphraseDialog,
)
from surveytool.ui.unlock.lock_screen import Cover
from surveytool.ui.unlock.recover_dialog import RecoverDialog
from surveytool.ui.unlock.unlock_page import UnlockPage
from surveytool.ui.unlock.watch import MINUTE_MS, Watch

OTHER = "另外一个口令 9"


def named(page, kind, name):
    return next(one for one in page.findChildren(kind) if one.accessibleName() == name)


def press(page, words):
    buttons = page.findChildren(QPushButton)
    next(one for one in buttons if one.text().strip() == words).click()


def fill(page, **values):
    for name, value in values.items():
        named(page, QLineEdit, name.replace("_", " ")).setText(value)


def said(page):
    return [one.text() for one in page.findChildren(QLabel) if not one.isHidden()]


def watched(window):
    return Watch(window._screen, window)  # noqa: SLF001 - the desktop hands it over


def test_a_rest_locks_every_window_and_the_passphrase_opens(qtbot, open_window, jobs):
    window = open_window(TOWNSHIP)
    search = window.top.search
    search.setText("half typed")
    watch = watched(window)
    rest(qtbot, jobs)
    assert watch.rest.interval() == 10 * MINUTE_MS
    watch.rest.setInterval(30)
    watch.rest.start()
    qtbot.waitUntil(lambda: watch.lock is not None)
    lock = watch.lock
    watch.rest.setInterval(10 * MINUTE_MS)
    (cover,) = window.findChildren(Cover)
    assert cover.geometry() == window.rect()
    window.resize(900, 600)
    assert cover.geometry() == window.rect()
    qtbot.keyClick(lock, Qt.Key.Key_Escape)
    lock.close()
    assert lock.isVisible()
    assert cut_texts(lock) == []
    assert nameless(lock) == []
    fill(lock, Passphrase=OTHER)
    press(lock, "Unlock")
    rest(qtbot, jobs)
    assert lock.isVisible()
    assert any("口令不正确" in one for one in said(lock))
    qtbot.wait(1100)
    fill(lock, Passphrase=PASSPHRASE)
    press(lock, "Unlock")
    rest(qtbot, jobs)
    assert watch.lock is None, said(lock)
    assert window.findChildren(Cover) == []
    assert search.text() == "half typed"


def test_keys_and_moves_put_the_rest_off(qtbot, open_window, jobs):
    window = open_window(TOWNSHIP)
    watch = watched(window)
    rest(qtbot, jobs)
    none = Qt.KeyboardModifier.NoModifier
    here, button = QPointF(5, 5), Qt.MouseButton.NoButton
    for event in (
        QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, none),
        QMouseEvent(QEvent.Type.MouseMove, here, here, button, button, none),
    ):
        watch.rest.stop()
        watch.eventFilter(window, event)
        assert watch.rest.isActive()
    passphrases.set_idle_minutes(window._screen.desk, 0)  # noqa: SLF001
    jobs.do(lambda: None)
    rest(qtbot, jobs)
    assert not watch.rest.isActive()


def test_a_copy_is_made_every_half_hour_of_work_only(qtbot, open_window, jobs):
    window = open_window(TOWNSHIP)
    watch, desk = watched(window), window._screen.desk  # noqa: SLF001
    folder = desk.path.with_name(desk.path.name + ".backups")
    watch.half_hour.timeout.emit()
    rest(qtbot, jobs)
    assert not folder.exists()
    jobs.do(lambda: None)
    rest(qtbot, jobs)
    watch.half_hour.timeout.emit()
    watch.half_hour.timeout.emit()
    rest(qtbot, jobs)
    assert len(list(folder.glob("*.survey"))) == 1


def test_people_are_added_and_removed_in_the_settings(
    qtbot, open_window, jobs, tmp_path
):
    window = open_window(COUNTY)
    window.show_page("settings")
    rest(qtbot, jobs)
    page = window.stack.shown
    press(page, "Add a person…")
    dialog = page.findChild(AddDialog)
    assert cut_texts(dialog) == []
    assert nameless(dialog) == []
    press(dialog, "Add")
    assert "Please fill in the name." in said(dialog)
    fill(dialog, Name="李雪", First_passphrase=OTHER)
    press(dialog, "Add")
    assert any("differ" in one for one in said(dialog))
    named(dialog, QLineEdit, "First passphrase again").setText(OTHER)
    role = named(dialog, QComboBox, "Role")
    role.setCurrentIndex(role.findData("reader"))
    press(dialog, "Add")
    rest(qtbot, jobs)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert {"李雪", "钱卫东"} <= set(said(page))
    assert cut_texts(page) == []
    assert nameless(page) == []
    named(page, QPushButton, "Remove 李雪").click()
    rest(qtbot, jobs)
    assert "李雪" not in said(page)
    press(page, "New recovery key…")
    rest(qtbot, jobs)
    shown = page.findChild(KeyDialog)
    assert cut_texts(shown) == []
    press(shown, "It is on paper")
    press(page, "Change my passphrase…")
    change = page.findChild(PassphraseDialog)
    fill(change, Passphrase_until_now=PASSPHRASE, New_passphrase=OTHER)
    named(change, QLineEdit, "New passphrase again").setText(OTHER)
    press(change, "Change")
    rest(qtbot, jobs)
    passphrases.check(window._screen.desk, OTHER)  # noqa: SLF001
    card = page.findChild(type(page.people))
    card.write_audit(tmp_path / "audit.csv")
    rest(qtbot, jobs)
    assert "移除操作员" in (tmp_path / "audit.csv").read_text("utf-8-sig")


def test_the_door_asks_who_where_several_work(qtbot, look, words, jobs, tmp_path):
    path = tmp_path / "西岭镇.survey"
    desk = make_desk(path, COUNTY)
    operators.add(desk, Operator("李雪", Role.READER), OTHER)
    code = passphrases.new_recovery_key(desk)
    desk.close()
    page = UnlockPage(look, words, jobs, [path])
    qtbot.addWidget(page)
    page.show()
    rest(qtbot, jobs)
    who = named(page, QLineEdit, "Your name")
    assert who.isVisible()
    fill(page, Your_name="李雪", Passphrase=OTHER)
    with qtbot.waitSignal(page.opened, timeout=15000) as opened:
        press(page, "Unlock")
    assert opened.args[0].seat.role is Role.READER
    opened.args[0].close()
    page._recover()  # noqa: SLF001 - as the button does
    dialog = page.findChild(RecoverDialog)
    assert cut_texts(dialog) == []
    press(dialog, "Set the passphrase")
    assert "Please type the recovery key." in said(dialog)
    fill(dialog, Recovery_key=code.lower(), New_passphrase=OTHER)
    named(dialog, QLineEdit, "New passphrase again").setText(OTHER)
    with qtbot.waitSignal(page.opened, timeout=15000) as opened:
        press(dialog, "Set the passphrase")
    assert opened.args[0].seat.operator == "钱卫东"
    opened.args[0].close()


def test_a_workspace_of_a_stick_is_copied_here(qtbot, look, words, jobs, tmp_path):
    path = tmp_path / "stick" / "西岭镇.survey"
    path.parent.mkdir()
    make_desk(path, TOWNSHIP).close()
    page = UnlockPage(look, words, jobs, [path])
    qtbot.addWidget(page)
    page.show()
    page.copy_to(path, tmp_path / "here" / "西岭镇.survey")
    rest(qtbot, jobs)
    fill(page, Passphrase=PASSPHRASE)
    with qtbot.waitSignal(page.opened, timeout=15000) as opened:
        press(page, "Unlock")
    assert opened.args[0].path == tmp_path / "here" / "西岭镇.survey"
    opened.args[0].close()


def test_one_s_save_is_undone_seen_and_whole_numbers_are_noted(
    qtbot, open_window, jobs
):
    window = open_window(TOWNSHIP)
    page, desk = window.stack.shown, window._screen.desk  # noqa: SLF001
    household = page.past.household
    root = Ref("household", household)
    before = desk.store.entity(root).get("group")
    desk.write(root, {root: {"group": "九组"}})
    qtbot.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    rest(qtbot, jobs)
    assert desk.store.entity(root).get("group") == before
    page.past.show_history()
    rest(qtbot, jobs)
    dialog = page.findChild(HistoryDialog)
    assert cut_texts(dialog) == []
    assert any("九组" in one and "→" in one for one in said(dialog))
    dialog.accept()
    qtbot.wait(120)  # a cursor at rest reads the household once more
    rest(qtbot, jobs)
    person = next(one for one in desk.store.family(root) if one.get("id_number"))
    assert person.get("id_number") not in said(page.detail)
    page.detail.unmask.emit()
    rest(qtbot, jobs)
    assert person.get("id_number") in said(page.detail)
    assert cut_texts(page.detail) == []
    assert desk.store.audit_lines()[-1].action == "unmasked"
    titles = " ".join(one.windowTitle() for one in QApplication.topLevelWidgets())
    names = [one.get("full_name") for one in desk.store.family(root)]
    assert not any(name in titles for name in names if name)
