"""What opening a form and turning to a member cost, in CPU time.

Usage: python benchmarks/survey_page.py. A demo county is made, a household of it
grows to 12 members, and the household check is opened on it again and again.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from types import SimpleNamespace

from measure import line
from PySide6.QtWidgets import QApplication

from surveytool.domain.rows import Filter
from surveytool.domain.seat import Office, Role, Seat
from surveytool.tasks import survey as task
from surveytool.tasks import workspaces
from surveytool.tasks.demo.county import county
from surveytool.tasks.demo.scale import SCALES
from surveytool.tasks.desk import Desk
from surveytool.ui.jobs import Jobs
from surveytool.ui.screen import Screen
from surveytool.ui.survey.adding import add_instance
from surveytool.ui.survey.body import Body
from surveytool.ui.theme.fonts import load_fonts
from surveytool.ui.theme.look import Look
from surveytool.ui.theme.sheet import dress
from surveytool.ui.words import Words

FORM, MEMBERS, TIMES = "household_check", 12, 9
SEAT = Seat(Office.TOWNSHIP, Role.SURVEYOR, "赵志远", "西岭镇", "湄山县")
PASSPHRASE = "long enough for a benchmark"  # noqa: S105 - opens a demo only


def make_desk(folder: Path) -> Desk:
    """Return a workspace with the small demo county."""
    desk = workspaces.create(folder / "desk.survey", PASSPHRASE, SEAT)
    desk.store.take(county(SCALES["small"], desk.store.device_id))
    workspaces.choose_profile(desk, "demo")
    return desk


def grow(desk: Desk) -> str:
    """Keep a draft with 12 members; return whose it is."""
    household = max(desk.store.households(Filter()), key=lambda one: one.size or 0)
    survey = task.begin(desk, household.id, FORM)
    while survey.session.node("/data/member").count < MEMBERS:
        add_instance(survey.session, "/data/member")
    task.save(desk, survey, survey.take_unsaved())
    return household.id


def timed(work: Callable[[], object]) -> float:
    """Return the CPU milliseconds of some work."""
    began = time.process_time()
    work()
    return (time.process_time() - began) * 1000


class Bench:
    """One household, opened again and again."""

    def __init__(self, app: QApplication, desk: Desk) -> None:
        look = Look(family=load_fonts())
        dress(app, look)
        ways = SimpleNamespace(tell=lambda *_: None)
        self._app, self._desk = app, desk
        self._screen = Screen(look, Words("zh"), Jobs(app), desk, ways)
        self._household = grow(desk)
        self.times: dict[str, list[float]] = {}
        self.rows = 0

    def run(self) -> None:
        """Open the form, then turn to a member, and build the rest of it."""
        opened: list[task.Survey] = []
        begun = timed(
            lambda: opened.append(task.begin(self._desk, self._household, FORM))
        )
        bodies: list[Body] = []
        shown = timed(lambda: bodies.append(self._show(opened[0])))
        body = bodies[0]
        self._rest(body)
        place = body.pages.place_of("/data/member[3]/")
        turned = timed(lambda: self._turn(body, place))
        later = timed(lambda: self._finish(body))
        for name, took in (
            ("read the household, begin the form", begun),
            ("show the form's page", shown),
            ("opened: both", begun + shown),
            ("turn to a member: what is seen", turned),
            ("the rest of the member's rows", later),
            ("the member's section: both", turned + later),
        ):
            self.times.setdefault(name, []).append(took)
        body.close()
        body.deleteLater()
        self._app.processEvents()

    def _show(self, survey: task.Survey) -> Body:
        body = Body(self._screen, survey)
        body.resize(1286, 690)
        body.show()
        body.begin()
        body.grab()
        return body

    def _turn(self, body: Body, place: int) -> None:
        body.show_section(place)
        body.grab()

    def _finish(self, body: Body) -> None:
        questions = body.sheet.questions
        if questions is not None:
            while not questions.is_whole:
                self._app.processEvents()
            self.rows = len(questions.rows)
            body.grab()

    def _rest(self, body: Body) -> None:
        until = time.monotonic() + 0.4
        while self._screen.jobs.is_busy or time.monotonic() < until:
            self._app.processEvents()
            time.sleep(0.005)
        self._finish(body)


def main() -> None:
    """Print the table."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication(sys.argv)
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(app, make_desk(Path(folder)))
        for _ in range(TIMES):
            bench.run()
        print(f"{MEMBERS} members, {bench.rows} questions a member, {TIMES} times")
        limits = {"opened: both": 300, "the member's section: both": 60}
        for name, took in bench.times.items():
            line(name, median(took), limits.get(name, 300), "ms")


if __name__ == "__main__":
    main()
