import pytest
from scenario import Scenario


@pytest.fixture
def scenario():
    return Scenario
