from pathlib import Path

import pytest

from surveytool.formula.compiling import KNOWN
from surveytool.questionnaire import action
from surveytool.questionnaire.bind import TYPES
from surveytool.questionnaire.control import ASKING
from surveytool.questionnaire.trace import OPERATIONS

MANUAL = Path(__file__).parents[2] / "docs" / "writing-forms.md"
EVENTS = {action.FIRST_LOAD, action.LOAD, action.NEW_REPEAT, action.CHANGED}


@pytest.mark.parametrize("words", [KNOWN, TYPES, ASKING, EVENTS, OPERATIONS])
def test_the_manual_names_everything_that_works(words):
    written = MANUAL.read_text("utf-8")
    assert [word for word in words if f"`{word}`" not in written] == []
