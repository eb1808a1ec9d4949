"""Screening: which of a profile's rules a household meets, and what they saw."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from surveytool.casework.finding import Finding, Seen, from_catalogue
from surveytool.casework.formulas import fields_used
from surveytool.casework.household_tree import HouseholdTree, person_value
from surveytool.casework.profile import Profile
from surveytool.casework.reading import Reading, read
from surveytool.casework.rule import Rule
from surveytool.domain.entity import Entity
from surveytool.domain.problem import Severity
from surveytool.domain.sentences import Language
from surveytool.domain.vocabulary import label


@dataclass(frozen=True, slots=True)
class Ready:
    """A rule whose thresholds are filled in and whose expressions are read."""

    rule: Rule
    reading: Reading


class Screen:
    """A profile's rules as they stand on a day, made ready for many households."""

    def __init__(self, profile: Profile, on: date) -> None:
        self.on = on
        self.values = dict(profile.values_on(on))
        in_force = [one for one in profile.rules if one.validity.covers(on)]
        read_rules = [
            (one, read(one.when, one.people, self.values)) for one in in_force
        ]
        self.rules = tuple(Ready(one, done) for one, done in read_rules if done)
        self.unread = tuple(one for one, done in read_rules if done is None)
        self.used = fields_used(
            expression for one in self.rules for expression in one.reading.expressions
        )
        self.gap = _gap(profile, on)

    def household(self, household: Entity, persons: Sequence[Entity]) -> list[Finding]:
        """Return what the rules say of a household."""
        tree = HouseholdTree(household, persons, self.used, self.on)
        found = []
        for ready in self.rules:
            people = ready.reading.hits(tree)
            if people is not None:
                found.append(_finding(ready.rule, tree, people, self))
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
    rule: Rule, tree: HouseholdTree, people: list[Entity], screen: Screen
) -> Finding:
    saw = tuple(_seen(rule, tree, people))
    count = {"count": str(len(people))}
    return Finding(
        rule.code,
        rule.zh.format_map(screen.values | count | _facts(saw, people, "zh")),
        rule.en.format_map(screen.values | count | _facts(saw, people, "en")),
        rule.severity,
        saw,
        rule.source,
        rule.risk,
    )


def _seen(rule: Rule, tree: HouseholdTree, people: list[Entity]) -> Iterator[Seen]:
    """Return the values that a rule shows: of the household, or of each person."""
    for shown in rule.shows:
        kind, _, name = shown.rpartition("/")
        if not kind:
            yield Seen("household", name, tree.household.get(name))
            continue
        for one in people or tree.persons:
            value = person_value(one, name, tree.on)
            yield Seen("person", name, value, one.get("full_name"))


def _facts(
    saw: tuple[Seen, ...], people: list[Entity], language: Language
) -> dict[str, str]:
    joint = "、" if language == "zh" else ", "
    own = {
        one.field: label(one.kind, one.field, one.value, language)
        for one in saw
        if one.kind == "household"
    }
    return own | {"people": joint.join(one.get("full_name") for one in people)}
