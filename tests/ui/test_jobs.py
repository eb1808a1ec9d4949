import threading

import pytest
from PySide6.QtCore import QObject

from surveytool.domain.refusal import Refusal
from surveytool.ui.changed import EVERYTHING, Changed


class TooFullError(Refusal):
    code = "test.too_full"


def refuse():
    raise TooFullError


def break_down():
    msg = "a mistake of ours"
    raise RuntimeError(msg)


def test_work_runs_elsewhere_and_its_result_is_shown_here(qtbot, jobs):
    seen = []
    jobs.ask(
        threading.get_ident, lambda there: seen.append((there, threading.get_ident()))
    )
    qtbot.waitUntil(lambda: len(seen) == 1)
    there, here = seen[0]
    assert there != here == threading.get_ident()


def test_all_work_runs_on_one_thread_in_order(qtbot, jobs):
    threads, order = set(), []
    for number in range(20):

        def work(number=number):
            threads.add(threading.get_ident())
            return number

        jobs.ask(work, order.append)
    qtbot.waitUntil(lambda: len(order) == 20)
    assert order == list(range(20))
    assert len(threads) == 1


def test_a_newer_question_drops_the_older_answer(qtbot, jobs):
    gate, seen = threading.Event(), []
    jobs.ask(gate.wait, lambda _: None)
    for wanted in "abc":
        jobs.ask(lambda wanted=wanted: wanted, seen.append, only="search")
    gate.set()
    qtbot.waitUntil(lambda: not jobs.is_busy)
    assert seen == ["c"]


def test_a_change_is_told_to_everyone_once(qtbot, jobs):
    heard = []
    jobs.changed.connect(lambda changed, by: heard.append((changed, by)))
    touched = Changed(frozenset({"h1"}))
    jobs.do(lambda: None, by="page", touches=touched)
    jobs.do(lambda: None)
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard == [(touched, "page"), (EVERYTHING, None)]


def test_a_refusal_is_told_and_changes_nothing(qtbot, jobs):
    heard, changed = [], []
    jobs.refused.connect(heard.append)
    jobs.changed.connect(lambda *told: changed.append(told))
    jobs.do(refuse)
    qtbot.waitUntil(lambda: len(heard) == 1)
    assert isinstance(heard[0], TooFullError)
    assert changed == []


def test_who_asked_may_take_the_refusal(qtbot, jobs):
    everyone, own = [], []
    jobs.refused.connect(everyone.append)
    jobs.ask(refuse, lambda _: None, refused=own.append)
    qtbot.waitUntil(lambda: len(own) == 1)
    assert everyone == []


def test_our_mistake_is_told_as_one(qtbot, jobs):
    heard = []
    jobs.failed.connect(heard.append)
    jobs.ask(break_down, lambda _: None)
    qtbot.waitUntil(lambda: len(heard) == 1)
    assert isinstance(heard[0], RuntimeError)


def test_a_page_that_is_gone_is_left_in_peace(qtbot, jobs):
    class Page(QObject):
        def show_it(self, _):
            pytest.fail("the page is gone")

    page, seen = Page(), []
    gate = threading.Event()
    jobs.ask(gate.wait, page.show_it)
    jobs.ask(lambda: 1, seen.append)
    page.deleteLater()
    qtbot.wait(20)
    gate.set()
    qtbot.waitUntil(lambda: seen == [1])


@pytest.mark.parametrize(
    ("changed", "touched"),
    [
        (Changed(frozenset({"h1"})), True),
        (Changed(frozenset({"h2"})), False),
        (EVERYTHING, True),
    ],
)
def test_a_change_says_whom_it_touches(changed, touched):
    assert changed.touches("h1") is touched
