"""The forms of the county: compiled once, loaded once."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from surveytool.domain.refusal import Refusal
from surveytool.questionnaire.form import Form, load_form
from surveytool.tasks.desk import Desk


class UnknownFormError(Refusal):
    """There is no form of this name."""

    code = "tasks.unknown_form"
    exit_code = 2


@dataclass(frozen=True, slots=True)
class FormCard:
    """A form that can be opened."""

    name: str
    title: str
    version: str


def forms(desk: Desk) -> list[FormCard]:
    """Return the forms that can be opened."""
    names = sorted(file.stem for file in desk.forms.glob("*.xml"))
    loaded = [(name, load(desk, name)) for name in names]
    return [FormCard(name, form.title, form.version) for name, form in loaded]


def load(desk: Desk, name: str) -> Form:
    """Return a form by name; raises UnknownFormError."""
    file = desk.forms / f"{name}.xml"
    if not file.is_file():
        raise UnknownFormError(form=name)
    return _load(file, file.stat().st_mtime_ns)


def title_of(desk: Desk, name: str) -> str:
    """Return a form's title."""
    return load(desk, name).title


@lru_cache(maxsize=16)
def _load(file: Path, _written: int) -> Form:
    # As ODK has it: what a form needs lies in a folder beside it.
    return load_form(file.read_bytes(), file.with_name(f"{file.stem}-media"))
