"""Take rosters in and write them out: look first, then change."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any
from uuid import uuid4

from surveytool.domain.change import Change, Values
from surveytool.domain.entity import Entity, Ref
from surveytool.domain.problem import Problem
from surveytool.domain.refusal import Refusal
from surveytool.domain.vocabulary import fields
from surveytool.ledgers import findings
from surveytool.ledgers.corrections import to_correct
from surveytool.ledgers.differences import Differences, FieldDifference, compare
from surveytool.ledgers.matching import StandingHousehold
from surveytool.ledgers.people import Roster, RosterHousehold, RosterPerson
from surveytool.ledgers.roster import read_roster
from surveytool.ledgers.roster_out import write_roster
from surveytool.tasks.browse import in_order
from surveytool.tasks.desk import Desk
from surveytool.tasks.villages import village_id

WHY = "花名册导入"
TITLES = "titles"


class UnknownFieldError(Refusal):
    """There is no such field that a title could stand for."""

    code = "tasks.unknown_field"
    exit_code = 2


@dataclass(frozen=True, slots=True)
class Tally:
    """What an import changes, in numbers."""

    new_households: int
    new_persons: int
    changed: int
    asking: int
    missing: int
    unchanged: int


@dataclass(frozen=True, slots=True)
class Preview:
    """A roster file and what it would change."""

    path: Path
    roster: Roster
    differences: Differences

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong in the file."""
        return self.roster.problems

    @property
    def tally(self) -> Tally:
        """The change in numbers."""
        found = self.differences
        new = sum(len(one.persons) for one in found.new_households)
        return Tally(
            new_households=len(found.new_households),
            new_persons=new + len(found.new_persons),
            changed=len(found.changed),
            asking=len(found.asking),
            missing=len(found.missing_households),
            unchanged=found.unchanged,
        )

    def summary(self) -> dict[str, Any]:
        """Return plain values for JSON: the counts by name, changes, findings."""
        return asdict(self.roster.counts) | {
            "changes": asdict(self.tally),
            "differences": [_difference(one) for one in self.differences.changed],
            "findings": [_finding(one) for one in self.problems],
        }


def learnt(desk: Desk) -> Mapping[str, str]:
    """Return the county's own titles and the fields they stand for."""
    found: Mapping[str, str] = json.loads(desk.store.setting(TITLES) or "{}")
    return found


def learn(desk: Desk, title: str, field: str) -> None:
    """Remember what a title stands for, as kind.name; "" forgets it.

    Raises UnknownFieldError.
    """
    kind, _, name = field.partition(".")
    if field and name not in fields("person" if kind == "head" else kind):
        raise UnknownFieldError(field=field)
    known = dict(learnt(desk)) | {title: field}
    kept = {one: of for one, of in known.items() if of}
    desk.store.set_setting(TITLES, json.dumps(kept, ensure_ascii=False))


def preview(desk: Desk, path: Path) -> Preview:
    """Read a roster and say what it would change; nothing is changed."""
    roster = read_roster(path, learnt(desk))
    standing = _standing(desk, roster)
    return Preview(path, roster, compare(roster, standing, _was_surveyed(desk)))


def take_in(desk: Desk, preview: Preview, *, overwrite: bool = False) -> int:
    """Take a roster in: one transaction, a backup before; returns the changes.

    An answer surveyed since is kept unless ``overwrite``.
    """
    changes = list(_changes(desk, preview, overwrite=overwrite))
    if changes and desk.store.villages():
        desk.store.backup()
    desk.store.take(changes)
    desk.store.audit("roster_in", preview.path.name, str(len(changes)))
    return len(changes)


def write_findings(preview: Preview, out: Path, desk: Desk | None = None) -> None:
    """Write the findings workbook: sheet, row, column, value, reason.

    Households with errors follow whole: put right there, the same workbook is
    taken in again.
    """
    titles = learnt(desk) if desk else {}
    again = to_correct(preview.path, preview.roster, titles)
    findings.write_findings(out, preview.problems, corrections=again)


