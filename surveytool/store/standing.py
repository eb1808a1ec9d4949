"""An entity as it stands, and the heads of its fields."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from surveytool.domain.change import ChangeId
from surveytool.domain.entity import GONE, Ref
from surveytool.domain.merge import is_conflict, is_gone, standing

SELF_ROOTED = frozenset({"household", "village"})

NOWHERE = Ref("", "")

Heads = dict[ChangeId, str | None]


@dataclass(slots=True)
class Standing:
    """An entity while changes are taken in.

    ``heads`` has only fields changed since the entity was born; every other
    field has the one head ``born``. ``home`` is the least root among its changes.
    ``kept`` names the fields whose heads are on the disk, ``lies`` the root and
    home it has there, None where that row must be written anew.
    """

    ref: Ref
    home: Ref
    born: ChangeId
    n: int = 0
    root: Ref = field(default=NOWHERE)
    fields: dict[str, str] = field(default_factory=dict)
    heads: dict[str, Heads] = field(default_factory=dict)
    changed: set[str] = field(default_factory=set)
    kept: frozenset[str] = frozenset()
    lies: tuple[Ref, Ref] | None = None

    @classmethod
    def new(
        cls, ref: Ref, root: Ref, born: ChangeId, values: Mapping[str, str | None]
    ) -> "Standing":
        """Return an entity that its first change makes."""
        one = cls(ref, root, born, fields=dict(values))  # type: ignore[arg-type]
        if None in values.values():
            for name in [name for name, value in values.items() if value is None]:
                del one.fields[name]
                one.heads[name] = {born: None}
                one.changed.add(name)
        one.find_root()
        return one

    @property
    def id(self) -> str:
        """The id without the kind."""
        return self.ref.id

    def get(self, name: str) -> str:
        """Return a field's value, "" where it is not set."""
        return self.fields.get(name, "")

    def heads_of(self, name: str) -> Heads:
        """Return a field's heads, each with its value."""
        if name in self.heads:
            return self.heads[name]
        return {self.born: self.fields[name]} if name in self.fields else {}

    def every_head(self) -> dict[str, Heads]:
        """Return the heads of every field that was ever set."""
        return {name: self.heads_of(name) for name in self.fields | self.heads}

    def settle(
        self,
        change: ChangeId,
        values: Mapping[str, str | None],
        seen: frozenset[ChangeId],
        replaced: Collection[str],
    ) -> None:
        """Take in a change of some fields, of which some are replaced already."""
        self.changed.update(values)
        if self.born in seen and not replaced and self.heads.keys().isdisjoint(values):
            # By far the most: what the birth set, set anew by one who saw it.
            self.heads.update({name: {change: values[name]} for name in values})
            for name, value in values.items():
                self._stand(name, value)
            return
        for name, value in values.items():
            if (before := self.heads.get(name)) is not None:
                live = {one: old for one, old in before.items() if one not in seen}
            elif name in self.fields and self.born not in seen:
                live = {self.born: self.fields[name]}
            else:
                live = {}
            if name not in replaced:
                live[change] = value
            self.heads[name] = live
            self._stand(name, value if live == {change: value} else standing(live))

    def overlay(self, heads: dict[str, Heads]) -> None:
        """Put what was changed since over the values of the birth."""
        self.heads, self.kept = heads, frozenset(heads)
        for name, live in heads.items():
            self._stand(name, standing(live))

    def find_root(self) -> None:
        """Say under which root the entity stands now."""
        if self.ref.kind in SELF_ROOTED:
            self.root = self.ref
        elif (household := self.fields.get("household")) == self.home.id:
            self.root = self.home
        elif household:
            self.root = Ref("household", household)
        else:
            self.root = self.home

    def stays(self, root: Ref, values: Mapping[str, str | None]) -> bool:
        """Tell whether a change in that root leaves it where it is, undisputed."""
        at_home = self.home is root or self.home == root
        return at_home and "household" not in values and "household" not in self.heads

    def places(self) -> set[Ref]:
        """Return every root that a head puts it under: in a conflict, several."""
        if self.ref.kind in SELF_ROOTED or "household" not in self.heads:
            return {self.root}
        named = self.heads["household"].values()
        return {self.root} | {
            Ref("household", one) if one else self.home for one in named
        }

    @property
    def is_gone(self) -> bool:
        """Whether it was deleted."""
        return is_gone(self.fields)

    def disputed(self) -> set[str]:
        """Return the fields in conflict, but for deleting against editing."""
        return {
            name
            for name, heads in self.heads.items()
            if len(heads) > 1 and is_conflict(heads.values())
        }

    def unseen_by_deletion(
        self, seen_by: Mapping[ChangeId, frozenset[ChangeId]]
    ) -> Heads:
        """Return the heads that no deletion had seen."""
        deletions = {one for one, value in self.heads_of(GONE).items() if value == "1"}
        known = deletions.union(*(seen_by[one] for one in deletions))
        return {
            change: None
            for name, heads in self.every_head().items()
            if name != GONE
            for change in heads
            if change not in known
        }

    def conflicts(self, seen_by: Mapping[ChangeId, frozenset[ChangeId]]) -> set[str]:
        """Return the fields in conflict; ``_gone`` where deleting meets editing.

        ``seen_by`` must know what the deletions had seen.
        """
        found = self.disputed()
        if self.is_gone and self.unseen_by_deletion(seen_by):
            found.add(GONE)
        return found

    def agrees(self, other: "Standing | None") -> bool:
        """Tell whether both stand for the same state."""
        return (
            other is not None
            and (self.root, self.home) == (other.root, other.home)
            and self.fields == other.fields
            and self.every_head() == other.every_head()
        )

    def _stand(self, name: str, value: str | None) -> None:
        if value is None:
            self.fields.pop(name, None)
        else:
            self.fields[name] = value
