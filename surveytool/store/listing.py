"""The households' list rows and search words, written for touched roots."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field

from sqlite_utils import Database

from surveytool.store.batch import Batch
from surveytool.store.household import Line, line_of
from surveytool.store.journal import Numbers
from surveytool.store.words import Words

COLUMNS = 18
PORTION = 1000
INSERT = f"insert into household_row values ({', '.join('?' * COLUMNS)})"  # noqa: S608 - marks only
WORDS = """select root, words from household_row
  where root in (select value from json_each(?))"""


@dataclass(slots=True)
class Unindexed:
    """Households whose search words changed, to be indexed at the end.

    The search index is written out whenever another statement comes between,
    so it is filled in one go.
    """

    stale: set[int] = field(default_factory=set)
    fresh: set[int] = field(default_factory=set)

    def index(self, db: Database) -> None:
        """Bring the search index up to the lists."""
        for table in ("word", "gram"):
            db.conn.executemany(
                f"delete from {table} where rowid = ?",  # noqa: S608 - our own names
                ((root,) for root in sorted(self.stale)),
            )
        for words in _texts(db, sorted(self.fresh)):
            db.conn.executemany(
                "insert into gram (rowid, head, member) values (?, ?, ?)",
                ((root, one.head, one.member) for root, one in words),
            )
        for words in _texts(db, sorted(self.fresh)):
            db.conn.executemany(
                "insert into word (rowid, head, member) values (?, ?, ?)",
                ((root, *one.short) for root, one in words),
            )


def write_lines(
    db: Database, batch: Batch, numbers: Numbers, unindexed: Unindexed
) -> None:
    """Write the lines of the households among some roots anew."""
    lines = {
        numbers.roots[root]: line_of(batch.family(root))
        for root in batch.roots()
        if root.kind == "household"
    }
    replace_lines(db, lines, unindexed)


def replace_lines(
    db: Database, lines: dict[int, Line | None], unindexed: Unindexed
) -> None:
    """Put lines in place of those before; None takes a household off the list."""
    before = dict(db.execute(WORDS, [json.dumps(list(lines))]).fetchall())
    db.conn.executemany(
        "delete from household_row where root = ?", ((root,) for root in before)
    )
    kept = {root: line for root, line in lines.items() if line is not None}
    db.conn.executemany(INSERT, ((root, *kept[root].columns) for root in kept))
    now = {root: line.words.line for root, line in kept.items()}
    changed = {root for root in lines if before.get(root) != now.get(root)}
    # What this take has put in already is not in the index yet.
    unindexed.stale |= (changed & before.keys()) - unindexed.fresh
    unindexed.fresh |= changed & now.keys()
    unindexed.fresh -= changed - now.keys()


def _texts(db: Database, roots: list[int]) -> Iterator[list[tuple[int, Words]]]:
    for at in range(0, len(roots), PORTION):
        rows = db.execute(WORDS, [json.dumps(roots[at : at + PORTION])])
        yield [(root, Words.read(line)) for root, line in rows]
