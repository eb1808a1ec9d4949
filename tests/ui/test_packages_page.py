from desks import COUNTY, TOWNSHIP
from doubles import rest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton


def packages(qtbot, jobs, window):
    window.show_page("packages")
    rest(qtbot, jobs)
    return window.stack.shown


def words_of(page):
    return [one.text() for one in page.findChildren(QLabel) if one.isVisible()]


def pressed(page, words):
    return next(b for b in page.findChildren(QPushButton) if words in b.text())


def test_a_new_workspace_is_told_to_join_first(qtbot, jobs, open_window):
    page = packages(qtbot, jobs, open_window(TOWNSHIP))
    assert any(said.startswith("Nobody is known") for said in words_of(page))
    assert not pressed(page, "Write the package").isEnabled()


def test_a_file_that_is_no_package_is_refused_in_the_list(
    qtbot, jobs, open_window, tmp_path
):
    page = packages(qtbot, jobs, open_window(COUNTY))
    file = tmp_path / "照片.jpg"
    file.write_bytes(b"\xff\xd8 no package")
    page.take_in([file])
    rest(qtbot, jobs)
    assert [row.path for row in page.model.rows] == [file]
    assert page.model.index(0, 1).data() == "Refused"
    assert page.model.index(0, 5).data() == page.model.rows[0].refusal.say("zh")


def test_a_laptop_joins_and_its_package_comes_in(
    qtbot, jobs, open_window, tmp_path, monkeypatch
):
    county, township = open_window(COUNTY), open_window(TOWNSHIP)
    at_county, in_town = packages(qtbot, jobs, county), packages(qtbot, jobs, township)
    card, request = tmp_path / "县.stcard", tmp_path / "镇.streq"
    parcel = tmp_path / "镇到县.stpack"

    def choose(path):
        for name in ("getSaveFileName", "getOpenFileName"):
            monkeypatch.setattr(
                QFileDialog, name, lambda *_, path=path: (str(path), "")
            )

    choose(card)
    pressed(at_county, "Write the card").click()
    qtbot.waitUntil(card.is_file)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(card), ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(request), ""))
    pressed(in_town, "Card and request").click()
    qtbot.waitUntil(request.is_file)
    rest(qtbot, jobs)
    choose(parcel)
    write = pressed(in_town, "Write the package")
    qtbot.waitUntil(write.isEnabled)
    write.click()
    qtbot.waitUntil(parcel.is_file)
    rest(qtbot, jobs)
