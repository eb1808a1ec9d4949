"""What the process does that will be killed; each tells what it has finished."""

import itertools
import os
from pathlib import Path
from types import SimpleNamespace

from surveytool.domain.entity import Ref
from surveytool.domain.resources import FORMS
from surveytool.store.pinyin import spellings
from surveytool.tasks import keeping, packages, rosters, survey
from surveytool.tasks.forms import load
from surveytool.tasks.workspaces import open_desk

PASSPHRASE = "青山 不老 绿水 长流"  # noqa: S105 - of test files only
FORM = "household_check"
WHERE = "/data/visit/address"
HOUSEHOLD = "h0"


def tell(*words):
    """Say what is done; whoever reads it may rely on it."""
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def typing(path, _other):
    """Type answers, each saved at once as the page does it."""
    desk = open_desk(Path(path), PASSPHRASE)
    begun = survey.begin(desk, HOUSEHOLD, FORM)
    tell("begun")
    for number in itertools.count(int(begun.saved.get(WHERE, "0")) + 1):
        begun.session.answer(WHERE, str(number))
        survey.save(desk, begun, begun.take_unsaved())
        tell("done", number)


def importing(path, roster):
    desk = open_desk(Path(path), PASSPHRASE)
    tell("begun")
    rosters.take_in(desk, rosters.preview(desk, Path(roster)))
    tell("done")


def exporting(path, package):
    desk = open_desk(Path(path), PASSPHRASE)
    tell("begun")
    packages.export(desk, "县局", Path(package))
    tell("done")


def taking_in(path, package):
    desk = open_desk(Path(path), PASSPHRASE)
    tell("begun")
    (taken,) = packages.take_in(desk, [Path(package)])
    assert taken.refusal is None
    tell("done")


def migrating(path, _other):
    tell("begun")
    open_desk(Path(path), PASSPHRASE)
    tell("done")


def backing_up(path, folder):
    desk = open_desk(Path(path), PASSPHRASE)
    tell("begun")
    for number in itertools.count():
        desk.write(
            Ref("household", HOUSEHOLD), {Ref("person", "p0"): {"phone": f"{number}"}}
        )
        tell("done", keeping.backup(desk, Path(folder)))


DEEDS = {
    one.__name__: one
    for one in (typing, importing, exporting, taking_in, migrating, backing_up)
}


def warm_up():
    """Do once what is slow at first, for all processes to come."""
    load(SimpleNamespace(forms=FORMS), FORM)
    spellings("王")
