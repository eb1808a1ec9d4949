"""The households' list rows and search words, written for touched roots."""

import json
from collections.abc import Iterable

from sqlite_utils import Database

from surveytool.domain.entity import Entity, Ref
from surveytool.store.batch import Batch
from surveytool.store.household import Line, line_of
from surveytool.store.journal import Numbers
from surveytool.store.words import Words

COLUMNS = 18
INSERT = f"insert into household_row values ({', '.join('?' * COLUMNS)})"  # noqa: S608 - marks only
WORDS = """select root, words from household_row
  where root in (select value from json_each(?))"""


def write_lines(
    db: Database, batch: Batch, roots: Iterable[Ref], numbers: Numbers
) -> None:
    """Write the lines of the households among some roots anew."""
    lines = {
        numbers.roots[root]: line_of(family_of(batch, root))
        for root in sorted(roots)
        if root.kind == "household"
    }
    replace_lines(db, lines)


def family_of(batch: Batch, root: Ref) -> list[Entity]:
    """Return what stands under a root, in a batch."""
    found = (batch.entities[ref] for ref in sorted(batch.families[root]))
    return [Entity(one.ref, one.root, one.fields) for one in found if not one.is_gone]


def replace_lines(db: Database, lines: dict[int, Line | None]) -> None:
    """Put lines in place of those before; None takes a household off the list."""
    before = dict(db.execute(WORDS, [json.dumps(list(lines))]).fetchall())
    db.conn.executemany(
        "delete from household_row where root = ?", ((root,) for root in before)
    )
    kept = {root: line for root, line in lines.items() if line is not None}
    db.conn.executemany(INSERT, ((root, *kept[root].columns) for root in kept))
    words = {
        root: line.words
        for root, line in kept.items()
        if before.get(root) != line.words.line
    }
    _index(db, words, set(before) - kept.keys() | before.keys() & words.keys())


def _index(db: Database, words: dict[int, Words], stale: Iterable[int]) -> None:
    for root in sorted(stale):
        db.execute("delete from word where rowid = ?", [root])
        db.execute("delete from gram where rowid = ?", [root])
    db.conn.executemany(
        "insert into word (rowid, head, member) values (?, ?, ?)",
        ((root, *one.short) for root, one in words.items()),
    )
    db.conn.executemany(
        "insert into gram (rowid, head, member) values (?, ?, ?)",
        ((root, one.head, one.member) for root, one in words.items()),
    )
