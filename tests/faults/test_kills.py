"""Killed at any moment: what was acknowledged is there, and every file opens."""

import os
import random
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from fault_deeds import PASSPHRASE
from fault_workshop import Nursery, Workshop, answers, cheap_host

from surveytool.store import Store
from surveytool.sync.reader import open_package
from surveytool.tasks import workspaces

LONG = bool(os.environ.get("SURVEYTOOL_SOAK"))
KILLS = 170 if LONG else 4

pytestmark = pytest.mark.skipif(
    not hasattr(os, "fork"), reason="processes are forked here, which Windows cannot"
)


@pytest.fixture(scope="module")
def place():
    """A folder in memory where there is one: a kill is no power cut."""
    shared = Path("/dev/shm")  # noqa: S108 - the point is that it is memory
    folder = tempfile.mkdtemp(prefix="faults", dir=shared if shared.is_dir() else None)
    yield Path(folder)
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def workshop(place):
    return Workshop(place / "workshop")


@pytest.fixture(scope="module")
def nursery():
    nursery = Nursery()
    yield nursery
    nursery.close()


@contextmanager
def reopened(path) -> Iterator[Store]:
    """Open a workspace as if the computer had been switched on again."""
    desk = workspaces.open_desk(path, PASSPHRASE)
    try:
        yield desk.store
        assert desk.store.verify() == []
    finally:
        desk.close()


def dump(path):
    with reopened(path) as store:
        return store.dump()


def check_copies(folder):
    """Every backup that bears its final name opens and is whole."""
    for copy in folder.glob("*.surveytool"):
        with Store.open(copy, PASSPHRASE, host=cheap_host()) as store:
            assert store.verify() == []


class Killer:
    """Runs one deed again and again, each time killed at another moment."""

    def __init__(self, nursery, workshop, folder, *, deed):
        self.nursery, self.workshop, self.folder = nursery, workshop, folder
        self.deed = deed
        self.dice = random.Random()  # noqa: S311 - any moment will do

    def lives(self, other="", template="town", longest=None):
        """Yield the workspace, what was acknowledged, and whether it came to an end."""
        if longest is None:
            path = self.workshop.copy(self.folder / "first", template)
            _, ended, longest = self.nursery.run(self.deed, path, other)
            assert ended
        for number in range(KILLS):
            place = self.folder / f"{number}"
            path = self.workshop.copy(place, template)
            seconds = self.dice.uniform(0, longest * 1.1)
            said, ended, _ = self.nursery.run(self.deed, path, other, seconds=seconds)
            yield path, said, ended
            shutil.rmtree(place)


@pytest.fixture
def killer(request, nursery, workshop, place):
    folder = place / request.param
    folder.mkdir()
    return Killer(nursery, workshop, folder, deed=request.param)


def deed(name):
    return pytest.mark.parametrize("killer", [name], indirect=True)


@deed("typing")
def test_no_acknowledged_answer_is_lost_while_typing(killer):
    for path, said, ended in killer.lives(longest=0.3):
        assert not ended
        with reopened(path) as store:
            last = int(said[-1]) if said else 0
            found = answers(store)
            assert found in ([last], [last + 1]) if said else found in ([], [1])


@deed("importing")
def test_a_roster_is_in_whole_or_not_at_all(killer, workshop):
    before = 20
    for path, said, _ in killer.lives(workshop.folder / "roster.xlsx"):
        with reopened(path) as store:
            count = len(store.households())
        assert count in ((before + 40,) if said else (before, before + 40))
        check_copies(path.with_name("w.surveytool.backups"))
        killer.nursery.run("importing", path, workshop.folder / "roster.xlsx")
        with reopened(path) as store:
            assert len(store.households()) == before + 40


@deed("exporting")
def test_a_package_is_written_whole_or_not_at_all(killer, workshop):
    package = killer.folder / "out.stpack"
    for path, said, _ in killer.lives(package):
        assert package.exists() or not said
        if package.exists():
            trusted = {workshop.town_card.device: workshop.town_card}.get
            opened = open_package(package, workshop.keys["county"], trusted=trusted)
            assert len(list(opened.changes())) == 20
            package.unlink()
        with reopened(path) as store:
            assert len(store.households()) == 20


@deed("taking_in")
def test_a_package_is_taken_in_whole_or_not_at_all(killer, workshop):
    package = workshop.folder / "p.stpack"
    states = {}
    for path, said, _ in killer.lives(package):
        if not states:
            states["before"] = dump(workshop.copy(killer.folder / "before"))
            states["after"] = dump(killer.folder / "first" / "w.surveytool")
        now = dump(path)
        assert now == states["after"] if said else now in states.values()
        killer.nursery.run("taking_in", path, package)
        assert dump(path) == states["after"]
        check_copies(path.with_name("w.surveytool.backups"))


@deed("migrating")
def test_a_migration_is_done_whole_or_not_at_all(killer, workshop):
    truth = dump(workshop.copy(killer.folder / "truth", "v1"))
    for path, _, _ in killer.lives(template="v1"):
        assert dump(path) == truth
        check_copies(path.with_name("w.surveytool.backups"))


@deed("backing_up")
def test_every_finished_backup_opens(killer):
    for path, said, ended in killer.lives(killer.folder / "copies", longest=0.4):
        assert not ended
        assert all((killer.folder / "copies" / one).exists() for one in said)
        check_copies(killer.folder / "copies")
        with reopened(path) as store:
            assert store.row("h0")
        shutil.rmtree(killer.folder / "copies", ignore_errors=True)
