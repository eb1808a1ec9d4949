from surveytool.ui.preferences import Preferences
from surveytool.ui.theme.palette import DARK, LIGHT


def test_a_new_computer_speaks_chinese_in_plain_size(tmp_path):
    kept = Preferences(tmp_path / "screen.ini")
    assert (kept.language, kept.text_size, kept.is_dark) == ("zh", 100, False)
    assert kept.recent == []


def test_what_is_chosen_is_still_chosen_next_time(tmp_path):
    file = tmp_path / "屏幕 设置" / "screen.ini"
    kept = Preferences(file)
    kept.language, kept.text_size, kept.is_dark = "en", 150, True
    again = Preferences(file)
    assert (again.language, again.text_size, again.is_dark) == ("en", 150, True)
    assert again.look("").scale == 1.5
    assert again.look("").palette is DARK
    again.is_dark = False
    assert again.look("").palette is LIGHT


def test_a_damaged_file_falls_back_to_the_plain_screen(tmp_path):
    file = tmp_path / "screen.ini"
    file.write_text("[General]\ntext_size=9999\nlanguage=xx\n", "utf-8")
    kept = Preferences(file)
    assert (kept.language, kept.text_size) == ("zh", 100)


def test_the_workspace_opened_last_comes_first_and_lost_ones_are_left_out(tmp_path):
    kept = Preferences(tmp_path / "screen.ini")
    one, two = tmp_path / "一 村.survey", tmp_path / "二.survey"
    for path in (one, two):
        path.write_bytes(b"")
        kept.remember(path)
    assert kept.recent == [two, one]
    kept.remember(one)
    assert kept.recent == [one, two]
    two.unlink()
    assert kept.recent == [one]
