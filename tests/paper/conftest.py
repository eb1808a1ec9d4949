from datetime import date

import pytest

from surveytool.paper.fonts import bundled
from surveytool.paper.sheet_data import Imprint
from surveytool.paper.typesetter import Typesetter


@pytest.fixture(scope="session")
def typesetter():
    return Typesetter(fonts=bundled())


@pytest.fixture
def imprint():
    return Imprint("王芳", "2026年11月23日 09:30")


@pytest.fixture
def today():
    return date(2026, 11, 23)
