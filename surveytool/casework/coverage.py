"""How far a duty is done in its period: for whom it was, for whom it is open."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from surveytool.casework.duty import Duty
from surveytool.casework.taken import read_day
from surveytool.casework.work import Work, mood_of
from surveytool.domain.entity import Entity, Ref


@dataclass(frozen=True, slots=True)
class Log:
    """Who was visited when: days by duty and household or place."""

    days: Mapping[tuple[str, str], tuple[date, ...]]

    def times(self, duty: Duty, unit: str, first: date, last: date) -> int:
        """Return on how many days of a period a duty was done for somebody."""
        found = self.days.get((duty.code, unit), ())
        return len({day for day in found if first <= day <= last})


def log_of(visits: Iterable[Entity]) -> Log:
    """Return the log of visits; those without a day do not count."""
    days: dict[tuple[str, str], list[date]] = {}
    for one in visits:
        on = read_day(one.get("on"))
        if on is not None:
            unit = one.get("household") or one.get("place")
            days.setdefault((one.get("duty"), unit), []).append(on)
    return Log({key: tuple(found) for key, found in days.items()})


@dataclass(frozen=True, slots=True)
class Coverage:
    """A duty in its period: the units it is for, and those for whom it is done."""

    duty: Duty
    first: date
    last: date
    units: tuple[str, ...]
    done: frozenset[str]

    @property
    def open(self) -> tuple[str, ...]:
        """Those for whom it is not done yet."""
        return tuple(one for one in self.units if one not in self.done)


def coverage(duty: Duty, units: Iterable[str], log: Log, on: date) -> Coverage:
    """Return how far a duty is done by a day."""
    first, last = duty.period(on)
    every = tuple(units)
    until = min(last, on)
    done = {one for one in every if log.times(duty, one, first, until) >= duty.times}
    return Coverage(duty, first, last, every, frozenset(done))


def open_work(found: Coverage, on: date) -> Iterable[Work]:
    """Return what a duty still asks for."""
    duty = found.duty
    for unit in found.open:
        is_home = duty.is_for_households
        yield Work(
            code=duty.code,
            zh=duty.zh,
            en=duty.en,
            office=duty.office,
            mood=mood_of(found.last, on),
            by=found.last,
            subject=Ref("household", unit) if is_home else None,
            household=unit if is_home else "",
            place="" if is_home else unit,
            form=duty.form,
        )
