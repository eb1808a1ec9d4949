"""Rules of a profile: what to look for in a household, since when, by whose word."""

from dataclasses import dataclass, field
from datetime import date

from surveytool.domain.problem import Severity

GUARANTEES = ("schooling", "medical", "housing", "water")


@dataclass(frozen=True, slots=True)
class Validity:
    """The days on which something is in force, both ends included."""

    since: date | None = None
    until: date | None = None

    def covers(self, day: date) -> bool:
        """Whether it is in force on a day."""
        begun = self.since is None or self.since <= day
        return begun and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Rule:
    """Something to look for in a household.

    ``when`` is an ODK expression standing at the household; ``people`` one that
    chooses the persons concerned. It hits where both hold that are given.
    ``guarantee`` names the one of the three guarantees, or water, that it breaks.
    """

    code: str
    zh: str
    en: str
    severity: Severity = Severity.WARNING
    when: str = ""
    people: str = ""
    shows: tuple[str, ...] = ()
    risk: str = ""
    guarantee: str = ""
    validity: Validity = field(default_factory=Validity)
    source: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """A check of the assistance plan that the program knows, switched on."""

    code: str
    severity: Severity
    validity: Validity
    source: str
