"""Take one's own last save back: a new change with the former values."""

from collections.abc import Sequence

from surveytool.domain.change import Change, ChangeId, Values
from surveytool.domain.entity import GONE, Ref
from surveytool.domain.merge import heads
from surveytool.domain.refusal import Refusal
from surveytool.domain.rights import bears, named_villages
from surveytool.store import Sight
from surveytool.tasks.desk import Desk

WHY = "撤销上次保存"


class NothingToUndoError(Refusal):
    """The last save of this household is not one's own, or taken back already."""

    code = "tasks.nothing_to_undo"


class ChangedSinceError(Refusal):
    """Someone changed what one's last save had set; facts: operator, at."""

    code = "tasks.changed_since"


class DecidedError(Refusal):
    """The last save decided a conflict; another decision is made at the desk."""

    code = "tasks.undo_of_decision"


def last_own(desk: Desk, household_id: str) -> Change | None:
    """Return one's own last save of a household, None where there is none."""
    mine = desk.seat.operator, desk.store.device_id
    changes = desk.store.history(Ref("household", household_id))
    own = [one for one in changes if (one.who, one.dev) == mine]
    return own[-1] if own and own[-1].why != WHY else None


def undo(desk: Desk, household_id: str) -> Change:
    """Put back what one's own last save had replaced; returns what was taken back.

    Raises NothingToUndoError, ChangedSinceError or DecidedError.
    """
    last = last_own(desk, household_id)
    if last is None:
        raise NothingToUndoError
    sight = desk.store.sight(last.root)
    _check_untouched(desk, last, sight)
    before = {ref: _before(last, ref, sight) for ref in last.set}
    change = sight.change(desk.seat.operator, desk.stamp(), before, why=WHY)
    desk.store.save(change)
    return last


def _check_untouched(desk: Desk, last: Change, sight: Sight) -> None:
    history = desk.store.history(last.root)
    looked_at = [one for one in history if one.id in last.seen]
    for ref, values in last.set.items():
        for name in values:
            if set(sight.heads.get(ref, {}).get(name, {})) != {last.id}:
                raise _changed(history)
            if len({one.set[ref][name] for one in heads(looked_at, ref, name)}) > 1:
                raise DecidedError
    if _made(last) and _authors(sight) != {last.id}:
        raise _changed(history)  # a household is not taken from under others' work


def _changed(history: Sequence[Change]) -> ChangedSinceError:
    return ChangedSinceError(operator=history[-1].who, at=history[-1].at)


def _made(last: Change) -> bool:
    """Tell whether a save made its household."""
    return last.root in named_villages(last) and bears(last, last.root)


def _authors(sight: Sight) -> set[ChangeId]:
    return {
        one
        for fields in sight.heads.values()
        for found in fields.values()
        for one in found
    }


def _before(last: Change, ref: Ref, sight: Sight) -> Values:
    fields = sight.heads.get(ref, {})
    if all(set(one) == {last.id} for one in fields.values()) and not last.was.get(ref):
        return {GONE: "1"}  # the save made the entity
    was = last.was.get(ref, {})
    return {name: was.get(name) for name in last.set[ref]}
