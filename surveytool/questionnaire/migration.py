"""A draft of one form version in another: answers kept, moved, without a place."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from surveytool.questionnaire.drafts import COUNT
from surveytool.questionnaire.field import Field
from surveytool.questionnaire.form import Form
from surveytool.questionnaire.session import Session
from surveytool.questionnaire.setting import Setting

_POSITION = re.compile(r"\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class Migration:
    """What becomes of a draft's answers; together the three hold all of them.

    ``moved`` maps old references to new ones. ``unplaced`` are answers whose question
    is gone, or whose value the new version does not take.
    """

    answers: Mapping[str, str]
    kept: tuple[str, ...] = ()
    moved: Mapping[str, str] = field(default_factory=dict)
    unplaced: Mapping[str, str] = field(default_factory=dict)


def migrate(answers: Mapping[str, str], old: Form, new: Form) -> Migration:
    """Return how a draft of one version opens in another; nothing is dropped."""
    targets = {ref: _target(ref, old, new) for ref in answers}
    placed = {to: answers[ref] for ref, to in targets.items() if to}
    session = Session(new, Setting(answers=placed))
    taken = session.answers()
    fits = {
        ref: to
        for ref, to in targets.items()
        if to and (to.endswith(COUNT) or taken.get(to, "") != "" or not answers[ref])
    }
    return Migration(
        answers={to: answers[ref] for ref, to in fits.items()},
        kept=tuple(ref for ref, to in fits.items() if ref == to),
        moved={ref: to for ref, to in fits.items() if ref != to},
        unplaced={ref: value for ref, value in answers.items() if ref not in fits},
    )


def _target(ref: str, old: Form, new: Form) -> str:
    """Return where an answer goes: its own path, or the only new one of its name."""
    bare = ref.removesuffix(COUNT)
    mark = ref[len(bare) :]
    path = _POSITION.sub("", bare)
    known = new.fields.get(path)
    if known is not None and known.is_leaf == (not mark):
        return ref
    was = old.fields.get(path)
    if was is None:
        return ""
    found = list(_namesakes(was, old, new))
    positions = _POSITION.findall(bare)
    return _with_positions(found[0], positions) + mark if len(found) == 1 else ""


def _namesakes(was: Field, old: Form, new: Form) -> Iterator[Field]:
    for one in new.fields.values():
        is_new = one.path not in old.fields
        is_alike = one.is_leaf == was.is_leaf and len(one.repeats) == len(was.repeats)
        if one.name == was.name and is_new and is_alike and one.kind == was.kind:
            yield one


def _with_positions(field: Field, positions: list[str]) -> str:
    ref = field.path
    for repeat, position in reversed(list(zip(field.repeats, positions, strict=False))):
        ref = f"{repeat}[{position}]{ref[len(repeat) :]}"
    return ref
