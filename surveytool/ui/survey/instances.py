"""The instances of a repeat as rows of a table: a name and a few answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from surveytool.questionnaire.field import Field
from surveytool.questionnaire.session import Session
from surveytool.ui.survey.compare import shown
from surveytool.ui.survey.contents import NAMES, SILENT, Section
from surveytool.ui.survey.rich import bare
from surveytool.ui.widgets.cell import Cell, Column

MOST = 6
LONG = frozenset({"note", "upload", "trigger", "rank"})
TONES = {"wrong": "red", "soft": "amber", "open": "", "done": ""}
ICONS = {
    "wrong": "alert-circle",
    "soft": "alert-triangle",
    "open": "circle-dashed",
    "done": "circle-check",
}


@dataclass(frozen=True, slots=True)
class Instance:
    """One instance: where it is, what it is called, how far it is, its answers."""

    ref: str
    title: str
    state: str
    values: tuple[str, ...]


def instances_of(
    session: Session, inner: Sequence[Section], states: Sequence[str]
) -> list[Instance]:
    """Return the instances of a repeat with their states."""
    if not inner:
        return []
    paths = [one.path for one in _fields(session, inner[0].ref)]
    return [
        Instance(one.ref, one.title, state, tuple(_values(session, one.ref, paths)))
        for one, state in zip(inner, states, strict=True)
    ]


def columns_of(session: Session, ref: str, *, name: str) -> list[Column]:
    """Return the columns: the name with its state, then a few answers."""
    columns = [Column(name, _title, width=120, grow=1)]
    for at, field in enumerate(_fields(session, ref)):
        label = bare(session.node(_ref(ref, field.path)).label) or field.name
        width = max(64, min(150, 20 + 15 * len(label)))
        cell = partial(_value, at)
        columns.append(Column(label, cell, width=width, spare=at, grow=1))
    return columns


def _fields(session: Session, ref: str) -> list[Field]:
    """Return the first questions of an instance that fit into a table."""
    repeat = _path(ref)
    found = [
        one
        for one in session.form.fields.values()
        if one.is_leaf
        and one.path.startswith(f"{repeat}/")
        and one.repeats[-1:] == (repeat,)
        and one.kind not in SILENT
        and one.kind not in LONG
        and one.name not in NAMES
    ]
    return found[:MOST]


def _values(session: Session, ref: str, paths: Sequence[str]) -> list[str]:
    nodes = (session.node(_ref(ref, path)) for path in paths)
    return [bare(shown(one, one.value)) if one.relevant else "" for one in nodes]


def _ref(instance: str, path: str) -> str:
    """Return where a path of the form lies within an instance."""
    return instance + path.removeprefix(_path(instance))


def _path(ref: str) -> str:
    """Return a reference without its positions."""
    return "/".join(step.partition("[")[0] for step in ref.split("/"))


def _title(one: Instance) -> Cell:
    return Cell(one.title, bold=True, icon=ICONS[one.state], tone=TONES[one.state])


def _value(at: int, one: Instance) -> Cell:
    return Cell(one.values[at])
