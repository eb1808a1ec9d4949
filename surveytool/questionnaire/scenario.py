"""Scenario tests of forms: a form as a Markdown table, and a talk with it.

    from surveytool.questionnaire.scenario import Scenario

    def test_children_go_to_school():
        s = Scenario('''
            | survey |         |        |                |             |
            |        | type    | name   | label          | relevant    |
            |        | integer | age    | How old?       |             |
            |        | text    | school | Which school?  | ${age} < 18 |
        ''')
        s.answer("age", 7)
        assert s.shows("school")

Questions are called by name where there is one of the name, or by what stands below
the root ("person[2]/age"), or by their whole reference.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Self

from surveytool.questionnaire.changes import Step
from surveytool.questionnaire.compile import compile_form
from surveytool.questionnaire.form import Form, load_form
from surveytool.questionnaire.instance import NoSuchPlaceError
from surveytool.questionnaire.media import Media
from surveytool.questionnaire.session import Session
from surveytool.questionnaire.setting import Setting
from surveytool.questionnaire.view import NodeView

NOON = datetime(2024, 5, 17, 12, 0, tzinfo=UTC)
SETTING = Setting(now=lambda: NOON, seed=1)


class Scenario:
    """One form being filled in; the clock stands still and chance is the same."""

    def __init__(
        self,
        form: str | Path | Form,
        setting: Setting = SETTING,
        files: Mapping[str, bytes] | None = None,
    ) -> None:
        """Begin with a table, a workbook, an XForm file or a form already loaded."""
        self.form = form if isinstance(form, Form) else _loaded(form, files or {})
        self.setting = setting
        self.session = Session(self.form, setting)

    def answer(self, name: str, value: object) -> Step:
        """Answer a question; None takes the answer away, a list chooses several."""
        if isinstance(value, list | tuple):
            value = " ".join(map(str, value))
        return self.session.answer(
            self.ref(name), None if value is None else str(value)
        )

    def add(self, name: str, after: int | None = None) -> Step:
        """Add an instance of a repeat, last or after one by index from 0."""
        return self.session.add_repeat(self.ref(name), after)

    def remove(self, name: str, index: int) -> Step:
        """Remove an instance of a repeat by index from 0."""
        return self.session.remove_repeat(self.ref(name), index)

    def speak(self, language: str) -> Step:
        """Switch the language."""
        return self.session.set_language(language)

    def view(self, name: str) -> NodeView:
        """Return all that a page shows of a question, group or repeat."""
        return self.session.node(self.ref(name))

    def shows(self, name: str) -> bool:
        """Whether it is relevant."""
        return self.view(name).relevant

    def value(self, name: str) -> str:
        """Return its value."""
        return self.view(name).value

    def violation(self, name: str) -> str | None:
        """Return the rule that it breaks: "required", "constraint" or None."""
        return self.view(name).violation

    def label(self, name: str) -> str:
        """Return its label as it reads now."""
        return self.view(name).label.strip()

    def options(self, name: str) -> list[str]:
        """Return the values of its choices."""
        return [value for value, _ in self.view(name).options]

    def count(self, name: str) -> int:
        """Return how many instances a repeat has."""
        return self.view(name).count

    def again(self) -> Self:
        """Save as a draft and open the draft."""
        setting = replace(self.setting, answers=self.session.answers())
        return type(self)(self.form, setting)

    def ref(self, name: str) -> str:
        """Return the reference of a name; raises NoSuchPlaceError."""
        if name.startswith("/"):
            return name
        root = f"/{self.form.root.name}"
        if f"{root}/{name}" in self.form.fields or "[" in name:
            return f"{root}/{name}"
        found = [path for path in self.form.fields if path.endswith(f"/{name}")]
        if len(found) != 1:
            raise NoSuchPlaceError(where=name)
        return found[0]


def _loaded(form: str | Path, files: Mapping[str, bytes]) -> Form:
    if isinstance(form, Path) and form.suffix.lower() == ".xml":
        return load_form(form.read_bytes(), Media(form.parent, files))
    if isinstance(form, Path):
        return load_form(compile_form(form).xml, Media(form.parent, files))
    return load_form(_xml_of(form), Media(files=files)) if files else _form_of(form)


def _xml_of(table: str) -> bytes:
    lines = "\n".join(line.strip() for line in table.strip().splitlines())
    return compile_form(lines).xml


@cache
def _form_of(table: str) -> Form:
    return load_form(_xml_of(table))
