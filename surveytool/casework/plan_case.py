"""A household, its members and its measures, as the checks of a plan look at them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from surveytool.casework.finding import Seen
from surveytool.casework.profile import Profile
from surveytool.casework.residents import is_present
from surveytool.domain.entity import Entity
from surveytool.domain.vocabulary import code_lists, label

ABLE = ("normal", "skilled", "weak")
FULLY_ABLE = ("normal", "skilled")
Words = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Hit:
    """What a check found: facts for its sentence in both languages, values it saw."""

    facts: Mapping[str, Words] = field(default_factory=dict)
    saw: tuple[Seen, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanCase:
    """One household's plan on a day."""

    profile: Profile
    household: Entity
    everybody: tuple[Entity, ...]
    measures: tuple[Entity, ...]
    on: date

    @property
    def persons(self) -> tuple[Entity, ...]:
        """The members who live there."""
        return tuple(filter(is_present, self.everybody))

    @property
    def live(self) -> tuple[Entity, ...]:
        """The measures that have not been stopped."""
        return tuple(one for one in self.measures if one.get("progress") != "stopped")

    @property
    def classes(self) -> frozenset[str]:
        """The classes of the live measures."""
        return frozenset(one.get("class") for one in self.live)

    @property
    def risks(self) -> tuple[str, ...]:
        """The household's risks."""
        return tuple(self.household.get("risks").split())

    def able(self, kinds: tuple[str, ...] = ABLE) -> tuple[Entity, ...]:
        """Return the members who can work."""
        return tuple(one for one in self.persons if one.get("labour") in kinds)

    def limit(self, name: str) -> str:
        """Return a threshold in force on the day, "" where there is none."""
        return self.profile.value(name, self.on)

    def see(self, *names: str) -> tuple[Seen, ...]:
        """Return values of the household."""
        return tuple(Seen("household", one, self.household.get(one)) for one in names)


def seen(people: tuple[Entity, ...], *names: str) -> tuple[Seen, ...]:
    """Return values of persons."""
    return tuple(
        Seen("person", name, one.get(name), one.get("full_name"))
        for one in people
        for name in names
    )


def seen_measure(measure: Entity, *names: str) -> tuple[Seen, ...]:
    """Return values of a measure."""
    return tuple(Seen("measure", name, measure.get(name)) for name in names)


def same(text: str) -> Words:
    """Return a fact that reads alike in both languages."""
    return text, text


def of_code(kind: str, name: str, value: str) -> Words:
    """Return a code's label in both languages."""
    return label(kind, name, value, "zh"), label(kind, name, value, "en")


def of_codes(list_name: str, codes: tuple[str, ...]) -> Words:
    """Return the labels of some codes of a list."""
    codes_of = code_lists()[list_name]
    joined = " ".join(codes)
    return codes_of.labels(joined, "zh"), codes_of.labels(joined, "en")


def names(people: tuple[Entity, ...]) -> Words:
    """Return the names of persons."""
    found = [one.get("full_name") for one in people]
    return "、".join(found), ", ".join(found)


def title(measure: Entity) -> Words:
    """Return how a measure is called in a sentence."""
    number = measure.get("order")
    own = measure.get("content")
    zh, en = of_code("measure", "class", measure.get("class"))
    return f"{number} {own or zh}".strip(), f"{number} {own or en}".strip()


def months_between(earlier: str, later: date) -> int | None:
    """Return the months from a month (yyyymm) to the month of a day."""
    if len(earlier) != len("yyyymm") or not earlier.isdecimal():
        return None
    year, month = int(earlier[:4]), int(earlier[4:])
    return (later.year - year) * 12 + later.month - month
