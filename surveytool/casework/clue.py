"""Clues: whom they mean, and whether they have come to a result."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from surveytool.casework.run import Run
from surveytool.casework.taken import read_day
from surveytool.domain.characters import compact
from surveytool.domain.entity import Entity
from surveytool.domain.id_number import LENGTH, read_id_number


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person whom a clue may mean.

    ``certain`` only by the ID number; all others need a person's confirmation.
    """

    person: Entity
    household: str
    certain: bool


class People:
    """The persons of a workspace, to be found by number or by name and birth date."""

    def __init__(self, persons: Iterable[Entity], villages: Mapping[str, str]) -> None:
        self.villages = villages
        self._numbers: dict[str, list[Entity]] = {}
        self._names: dict[tuple[str, str], list[Entity]] = {}
        for one in persons:
            number = one.get("id_number")[:LENGTH].upper()
            if len(number) == LENGTH:
                self._numbers.setdefault(number, []).append(one)
            key = (compact(one.get("full_name")), one.get("birth"))
            self._names.setdefault(key, []).append(one)

    def candidates(self, clue: Mapping[str, str]) -> list[Candidate]:
        """Return whom a clue may mean, the certain ones alone where there are any."""
        number = read_id_number(clue.get("id_number", "")).number[:LENGTH]
        same = self._numbers.get(number, []) if len(number) == LENGTH else []
        if len(same) == 1:
            return [Candidate(same[0], same[0].get("household"), certain=True)]
        found = same or self._of_name(clue)
        return [Candidate(one, one.get("household"), certain=False) for one in found]

    def _of_name(self, clue: Mapping[str, str]) -> list[Entity]:
        name, birth = compact(clue.get("full_name", "")), clue.get("birth", "")
        found = self._names.get((name, birth), []) if name and birth else []
        village = clue.get("village", "")
        return [
            one
            for one in found
            if not village or self.villages.get(one.get("household")) == village
        ]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a clue; ``reason`` is never empty once there is a result."""

    result: str
    reason: str
    on: date | None


def outcome_of(clue: Entity, runs: Sequence[Run], on: date) -> Outcome | None:
    """Return what came of a clue by a day; None while it has no result."""
    closed = read_day(clue.get("closed"))
    if clue.get("result") and clue.get("reason") and closed and closed <= on:
        return Outcome(clue.get("result"), clue.get("reason"), closed)
    for run in runs:
        stands = run.standing
        if run.procedure.begins != "clue" or not stands.outcome:
            continue
        if stands.outcome == "stopped":
            return Outcome("not_needed", stands.reason, stands.ended)
        return Outcome("included", stands.reason or run.procedure.zh, stands.ended)
    return None
