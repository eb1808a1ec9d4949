"""What the operator at the desk may change: checked where every save goes through."""

from collections.abc import Iterable, Iterator

from surveytool.domain.change import Change
from surveytool.domain.refusal import Refusal
from surveytool.domain.seat import Role
from surveytool.store.finding import Finding


class ReaderError(Refusal):
    """A reader looks, and changes nothing; facts: operator."""

    code = "store.reader"


class OtherVillageError(Refusal):
    """The operator works in other villages; facts: operator, village."""

    code = "store.other_village"


def allowed(store: Finding, changes: Iterable[Change]) -> Iterator[Change]:
    """Let through what the operator may do; raises ReaderError, OtherVillageError."""
    seat, confined = store.seat, store.only_villages
    for change in changes:
        if seat.role is Role.READER:
            raise ReaderError(operator=seat.operator)
        if confined:
            for village in _villages(store, change):
                if village not in confined:
                    raise OtherVillageError(operator=seat.operator, village=village)
        yield change


def _villages(store: Finding, change: Change) -> set[str]:
    """Return the villages a change concerns: where it stands, where it goes."""
    if change.root.kind == "village":
        return {change.root.id}
    standing = store.entity(change.root)
    named = {values.get("village") or "" for values in change.set.values()}
    return (named | {standing.get("village") if standing else ""}) - {""}
