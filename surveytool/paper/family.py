"""One household with everything a sheet prints of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from surveytool.domain.entity import Entity
from surveytool.domain.vocabulary import fields, label

WORKING = frozenset({"normal", "skilled", "weak"})
STAYING = frozenset({"", "present"})


@dataclass(frozen=True, slots=True)
class Family:
    """A household, where it lives, its members (head first) and its plan."""

    village: Entity | None
    household: Entity
    members: tuple[Entity, ...]
    plan: Entity | None
    measures: tuple[Entity, ...]
    records: Mapping[str, tuple[Entity, ...]] = field(default_factory=dict)

    @classmethod
    def gather(
        cls, entities: Iterable[Entity], village: Entity | None = None
    ) -> "Family":
        """Sort out the entities of one household: the newest plan counts."""
        by_kind: dict[str, list[Entity]] = {}
        for entity in entities:
            by_kind.setdefault(entity.ref.kind, []).append(entity)
        plans = sorted(by_kind.get("plan", []), key=_newness)
        plan = plans[-1] if plans else None
        return cls(
            village=village,
            household=by_kind["household"][0],
            members=tuple(sorted(filter(_stays, by_kind.get("person", [])), key=_rank)),
            plan=plan,
            measures=tuple(_measures_of(plan, by_kind.get("measure", []))),
            records={kind: _by_day(found) for kind, found in by_kind.items()},
        )

    @property
    def head(self) -> Entity | None:
        """The head of the household, where one is known."""
        heads = [one for one in self.members if one.get("relation") == "head"]
        return heads[0] if heads else None

    @property
    def head_name(self) -> str:
        """The head's name, else the first member's."""
        first = self.head or (self.members[0] if self.members else None)
        return first.get("full_name") if first else ""

    @property
    def working(self) -> int:
        """How many members can work, half labour included."""
        return sum(one.get("labour") in WORKING for one in self.members)

    @property
    def place(self) -> str:
        """County, township and village in one line, as the title of a sheet has it."""
        if self.village is None:
            return ""
        return "".join(map(self.village.get, ("county", "township", "title")))

    @property
    def bookmark(self) -> str:
        """What a PDF's table of contents says: number and head."""
        return " ".join(filter(None, (self.household.get("code"), self.head_name)))

    def rows(self, kind: str) -> tuple[Entity, ...]:
        """Return the entities of a kind: members and measures in their order.

        Those of any other kind stand oldest first.
        """
        known = {"person": self.members, "measure": self.measures}
        return known[kind] if kind in known else self.records.get(kind, ())

    def newest(self, kind: str) -> Entity | None:
        """Return what stands for a kind: the head, the plan, the last of the rest."""
        alone = {"household": self.household, "village": self.village}
        alone |= {"head": self.head, "plan": self.plan}
        if kind in alone:
            return alone[kind]
        return next(reversed(self.rows(kind)), None)

    def words(self, name: str) -> str:
        """Return a household field as people read it."""
        return label("household", name, self.household.get(name))


def _stays(person: Entity) -> bool:
    return person.get("decrease") in STAYING


def _by_day(found: list[Entity]) -> tuple[Entity, ...]:
    """Put entities in the order of their first date that is set."""
    kind = found[0].ref.kind
    days = [one.name for one in fields(kind).values() if one.type == "date"]
    return tuple(sorted(found, key=lambda one: ([one.get(d) for d in days], one.id)))


def _rank(person: Entity) -> tuple[bool, int, str, str]:
    order = person.get("order")
    number = int(order) if order.isdecimal() else 10**6
    return person.get("relation") != "head", number, person.get("number"), person.id


def _newness(plan: Entity) -> tuple[str, str, str]:
    return plan.get("year"), plan.get("made"), plan.id


def _measures_of(plan: Entity | None, measures: list[Entity]) -> list[Entity]:
    belonging = [
        one
        for one in measures
        if plan and one.get("plan") in {"", plan.id, str(plan.ref)}
    ]
    return sorted(belonging, key=_turn)


def _turn(measure: Entity) -> tuple[int, str]:
    order = measure.get("order")
    return (int(order) if order.isdecimal() else 10**6), measure.id
