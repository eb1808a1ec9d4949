"""Forms as tables in a test, and a conversation with them."""

from datetime import UTC, datetime
from functools import cache

from surveytool.questionnaire.compile import compile_form
from surveytool.questionnaire.form import Form, load_form
from surveytool.questionnaire.media import Media
from surveytool.questionnaire.session import Session
from surveytool.questionnaire.setting import Setting
from surveytool.questionnaire.view import NodeView

NOON = datetime(2024, 5, 17, 12, 0, tzinfo=UTC)


@cache
def form_of(table: str) -> Form:
    """Compile a Markdown table and load it."""
    lines = "\n".join(line.strip() for line in table.strip().splitlines())
    return load_form(compile_form(lines).xml, Media())


def setting(**facts) -> Setting:
    return Setting(**{"now": lambda: NOON, "seed": 1} | facts)


class Scenario:
    """A session whose questions are called by name ("age", "person[2]/age")."""

    def __init__(self, table: str, **facts) -> None:
        self.form = form_of(table)
        self.session = Session(self.form, setting(**facts))

    def ref(self, name: str) -> str:
        if name.startswith("/"):
            return name
        root = f"/{self.form.root.name}"
        if f"{root}/{name}" in self.form.fields or "[" in name:
            return f"{root}/{name}"
        return next(p for p in self.form.fields if p.endswith(f"/{name}"))

    def answer(self, name: str, value: object):
        text = None if value is None else str(value)
        return self.session.answer(self.ref(name), text)

    def add(self, name: str, after: int | None = None):
        return self.session.add_repeat(self.ref(name), after)

    def remove(self, name: str, index: int):
        return self.session.remove_repeat(self.ref(name), index)

    def view(self, name: str) -> NodeView:
        return self.session.node(self.ref(name))

    def shows(self, name: str) -> bool:
        return self.view(name).relevant

    def value(self, name: str) -> str:
        return self.view(name).value

    def violation(self, name: str) -> str | None:
        return self.view(name).violation

    def label(self, name: str) -> str:
        return self.view(name).label.strip()

    def options(self, name: str) -> list[str]:
        return [value for value, _ in self.view(name).options]

    def again(self) -> "Scenario":
        """Save as a draft and open it again."""
        other = Scenario.__new__(Scenario)
        other.form = self.form
        other.session = Session(self.form, setting(answers=self.session.answers()))
        return other
