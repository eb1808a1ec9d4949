"""The merge rule: a field's heads are the changes that nobody has replaced."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from surveytool.domain.change import Change, ChangeId
from surveytool.domain.entity import GONE, Ref

Field = tuple[Ref, str]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two or more standing values of one field, each with its change."""

    ref: Ref
    field: str
    heads: tuple[tuple[ChangeId, str | None], ...]


def heads(changes: Iterable[Change], ref: Ref, field: str) -> list[Change]:
    """Return the changes of a field that no other change of it has seen."""
    setting = [one for one in changes if field in one.set.get(ref, {})]
    replaced = frozenset[ChangeId]().union(*(one.seen for one in setting))
    return sorted(
        (
            one
            for one in {one.id: one for one in setting}.values()
            if one.id not in replaced
        ),
        key=lambda one: one.id,
    )


def standing(values: Mapping[ChangeId, str | None]) -> str | None:
    """Return the value shown among a field's heads: that of the least id."""
    return values[min(values)]


def is_conflict(values: Iterable[str | None]) -> bool:
    """Tell whether heads disagree; the same value twice is no conflict."""
    return len(set(values)) > 1


def is_gone(fields: Mapping[str, str | None]) -> bool:
    """Tell whether an entity was deleted."""
    return fields.get(GONE) == "1"
