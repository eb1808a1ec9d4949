"""Work that comes again: who looks at whom how often, and since when."""

from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from surveytool.casework.procedure import Level
from surveytool.casework.rule import Validity

Every = Literal["day", "week", "month", "quarter", "half_year", "year", "once"]
Whom = Literal[
    "village", "township", "county", "household", "watched", "eliminated", "helped"
]
EVERY: tuple[Every, ...] = (
    "day", "week", "month", "quarter", "half_year", "year", "once",
)  # fmt: skip
WHOM: tuple[Whom, ...] = (
    "village", "township", "county", "household", "watched", "eliminated", "helped",
)  # fmt: skip
MONTHS = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}


@dataclass(frozen=True, slots=True)
class Duty:
    """Something to be done ``times`` a period for each of ``of``.

    "once" is a sweep: the period is the duty's own validity.
    """

    code: str
    zh: str
    en: str
    of: Whom
    every: Every
    office: Level
    times: int = 1
    form: str = ""
    validity: Validity = field(default_factory=Validity)
    source: str = ""

    @property
    def is_for_households(self) -> bool:
        """Whether it is done household by household."""
        return self.of not in ("village", "township", "county")

    def period(self, on: date) -> tuple[date, date]:
        """Return the first and the last day of the period in which a day lies."""
        if self.every == "once":
            return self.validity.since or date.min, self.validity.until or date.max
        return period(self.every, on)


def period(every: Every, on: date) -> tuple[date, date]:
    """Return the first and the last day of the calendar period of a day."""
    if every == "day":
        return on, on
    if every == "week":
        monday = on - timedelta(days=on.weekday())
        return monday, monday + timedelta(days=6)
    length = MONTHS[every]
    first = (on.month - 1) // length * length + 1
    last = first + length - 1
    return date(on.year, first, 1), date(on.year, last, monthrange(on.year, last)[1])
