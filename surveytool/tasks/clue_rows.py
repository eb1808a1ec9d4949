"""Clues from a department's list: columns by title, persons by ID number."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from surveytool.domain.dates import read_date
from surveytool.domain.id_number import read_id_number
from surveytool.domain.problem import Problem, Severity
from surveytool.domain.refusal import Refusal
from surveytool.domain.vocabulary import fields
from surveytool.ledgers.cell import Row, bare_text, has_lost_digits
from surveytool.ledgers.titles import plain_title
from surveytool.ledgers.workbook import read_sheets
from surveytool.tasks import clues
from surveytool.tasks.desk import Desk

LEAST = 2
DATES = ("received", "birth")


class NoClueHeaderError(Refusal):
    """No sheet has the titles of a list of clues."""

    code = "tasks.no_clue_header"


@dataclass(frozen=True, slots=True)
class ClueList:
    """A department's list as read: a clue a row, and what is wrong in it."""

    rows: tuple[Mapping[str, str], ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What taking a list in came to."""

    entered: int
    matched: int
    repeated: int


def read_list(path: Path) -> ClueList:
    """Read a list; raises NoClueHeaderError, or what a workbook refuses."""
    rows, problems, is_list = [], [], False
    for sheet in read_sheets(path):
        titles: Mapping[int, str] = {}
        for number, row in enumerate(sheet.rows, 1):
            if not titles:
                found = _titles(row)
                titles = found if len(found) >= LEAST else {}
                continue
            is_list = True
            values, wrong = _row(row, titles, f"{sheet.name} {number}")
            problems += wrong
            if values:
                rows.append(values)
    if not is_list:
        raise NoClueHeaderError(path=path.name)
    return ClueList(tuple(rows), tuple(problems))


def take_in(desk: Desk, found: ClueList, channel: str, source: str = "") -> TakenIn:
    """Enter every row as a clue, all or none; a row entered before is not repeated."""
    known = {_same(one.fields) for one in desk.store.entities("clue")}
    people = clues.people(desk)
    entered = matched = repeated = 0
    with desk.store.together():
        for row in found.rows:
            values = {"source": source, "received": desk.today.isoformat()} | dict(row)
            if _same(values) in known:
                repeated += 1
                continue
            known.add(_same(values))
            ref = clues.enter(desk, channel, values, people_here=people)
            entity = desk.store.entity(ref)
            entered += 1
            matched += bool(entity and entity.get("household"))
    desk.store.audit("clues_in", channel, str(entered))
    return TakenIn(entered, matched, repeated)


def _same(values: Mapping[str, str]) -> tuple[str, ...]:
    names = ("source", "received", "content", "full_name", "id_number", "birth")
    return tuple(values.get(name, "") for name in names)


def _titles(row: Row) -> Mapping[int, str]:
    known = known_titles()
    found = {at: known.get(plain_title(bare_text(one))) for at, one in enumerate(row)}
    return {at: name for at, name in found.items() if name}


@cache
def known_titles() -> Mapping[str, str]:
    """Return the fields of a clue by the titles that lists use for them."""
    return {
        plain_title(title): name
        for name, words in fields("clue").items()
        for title in words.titles
    }


def _row(
    row: Row, titles: Mapping[int, str], where: str
) -> tuple[dict[str, str], list[Problem]]:
    values = {name: bare_text(row[at]) for at, name in titles.items() if at < len(row)}
    values = {name: text for name, text in values.items() if text}
    problems = []
    for at, name in titles.items():
        if name == "id_number" and at < len(row) and has_lost_digits(row[at]):
            values.pop(name, None)
            problems.append(Problem("tasks.clue_digits_lost", where))
    problems += list(_settle(values, where))
    return values, problems


def _settle(values: dict[str, str], where: str) -> Iterator[Problem]:
    """Write dates and ID numbers as they are stored; say what cannot be read."""
    for name in DATES:
        if name in values:
            read = read_date(values[name])
            if read is None:
                facts = {"value": values.pop(name)}
                severity = Severity.WARNING
                yield Problem("tasks.clue_bad_date", where, facts, severity)
            else:
                values[name] = read
    if "id_number" in values:
        values["id_number"] = read_id_number(values["id_number"]).number