def export(desk: Desk, out: Path, village: str = "") -> int:
    """Write the roster 全村花名册 in the county's columns; returns the rows."""
    chosen = village_id(desk, village) if village else ""
    homes = [
        one
        for one in _every_household(desk)
        if not chosen or one.household.get("village") == chosen
    ]
    places = {one.id: one for one in desk.store.entities("village")}
    desk.store.audit("roster_out", out.name, str(len(homes)))
    return write_roster(out, places, homes)


def _standing(desk: Desk, roster: Roster) -> list[StandingHousehold]:
    """Return the households of the places a roster covers, or named in it."""
    codes = {one.get("code") for one in roster.households} - {""}
    return [
        one
        for one in _every_household(desk)
        if one.household.get("village") in roster.villages
        or one.household.get("code") in codes
    ]


def _every_household(desk: Desk) -> Iterator[StandingHousehold]:
    members: dict[str, list[Entity]] = {}
    for person in desk.store.each("person"):
        members.setdefault(person.get("household"), []).append(person)
    for household in desk.store.each("household"):
        persons = in_order(tuple(members.get(household.id, ())))
        yield StandingHousehold(household, persons)


def _was_surveyed(desk: Desk) -> Any:  # noqa: ANN401 - a predicate with a memory
    @cache
    def answered(root: Ref) -> frozenset[tuple[Ref, str]]:
        return frozenset(
            (ref, name)
            for change in desk.store.history(root)
            if change.form
            for ref, values in change.set.items()
            for name in values
        )

    return lambda root, ref, name: (ref, name) in answered(root)


def _changes(desk: Desk, preview: Preview, *, overwrite: bool) -> Iterator[Change]:
    yield from _villages(desk, preview.roster.villages)
    for household in preview.differences.new_households:
        yield _enrol(desk, household)
    by_root: dict[Ref, dict[Ref, dict[str, str | None]]] = {}
    for one in preview.differences.changed:
        if overwrite or not one.needs_asking:
            entity = by_root.setdefault(one.root, {}).setdefault(one.ref, {})
            entity[one.field] = one.file or None
    for new in preview.differences.new_persons:
        entities = by_root.setdefault(new.root, {})
        entities[Ref("person", str(uuid4()))] = _person(new.person, new.root.id)
    for root, values in by_root.items():
        yield _change(desk, root, values)


def _villages(
    desk: Desk, villages: Mapping[str, Mapping[str, str]]
) -> Iterator[Change]:
    for key, values in villages.items():
        ref = Ref("village", key)
        change = _change(desk, ref, {ref: dict(values)})
        if change.set:
            yield change


def _enrol(desk: Desk, household: RosterHousehold) -> Change:
    root = Ref("household", str(uuid4()))
    entities: dict[Ref, Values] = {
        root: household.fields | {"village": household.village}
    }
    for person in household.persons:
        entities[Ref("person", str(uuid4()))] = _person(person, root.id)
    return _change(desk, root, entities)


def _person(person: RosterPerson, household_id: str) -> dict[str, str | None]:
    return {**person.fields, "household": household_id}


def _change(desk: Desk, root: Ref, entities: Mapping[Ref, Values]) -> Change:
    sight = desk.store.sight(root)
    return sight.change(desk.seat.operator, desk.stamp(), entities, why=WHY)


def _difference(one: FieldDifference) -> dict[str, Any]:
    return {
        "entity": str(one.ref),
        "field": one.field,
        "standing": one.standing,
        "file": one.file,
        "surveyed": one.surveyed,
        "sheet": one.sheet,
        "row": one.row,
    }


def _finding(one: Problem) -> dict[str, str]:
    return {
        "code": one.code,
        "where": one.where,
        "severity": str(one.severity),
        "zh": one.say("zh"),
        "en": one.say("en"),
    }
