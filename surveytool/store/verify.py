"""Checking a workspace whole: pages, hashes, and values against the journal."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice

import zstandard
from sqlite_utils import Database

from surveytool.domain.change import Change, change_id
from surveytool.domain.entity import Ref
from surveytool.domain.problem import Problem
from surveytool.store import audit, journal, reading
from surveytool.store.household import line_of
from surveytool.store.packing import Packing
from surveytool.store.replay import replay
from surveytool.store.standing import Standing

PORTION = 200
UNREADABLE = frozenset({"store.broken_page", "store.broken_change"})
HERE = "select ref from entity where ref in (select value from json_each(?))"
LINE = """select household_row.* from household_row
  join root on root.n = household_row.root where root.ref = ?"""


def verify(db: Database, packing: Packing) -> list[Problem]:
    """Return what is wrong with the file; an empty list is a sound workspace."""
    broken = [*_pages(db), *_changes(db, packing), *_audit(db)]
    # A journal that does not read says nothing about the values.
    unreadable = any(one.code in UNREADABLE for one in broken)
    return broken if unreadable else [*broken, *_values(db, packing)]


def _pages(db: Database) -> Iterator[Problem]:
    for (found,) in db.execute("pragma cipher_integrity_check").fetchall():
        yield Problem("store.broken_page", str(found))
    for (found,) in db.execute("pragma integrity_check").fetchall():
        if found != "ok":
            yield Problem("store.broken_page", str(found))
    for table, *_ in db.execute("pragma foreign_key_check").fetchall():
        yield Problem("store.broken_link", str(table))


def _changes(db: Database, packing: Packing) -> Iterator[Problem]:
    held = {n for (n,) in db.execute("select change from held")}
    rows = iter(db.execute("select n, lower(hex(id)), body from change order by n"))
    while some := list(islice(rows, PORTION)):
        refs = set[Ref]()
        for n, name, packed in some:
            change = _read(packing, packed, name)
            if change is None:
                yield Problem("store.broken_change", str(n), {"id": name})
            elif n not in held:
                refs |= change.set.keys()
        names = json.dumps(list(map(str, refs)), ensure_ascii=False)
        found = {Ref.parse(ref) for (ref,) in db.execute(HERE, [names])}
        for ref in sorted(refs - found):
            yield Problem("store.wrong_values", str(ref))


def _read(packing: Packing, packed: bytes, name: str) -> Change | None:
    try:
        body = packing.unpack(packed)
        return Change.read(body) if change_id(body) == name else None
    except (ValueError, zstandard.ZstdError):
        return None


def _values(db: Database, packing: Packing) -> Iterator[Problem]:
    conflicts = defaultdict[int, set[str]](set)
    for n, name in db.execute("select * from conflict"):
        conflicts[n].add(name)
    for root, *_ in db.execute("select ref from root order by n").fetchall():
        stored = {
            one.ref: one for one in reading.families(db, packing, [Ref.parse(root)])
        }
        changes = journal.history(db, packing, Ref.parse(root))
        rebuilt = replay(changes)
        seen_by = {change.id: change.seen for change in changes}
        for ref, one in stored.items():
            listed = conflicts.get(one.n, set())
            if not one.agrees(rebuilt.get(ref)) or listed != one.conflicts(seen_by):
                yield Problem("store.wrong_values", str(ref))
        if root.startswith("household/"):
            yield from _line(db, root, stored.values())


def _line(db: Database, root: str, family: Iterable[Standing]) -> Iterator[Problem]:
    line, row = line_of(family), db.execute(LINE, [root]).fetchone()
    if (line.columns if line else None) != (row[1:] if row else None):
        yield Problem("store.wrong_line", root)


def _audit(db: Database) -> Iterator[Problem]:
    if n := audit.broken_at(db):
        yield Problem("store.broken_audit", str(n))
