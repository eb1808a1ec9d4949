"""Who changed what, when and where: of a household, and of one field."""

from collections.abc import Iterator
from dataclasses import dataclass

from surveytool.domain.change import Change, ChangeId
from surveytool.domain.entity import GONE, Ref
from surveytool.domain.vocabulary import fields
from surveytool.tasks.desk import Desk
from surveytool.tasks.peers import peers


@dataclass(frozen=True, slots=True)
class FieldEdit:
    """One field set by a change: from, to; None is no value."""

    ref: Ref
    name: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Edit:
    """One save: who, when, on which device, why, and what it set."""

    id: ChangeId
    at: str
    who: str
    device: str
    why: str
    fields: tuple[FieldEdit, ...]


def household(desk: Desk, household_id: str) -> list[Edit]:
    """Return the saves of a household that people can read, the newest first.

    A form's single answers are left out; what they set in the household is not.
    """
    edits = (_edit(desk, one) for one in _changes(desk, household_id))
    return [one for one in edits if one.fields]


def field(desk: Desk, household_id: str, ref: Ref, name: str) -> list[Edit]:
    """Return the saves that set one field, the newest first."""
    found = []
    for change in _changes(desk, household_id):
        if name in change.set.get(ref, {}):
            one = _edit(desk, change, only=(ref, name))
            found.append(one)
    return found


def _changes(desk: Desk, household_id: str) -> list[Change]:
    return desk.store.history(Ref("household", household_id))[::-1]


def _edit(desk: Desk, change: Change, only: tuple[Ref, str] | None = None) -> Edit:
    set_fields = tuple(
        one for one in _fields(change) if only is None or (one.ref, one.name) == only
    )
    device = _device(desk, change.dev)
    return Edit(change.id, change.at, change.who, device, change.why, set_fields)


def _fields(change: Change) -> Iterator[FieldEdit]:
    for ref, values in change.set.items():
        known, was = fields(ref.kind), change.was.get(ref, {})
        for name, after in values.items():
            if name in known or name == GONE:
                yield FieldEdit(ref, name, was.get(name), after)


def _device(desk: Desk, device: str) -> str:
    """Return whose computer it was; "" for this one."""
    if device == desk.store.device_id:
        return ""
    names = {card.device: card.name for card in peers(desk)}
    return names.get(device, device[:8])
