"""Which standing household and person a row of a file is about."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from surveytool.domain.entity import Entity, Ref
from surveytool.ledgers.people import RosterHousehold, RosterPerson

MOSTLY = 2


class Fielded(Protocol):
    """Anything whose fields can be asked for by name."""

    def get(self, name: str) -> str:
        """Return a field's value, empty where it is not set."""
        ...


@dataclass(frozen=True, slots=True)
class StandingHousehold:
    """A household of the workspace with its persons, in their order."""

    household: Entity
    persons: tuple[Entity, ...]

    @property
    def ref(self) -> Ref:
        """The household's reference."""
        return self.household.ref


@dataclass(frozen=True, slots=True)
class Match:
    """A household of the file and the standing one that it is, if any."""

    household: RosterHousehold
    standing: StandingHousehold | None


def match_households(
    households: Iterable[RosterHousehold], standing: Sequence[StandingHousehold]
) -> list[Match]:
    """Pair households by 户编号, else by the persons in them; one to one."""
    pairs = list(households)
    by_code = _by_code(standing)
    taken: dict[Ref, RosterHousehold] = {}
    found: dict[str, StandingHousehold] = {}
    for one in pairs:
        other = _coded(one, by_code)
        if other and other.ref not in taken:
            taken[other.ref] = one
            found[one.key] = other
    rest = [one for one in pairs if one.key not in found]
    if rest:
        free = [one for one in standing if one.ref not in taken]
        found |= _match_by_members(rest, free)
    return [Match(one, found.get(one.key)) for one in pairs]


def match_persons(
    persons: Sequence[RosterPerson], standing: Sequence[Entity]
) -> list[tuple[RosterPerson, Entity | None]]:
    """Pair persons by ID number, else name and birth, else 人编号, name or traits."""
    found: dict[int, Entity] = {}
    free = list(standing)
    for mark in MARKS:
        for place, person in enumerate(persons):
            wanted = mark(person)
            if place in found or not wanted:
                continue
            other = next((one for one in free if mark(_Standing(one)) == wanted), None)
            if other:
                found[place] = other
                free.remove(other)
    return [(person, found.get(place)) for place, person in enumerate(persons)]


@dataclass(frozen=True, slots=True)
class _Standing:
    entity: Entity

    def get(self, name: str) -> str:
        return self.entity.get(name)


def _by_id(person: Fielded) -> str:
    return person.get("id_number")


def _by_name_and_birth(person: Fielded) -> str:
    name, birth = person.get("full_name"), person.get("birth")
    return f"{name} {birth}" if name and birth else ""


def _by_number(person: Fielded) -> str:
    return person.get("number")


def _by_name(person: Fielded) -> str:
    return person.get("full_name")


def _by_traits(person: Fielded) -> str:
    """Name somebody without a name, as a newborn is, by what else is known."""
    traits = [person.get(name) for name in ("relation", "birth", "sex")]
    return "" if person.get("full_name") else " ".join(traits)


MARKS = (_by_id, _by_name_and_birth, _by_number, _by_name, _by_traits)


def _by_code(
    standing: Iterable[StandingHousehold],
) -> Mapping[str, list[StandingHousehold]]:
    codes: dict[str, list[StandingHousehold]] = {}
    for one in standing:
        if code := one.household.get("code"):
            codes.setdefault(code, []).append(one)
    return codes


def _coded(
    one: RosterHousehold, codes: Mapping[str, list[StandingHousehold]]
) -> StandingHousehold | None:
    others = codes.get(one.get("code"), []) if one.get("code") else []
    near = [other for other in others if other.household.get("village") == one.village]
    if near:
        return near[0]
    return others[0] if len(others) == 1 and one.key == one.get("code") else None


def _match_by_members(
    households: Iterable[RosterHousehold], standing: Iterable[StandingHousehold]
) -> dict[str, StandingHousehold]:
    """Pair a household with the one that holds at least half of its members."""
    homes: dict[str, list[StandingHousehold]] = {}
    for other in standing:
        for person in other.persons:
            for mark in _marks(_Standing(person), other.household.get("village")):
                homes.setdefault(mark, []).append(other)
    taken: set[Ref] = set()
    found = {}
    for one in households:
        votes = Counter[Ref]()
        refs: dict[Ref, StandingHousehold] = {}
        for member in one.persons:
            for other in _homes_of(member, one.village, homes):
                votes[other.ref] += 1
                refs[other.ref] = other
        best = [ref for ref, _ in votes.most_common() if ref not in taken]
        if best and votes[best[0]] * MOSTLY >= len(one.persons):
            found[one.key] = refs[best[0]]
            taken.add(best[0])
    return found


def _homes_of(
    person: RosterPerson, village: str, homes: Mapping[str, list[StandingHousehold]]
) -> Iterable[StandingHousehold]:
    for mark in _marks(person, village):
        if mark in homes:
            return {other.ref: other for other in homes[mark]}.values()
    return ()


def _marks(person: Fielded, village: str) -> Iterator[str]:
    if number := _by_id(person):
        yield number
    yield f"{village} {person.get('full_name')} {person.get('birth')}"
