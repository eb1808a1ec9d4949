import gc
import threading
import weakref

import pytest

from surveytool.ui.collecting import collect_due


class Page:
    """Stands for a window: part of a cycle, so only the collector ends it."""

    def __init__(self):
        self.me = self


def litter():
    """Allocate enough for Python to collect every generation by itself."""
    return len([[number] for number in range(2_000_000)])


def test_a_page_in_a_cycle_never_ends_on_the_worker(qtbot, jobs):
    ended, done = [], []
    weakref.finalize(Page(), lambda: ended.append(threading.get_ident()))
    jobs.ask(litter, done.append)
    qtbot.waitUntil(lambda: bool(ended and done), timeout=20_000)
    assert ended == [threading.get_ident()]


@pytest.mark.usefixtures("jobs")
def test_python_itself_collects_no_more_once_there_is_a_worker():
    assert not gc.isenabled()


@pytest.mark.usefixtures("jobs")
def test_each_generation_is_collected_when_it_is_due():
    kept = [[] for _ in range(5_000)]
    collect_due()
    assert gc.get_count()[0] <= gc.get_threshold()[0]
    assert len(kept) == 5_000
