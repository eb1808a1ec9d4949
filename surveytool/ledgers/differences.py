"""What a roster file says that the workspace does not, field by field."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from surveytool.domain.entity import Entity, Ref
from surveytool.domain.money import read_amount
from surveytool.domain.vocabulary import fields
from surveytool.ledgers.matching import (
    Fielded,
    Match,
    StandingHousehold,
    match_households,
    match_persons,
)
from surveytool.ledgers.people import Roster, RosterHousehold, RosterPerson

Surveyed = Callable[[Ref, Ref, str], bool]
NUMBERS = {"money", "decimal", "integer"}
UNCOMPARED = {"order", "id_original"}
NEVER_EMPTIED = {"id_number", "phone"}
KEPT_WHERE_BLANK = {"full_name", "code", "number", "bank_account", "disability_card"}


@dataclass(frozen=True, slots=True)
class FieldDifference:
    """One field on which file and workspace differ.

    ``surveyed``: the standing value was answered since, so that a person must
    be asked. An empty ``file`` says that the file leaves the field blank.
    """

    root: Ref
    ref: Ref
    field: str
    standing: str
    file: str
    surveyed: bool
    sheet: str
    row: int

    @property
    def needs_asking(self) -> bool:
        """Whether the file's value may not simply replace the standing one."""
        return self.surveyed or (not self.file and bool(self.standing))


@dataclass(frozen=True, slots=True)
class NewPerson:
    """A person of a known household who is not in it yet.

    ``elsewhere`` is the person of another household with the same ID number.
    """

    root: Ref
    person: RosterPerson
    elsewhere: Ref | None = None


@dataclass(frozen=True, slots=True)
class Differences:
    """Everything a file would change; what it does not name is only reported."""

    new_households: tuple[RosterHousehold, ...]
    new_persons: tuple[NewPerson, ...]
    changed: tuple[FieldDifference, ...]
    missing_households: tuple[Ref, ...]
    missing_persons: tuple[Ref, ...]
    unchanged: int
    matched: tuple[tuple[RosterHousehold, Ref], ...] = ()

    @property
    def is_nothing(self) -> bool:
        """Whether the file says nothing new."""
        return not (self.new_households or self.new_persons or self.changed)

    @property
    def asking(self) -> tuple[FieldDifference, ...]:
        """The differences that a person must decide."""
        return tuple(one for one in self.changed if one.needs_asking)


def compare(
    roster: Roster, standing: Sequence[StandingHousehold], surveyed: Surveyed
) -> Differences:
    """Compare a file with the standing households of the places it covers.

    ``surveyed(root, ref, field)`` tells whether a standing value was answered
    in a survey since the last import. Nothing is changed; comparing a file
    with what it made gives no differences.
    """
    matches = match_households(roster.households, standing)
    comparing = _Comparing(roster.columns, surveyed, _ids(standing))
    unchanged = sum(comparing.is_same(match) for match in matches)
    found = {match.standing.ref for match in matches if match.standing}
    return Differences(
        tuple(match.household for match in matches if not match.standing),
        tuple(comparing.new_persons),
        tuple(comparing.changed),
        tuple(one.ref for one in standing if one.ref not in found),
        tuple(comparing.missing),
        unchanged,
        tuple((one.household, one.standing.ref) for one in matches if one.standing),
    )


def _ids(standing: Iterable[StandingHousehold]) -> Mapping[str, Ref]:
    return {
        person.get("id_number"): person.ref
        for one in standing
        for person in one.persons
    }


class _Comparing:
    """The findings of one comparison as they are collected."""

    def __init__(
        self,
        columns: Mapping[str, frozenset[str]],
        surveyed: Surveyed,
        ids: Mapping[str, Ref],
    ) -> None:
        self.columns, self.surveyed, self.ids = columns, surveyed, ids
        self.changed: list[FieldDifference] = []
        self.new_persons: list[NewPerson] = []
        self.missing: list[Ref] = []

    def is_same(self, match: Match) -> bool:
        """Collect the differences of a pair; tell whether there were none."""
        if match.standing is None:
            return False
        household, other = match.household, match.standing
        before = len(self.changed), len(self.new_persons), len(self.missing)
        self._compare(household.persons[0], household, other.household)
        self._compare_village(household, other.household)
        self._compare_persons(household, other)
        return before == (len(self.changed), len(self.new_persons), len(self.missing))

    def _compare_persons(
        self, household: RosterHousehold, other: StandingHousehold
    ) -> None:
        pairs = match_persons(household.persons, other.persons)
        for person, entity in pairs:
            if entity:
                self._compare(person, person, entity)
            else:
                elsewhere = self.ids.get(person.get("id_number") or "-")
                self.new_persons.append(NewPerson(other.ref, person, elsewhere))
        found = {entity.ref for _, entity in pairs if entity}
        self.missing += [one.ref for one in other.persons if one.ref not in found]

    def _compare_village(self, household: RosterHousehold, entity: Entity) -> None:
        if household.village and household.village != entity.get("village"):
            person = household.persons[0]
            self._add(person, entity, "village", household.village)

    def _compare(self, at: RosterPerson, own: Fielded, entity: Entity) -> None:
        for name in _compared(entity.ref.kind, self.columns[at.sheet]):
            new, old = own.get(name), entity.fields.get(name, "")
            if new == old or _is_same_number(entity.ref.kind, name, new, old):
                continue
            if new or self._is_emptied(entity, name):
                self._add(at, entity, name, new)

    def _is_emptied(self, entity: Entity, name: str) -> bool:
        """Tell whether a blank says something: not of what was surveyed since."""
        words = fields(entity.ref.kind)[name]
        if words.type in NEVER_EMPTIED or name in KEPT_WHERE_BLANK:
            return False
        return not self.surveyed(entity.root, entity.ref, name)

    def _add(self, at: RosterPerson, entity: Entity, name: str, new: str) -> None:
        old = entity.get(name)
        asked = bool(old) and self.surveyed(entity.root, entity.ref, name)
        self.changed.append(
            FieldDifference(
                entity.root, entity.ref, name, old, new, asked, at.sheet, at.row
            )
        )


@lru_cache(maxsize=64)
def _compared(kind: str, columns: frozenset[str]) -> tuple[str, ...]:
    names = (field.partition(".") for field in sorted(columns))
    return tuple(name for of, _, name in names if of == kind and name not in UNCOMPARED)


def _is_same_number(kind: str, name: str, new: str, old: str) -> bool:
    if fields(kind)[name].type not in NUMBERS or not (new and old):
        return False
    one, other = read_amount(new), read_amount(old)
    return one is not None and one == other
