"""Every page, in both languages, small and large: nothing cut, all reachable."""

import pytest
from desks import COUNTY, TOWNSHIP
from doubles import rest
from looking import cut_texts, nameless, unreached
from PySide6.QtWidgets import QToolButton

from surveytool.ui.theme.look import Look
from surveytool.ui.theme.sheet import dress
from surveytool.ui.translator import Tongue

PAGES = ["today", "households", "approvals", "packages", "reports", "settings"]


@pytest.fixture(params=["zh-100", "zh-150", "en-100", "en-150"])
def dressed(request, qapp, open_window, family):
    """The county's window in a language and a size."""
    language, percent = request.param.split("-")
    tongue, look = Tongue(qapp), Look(scale=int(percent) / 100, family=family)
    tongue.speak(language)
    dress(qapp, look)
    yield open_window(COUNTY, with_look=look, language=language)
    tongue.speak("en")


def test_no_text_is_cut(qtbot, jobs, dressed):
    cut = {}
    for name in PAGES:
        dressed.show_page(name)
        rest(qtbot, jobs)
        cut[name] = cut_texts(dressed)
    assert cut == {name: [] for name in PAGES}


def test_every_control_has_a_name_and_tab_comes_to_it(qtbot, jobs, open_window):
    window = open_window(COUNTY)
    for name in PAGES:
        window.show_page(name)
        rest(qtbot, jobs)
        assert nameless(window) == [], name
        assert unreached(window, window.top.search) == [], name


def test_pages_are_reached_by_number_keys(open_window):
    window = open_window(TOWNSHIP)
    keys = {b.shortcut().toString() for b in window.rail.findChildren(QToolButton)}
    assert keys == {
        f"Ctrl+{number}" for number in range(1, len(window.stack.names) + 1)
    }
