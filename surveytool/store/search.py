"""Finding households as one types: names, pinyin, numbers, their ends and parts."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sqlite_utils import Database

from surveytool.domain.characters import half_width, plain
from surveytool.domain.entity import Entity
from surveytool.domain.rows import HouseholdRow
from surveytool.store.lists import ROWS, read_rows
from surveytool.store.words import Words, bare_name, name_of

GRAM = 3

# The index is walked row by row, so that the limit ends the work early.
BY_WORD = """select substr(root.ref, 11), household_row.* from word
  cross join household_row on household_row.root = word.rowid
  cross join root on root.n = word.rowid where word match ?"""
BY_GRAM = """select substr(root.ref, 11), household_row.* from gram
  cross join household_row on household_row.root = gram.rowid
  cross join root on root.n = gram.rowid where gram match ?"""
IN_VILLAGE = ROWS + " where village = ?"
ANYWHERE = ROWS + " where true"
CONTAINS = " and instr(household_row.words, ?) limit ?"


def search(
    db: Database, text: str, villages: Sequence[Entity], *, village: str, limit: int
) -> list[HouseholdRow]:
    """Return the households that a text finds: whole names first, then heads."""
    wanted = plain(half_width(text)).lower()
    if not wanted:
        return []
    found = dict[int, tuple[object, ...]]()
    queries = [(IN_VILLAGE, village)] if village else _queries(wanted)
    most = -1 if village else limit
    for sql, match in queries:
        given = [match] if match else []
        for row in db.execute(sql + CONTAINS, [*given, wanted, most]):
            found.setdefault(row[1], row)
        if len(found) >= limit:
            break
    ranked = sorted(found.values(), key=lambda row: _rank(row, wanted))[:limit]
    rows = read_rows(ranked, villages)
    return [
        replace(row, matched=_member(str(whole[-1]), wanted))
        for row, whole in zip(rows, ranked, strict=True)
    ]


def _queries(wanted: str) -> Iterator[tuple[str, str]]:
    bare = bare_name(wanted)
    for part in ("head", "member") if bare else ():
        yield BY_WORD, f"{part} : {_quoted('=' + bare)}"
    for part in ("head", "member"):
        if len(wanted) >= GRAM:
            yield BY_GRAM, f"{part} : ({_grams(wanted)})"
        elif bare == wanted:
            yield BY_WORD, f"{part} : {_quoted(wanted)}"
    if len(wanted) < GRAM and wanted.isascii():
        yield ANYWHERE, ""  # one digit or two: a scan that soon has enough


def _grams(wanted: str) -> str:
    grams = {wanted[at : at + GRAM] for at in range(len(wanted) - GRAM + 1)}
    return " AND ".join(map(_quoted, sorted(grams)))


def _quoted(text: str) -> str:
    inside = text.replace('"', '""')
    return f'"{inside}"'


def _rank(row: tuple[object, ...], wanted: str) -> tuple[int, str]:
    words = Words.read(str(row[-1]))
    own = words.head.split("\n")
    names = [name_of(line) for line in words.member.split("\n")]
    if name_of(own[0]) == wanted:
        return 0, str(row[0])
    if wanted in names:
        return 1, str(row[0])
    return (2 if wanted in words.head else 3), str(row[0])


def _member(line: str, wanted: str) -> str:
    words = Words.read(line)
    if wanted in words.head:
        return ""
    lines = words.member.split("\n")
    return next((name_of(one) for one in lines if wanted in one), "")
