"""Screening: which of a profile's rules a household meets, and what they saw."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from surveytool.casework.finding import Finding, Seen, from_catalogue
from surveytool.casework.formulas import HOUSEHOLD
from surveytool.casework.guards import Guards
from surveytool.casework.placeholders import places_of
from surveytool.casework.profile import Profile
from surveytool.casework.reading import Reading, read
from surveytool.casework.residents import Residents, person_value
from surveytool.casework.roll import Roll
from surveytool.casework.rule import Rule
from surveytool.domain.entity import Entity
from surveytool.domain.problem import Severity
from surveytool.domain.sentences import Language
from surveytool.domain.vocabulary import label

LANGUAGES: tuple[Language, Language] = ("zh", "en")


@dataclass(frozen=True, slots=True)
class Ready:
    """A rule with its expressions read, and the places that its sentences fill."""

    rule: Rule
    reading: Reading
    places: frozenset[str]


class Screen:
    """A profile's rules as they stand on a day, made ready for many households."""

    def __init__(self, profile: Profile, on: date) -> None:
        self.on = on
        self.values = dict(profile.values_on(on))
        self.rules = tuple(self._ready(profile))
        self.gap = _gap(profile, on)
        people = {
            place: one.reading.people
            for place, one in enumerate(self.rules)
            if Roll.suits(one.reading.people)
        }
        self.roll = Roll(people, on)
        others = [place for place in range(len(self.rules)) if place not in people]
        own = {place: self.rules[place].reading.own for place in others}
        tests = {place: part for place, part in own.items() if part is not None}
        self.own = Guards(tests, HOUSEHOLD, on)
        self.always = tuple(place for place in others if place not in tests)

    def _ready(self, profile: Profile) -> Iterator[Ready]:
        for rule in profile.rules:
            reading = read(rule.when, rule.people, self.values)
            if rule.validity.covers(self.on) and reading is not None:
                yield Ready(rule, reading, places_of(rule.zh) | places_of(rule.en))

    def household(self, household: Entity, persons: Sequence[Entity]) -> list[Finding]:
        """Return what the rules say of a household."""
        home = Residents(household, persons, self.on)
        taken = self.roll.taken(home)
        found = []
        for place in sorted((*taken, *self.own.hits(household.fields), *self.always)):
            ready = self.rules[place]
            people = taken.get(place)
            if people is None:
                people = ready.reading.hits(home)
            elif not ready.reading.holds(home):
                continue
            if people is not None:
                found.append(_finding(ready, home, people, self.values))
        return found


@lru_cache(maxsize=8)
def screen_of(profile: Profile, on: date) -> Screen:
    """Return a profile's rules of a day, made ready once."""
    return Screen(profile, on)


def screen(
    profile: Profile, household: Entity, persons: Sequence[Entity], on: date
) -> list[Finding]:
    """Return what a profile's rules say of a household on a day."""
    ready = screen_of(profile, on)
    return [*ready.household(household, persons), *ready.gap]


def _gap(profile: Profile, on: date) -> tuple[Finding, ...]:
    """Say so while the county has not entered the year's line."""
    if "income_line" not in profile.thresholds or profile.value("income_line", on):
        return ()
    year = (str(on.year), str(on.year))
    facts = {"year": year, "profile": (profile.zh, profile.en)}
    return (from_catalogue("casework.no_income_line", facts, severity=Severity.NOTE),)


def _finding(
    ready: Ready, home: Residents, people: list[Entity], values: Mapping[str, str]
) -> Finding:
    rule = ready.rule
    zh, en = (_facts(ready, home, people, language) for language in LANGUAGES)
    return Finding(
        rule.code,
        rule.zh.format_map({**values, **zh}),
        rule.en.format_map({**values, **en}),
        rule.severity,
        tuple(_seen(rule, home, people)),
        rule.source,
        rule.risk,
        rule.guarantee,
    )


def _seen(rule: Rule, home: Residents, people: list[Entity]) -> Iterator[Seen]:
    """Return the values that a rule shows: of the household, or of each person."""
    for shown in rule.shows:
        kind, _, name = shown.rpartition("/")
        if not kind:
            yield Seen("household", name, home.household.get(name))
            continue
        for one in people or home.persons:
            value = person_value(one, name, home.on)
            yield Seen("person", name, value, one.get("full_name"))


def _facts(
    ready: Ready, home: Residents, people: list[Entity], language: Language
) -> dict[str, str]:
    joint = "、" if language == "zh" else ", "
    facts = {
        name: label("household", name, home.household.get(name), language)
        for name in ready.rule.shows
        if name in ready.places
    }
    facts["people"] = joint.join([one.get("full_name") for one in people])
    facts["count"] = str(len(people))
    return facts
