import re
from pathlib import Path

from surveytool.questionnaire.features import tables, written
from surveytool.questionnaire.scenario import Scenario

PAGE = Path(__file__).parents[2] / "docs" / "writing-forms.md"


def test_the_page_says_what_the_code_does():
    """Mend with: python -m surveytool.questionnaire.features docs/writing-forms.md."""
    page = PAGE.read_text("utf-8")
    assert all(f"<!-- {name} -->" in page for name in tables())
    assert written(page) == page


def test_the_example_of_a_scenario_runs():
    block = re.search("```python\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)[1]
    names = {}
    exec(block, names)  # noqa: S102 - our own page
    (test,) = (one for name, one in names.items() if name.startswith("test_"))
    test()
    assert names["Scenario"] is Scenario
