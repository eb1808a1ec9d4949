from desks import COUNTY
from doubles import rest
from PySide6.QtWidgets import QFileDialog


def test_a_folder_is_watched_when_asked_and_remembered(
    qtbot, jobs, open_window, tmp_path, monkeypatch
):
    window = open_window(COUNTY)
    window.show_page("packages")
    rest(qtbot, jobs)
    page = window.stack.shown
    card = page.inbox
    assert not card.switch.isChecked()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    card.switch.click()
    rest(qtbot, jobs)
    assert not card.switch.isChecked()
    folder = tmp_path / "收件夹"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    card.switch.click()
    rest(qtbot, jobs)
    assert card.switch.isChecked()
    assert page._screen.desk.store.setting("inbox") == str(folder)  # noqa: SLF001
    (folder / "别人的.stpack").write_bytes(b"not for us")
    card.look()
    rest(qtbot, jobs)
    card.look()
    rest(qtbot, jobs)
    assert list(page.model.rows) == []
    card.switch.click()
    rest(qtbot, jobs)
    assert page._screen.desk.store.setting("inbox") == ""  # noqa: SLF001
