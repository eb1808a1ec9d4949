"""A county's way of working: dated thresholds, rules, tables and procedures."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from surveytool.casework.catalogue import Match, Offer
from surveytool.casework.channel import Channel, ItemList
from surveytool.casework.duty import Duty
from surveytool.casework.procedure import Procedure
from surveytool.casework.rule import Check, Rule, Validity
from surveytool.casework.work_calendar import WorkCalendar


@dataclass(frozen=True, slots=True)
class DatedValue:
    """A value, when it is in force and where it is written."""

    value: str
    validity: Validity
    source: str


@dataclass(frozen=True, slots=True)
class Threshold:
    """A limit that changes with the years; it may be unknown for a year."""

    name: str
    zh: str
    en: str
    unit: str = ""
    values: tuple[DatedValue, ...] = ()

    def on(self, day: date) -> DatedValue | None:
        """Return the value in force on a day, None where nobody has entered one."""
        in_force = [one for one in self.values if one.validity.covers(day)]
        return in_force[-1] if in_force else None


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """One way of working; compared by identity, so that rules are compiled once.

    ``follows`` is the profile in whose place it came: before its own first day, that
    one is in force.
    """

    code: str
    zh: str
    en: str
    about: str = ""
    validity: Validity = field(default_factory=Validity)
    thresholds: Mapping[str, Threshold] = field(default_factory=dict)
    rules: tuple[Rule, ...] = ()
    checks: Mapping[str, Check] = field(default_factory=dict)
    matches: Mapping[str, Match] = field(default_factory=dict)
    development: tuple[str, ...] = ()
    offers: tuple[Offer, ...] = ()
    procedures: Mapping[str, Procedure] = field(default_factory=dict)
    duties: Mapping[str, Duty] = field(default_factory=dict)
    channels: Mapping[str, Channel] = field(default_factory=dict)
    lists: Mapping[str, ItemList] = field(default_factory=dict)
    calendar: WorkCalendar = field(default_factory=WorkCalendar)
    follows: "Profile | None" = None

    def in_force(self, day: date) -> "Profile":
        """Return the profile of a day: this one, or the one that it follows."""
        if self.follows is None or self.validity.covers(day):
            return self
        return self.follows.in_force(day)

    def value(self, name: str, day: date) -> str:
        """Return a threshold's value in force on a day, "" where there is none."""
        threshold = self.thresholds.get(name)
        found = threshold.on(day) if threshold else None
        return found.value if found else ""

    def values_on(self, day: date) -> Mapping[str, str]:
        """Return every threshold in force on a day; the unknown ones are left out."""
        named = {name: self.value(name, day) for name in self.thresholds}
        return {name: value for name, value in named.items() if value}

    def source_of(self, name: str, day: date) -> str:
        """Return where a threshold's value in force on a day is written."""
        threshold = self.thresholds.get(name)
        found = threshold.on(day) if threshold else None
        return found.source if found else ""

    def check(self, code: str, day: date) -> Check | None:
        """Return a check of the plan where the profile has it in force on a day."""
        found = self.checks.get(code)
        return found if found and found.validity.covers(day) else None
