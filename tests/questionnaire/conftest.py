from dataclasses import replace

import pytest

from surveytool.questionnaire.scenario import SETTING, Scenario


@pytest.fixture
def scenario():
    return lambda table, **facts: Scenario(table, replace(SETTING, **facts))
