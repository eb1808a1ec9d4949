"""What a batch of changes touches: read at once, decided in memory."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from surveytool.domain.change import Change, ChangeId
from surveytool.domain.entity import Ref
from surveytool.store.standing import SELF_ROOTED, Standing


@dataclass(frozen=True, slots=True)
class Arrived:
    """A change that is new here, its identity and its canonical bytes."""

    id: ChangeId
    change: Change
    body: bytes


@dataclass(slots=True)
class Batch:
    """New changes and the entities they touch.

    ``awaiting`` names, for an id not held, the changes that have seen it.
    ``touches`` names the roots in whose history a change belongs; ``between``, for
    an entity that a change moves or leaves in dispute, all roots it may be under.
    """

    arrived: Sequence[Arrived]
    held: set[ChangeId]
    awaiting: dict[ChangeId, list[Change]]
    entities: dict[Ref, Standing]
    families: dict[Ref, set[Ref]] = field(
        default_factory=lambda: defaultdict[Ref, set[Ref]](set)
    )
    touches: dict[Ref, list[ChangeId]] = field(
        default_factory=lambda: defaultdict[Ref, list[ChangeId]](list)
    )
    missed: dict[ChangeId, set[ChangeId]] = field(default_factory=dict)
    changed: dict[Ref, None] = field(default_factory=dict)
    moved: list[tuple[Ref, Ref]] = field(default_factory=list)
    between: dict[Ref, set[Ref]] = field(default_factory=dict)
    loaded: set[Ref] = field(default_factory=set)

    def add_family(self, found: Iterable[Standing]) -> None:
        """Add entities that stand in the workspace already."""
        for one in found:
            if one.ref not in self.entities:
                self.entities[one.ref] = one
                self.families[one.root].add(one.ref)

    def unknown(self) -> set[Ref]:
        """Return the entities set that are not read yet."""
        named = {ref for one in self.arrived for ref in one.change.set}
        return named - self.entities.keys()

    def roots(self) -> set[Ref]:
        """Return the roots whose families are not what they were."""
        roots = {self.entities[ref].root for ref in self.changed}
        return roots.union(*({before, after} for before, after in self.moved))

    def family(self, root: Ref) -> list[Standing]:
        """Return what stands under a root, gone entities included."""
        return [self.entities[ref] for ref in self.families[root]]

    def decide(self) -> None:
        """Take the changes into the entities, one after another, in any order."""
        for one in self.arrived:
            if one.change.seen:
                self._note_seen(one)
            later = self.awaiting.get(one.id, ())
            for ref in one.change.set:
                if ref not in self.entities:
                    self._bear(ref, one)
                    continue
                replaced = (
                    {name for by in later for name in by.set.get(ref, ())}
                    if later
                    else ()
                )
                self._settle(ref, one, replaced)
            self._touch(one)
            self.held.add(one.id)

    def _note_seen(self, one: Arrived) -> None:
        unknown = one.change.seen - self.held
        for parent in unknown:
            self.awaiting.setdefault(parent, []).append(one.change)
        if unknown:
            self.missed[one.id] = set(unknown)

    def _bear(self, ref: Ref, one: Arrived) -> None:
        entity = Standing.new(ref, one.change.root, one.id, one.change.set[ref])
        self.entities[ref] = entity
        self.families[entity.root].add(ref)
        self.changed[ref] = None

    def _settle(self, ref: Ref, one: Arrived, replaced: Collection[str]) -> None:
        change, entity = one.change, self.entities[ref]
        values = change.set[ref]
        self.changed[ref] = None
        if entity.stays(change.root, values):
            entity.settle(one.id, values, change.seen, replaced)
            return
        before, places = entity.root, entity.places()
        entity.home = min(entity.home, change.root)
        entity.settle(one.id, values, change.seen, replaced)
        entity.find_root()
        after = entity.places() | self._named(ref, one)
        new = after - places
        if before != entity.root:
            new.add(entity.root)
            self.families[before].discard(ref)
        self.moved.extend((before, place) for place in sorted(new))
        if len(places | after) > 1:
            self.between[ref] = places | after
        self.families[entity.root].add(ref)

    def _touch(self, one: Arrived) -> None:
        root = one.change.root
        self.touches[root].append(one.id)
        others = set[Ref]()
        for ref in one.change.set:
            other = self.entities[ref].root
            if other is not root and other != root:
                others.add(other)
            if ref in self.between:
                # Whoever has a household must learn that a member left, or may have.
                others |= self.between.pop(ref) - {root}
        for other in others:
            self.touches[other].append(one.id)

    def _named(self, ref: Ref, one: Arrived) -> set[Ref]:
        """Return the household that a change names, even if it is replaced already."""
        home = one.change.set[ref].get("household")
        own = not home or ref.kind in SELF_ROOTED
        return set() if own else {Ref("household", str(home))}
