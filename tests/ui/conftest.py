import gc
import os

import pytest
from PySide6.QtWidgets import QApplication
from windows import open_window, survey_pages  # noqa: F401 - fixtures

from surveytool.ui.jobs import Jobs
from surveytool.ui.theme.fonts import load_fonts
from surveytool.ui.theme.look import Look
from surveytool.ui.theme.sheet import dress
from surveytool.ui.words import Words

if "DISPLAY" not in os.environ:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def collecting():
    """Leave no window to be collected by another test's threads."""
    yield
    gc.collect()
    gc.enable()


@pytest.fixture(scope="session")
def family(qapp):
    assert isinstance(qapp, QApplication)
    return load_fonts()


@pytest.fixture
def look(qapp, family):
    look = Look(family=family)
    dress(qapp, look)
    return look


@pytest.fixture
def words():
    return Words("zh")


@pytest.fixture
def jobs(qapp):
    jobs = Jobs(qapp)
    yield jobs
    jobs.finish()


def pytest_collection_modifyitems(items):
    """Qt's offscreen screen says of every window that it has no window manager."""
    ignore = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
    for item in items:
        item.add_marker(ignore)
