"""Take one's own last save back: a new change with the former values."""

from surveytool.domain.change import Change, Values
from surveytool.domain.entity import GONE, Ref
from surveytool.domain.refusal import Refusal
from surveytool.store import Sight
from surveytool.tasks.desk import Desk

WHY = "撤销上次保存"


class NothingToUndoError(Refusal):
    """The last save of this household is not one's own, or taken back already."""

    code = "tasks.nothing_to_undo"


class ChangedSinceError(Refusal):
    """Someone changed what one's last save had set; facts: operator, at."""

    code = "tasks.changed_since"


def last_own(desk: Desk, household_id: str) -> Change | None:
    """Return one's own last save of a household, None where there is none."""
    mine = desk.seat.operator, desk.store.device_id
    changes = desk.store.history(Ref("household", household_id))
    own = [one for one in changes if (one.who, one.dev) == mine]
    return own[-1] if own and own[-1].why != WHY else None


def undo(desk: Desk, household_id: str) -> Change:
    """Put back what one's own last save had replaced; returns what was taken back.

    Raises NothingToUndoError or ChangedSinceError.
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
    for ref, values in last.set.items():
        for name in values:
            if set(sight.heads.get(ref, {}).get(name, {})) != {last.id}:
                later = desk.store.history(last.root)[-1]
                raise ChangedSinceError(operator=later.who, at=later.at)


def _before(last: Change, ref: Ref, sight: Sight) -> Values:
    heads = sight.heads.get(ref, {})
    if all(set(one) == {last.id} for one in heads.values()) and not last.was.get(ref):
        return {GONE: "1"}  # the save made the entity
    was = last.was.get(ref, {})
    return {name: was.get(name) for name in last.set[ref]}
