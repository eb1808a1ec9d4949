"""The journal: every change, in the order it reached this computer."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlite_utils import Database

from surveytool.domain.change import Change, ChangeId
from surveytool.domain.entity import Ref
from surveytool.store.batch import Batch
from surveytool.store.packing import Packing

BODIES = """select lower(hex(id)), body from change
  where id in (select unhex(value) from json_each(?))"""

NUMBERS = """select lower(hex(id)), n from change
  where id in (select unhex(value) from json_each(?))"""

HISTORY = """select change.body from touch
  join root on root.n = touch.root join change on change.n = touch.change
  where root.ref = ? and change.n not in (select change from held)
  order by change.n"""

MISSING = """select lower(hex(id)) from awaited union select lower(hex(id)) from wanted
  where id not in (select id from change)"""


@dataclass(frozen=True, slots=True)
class Numbers:
    """The row numbers of the roots and changes that a batch is about.

    Roots from ``first_new`` on were not here before.
    """

    roots: dict[Ref, int]
    changes: dict[ChangeId, int]
    first_new: int


def write_journal(db: Database, packing: Packing, batch: Batch) -> Numbers:
    """Append a batch's changes, and what they have seen that is not here."""
    first_root, first = next_number(db, "root"), next_number(db, "change")
    numbers = Numbers(_roots(db, batch), {}, first_root)
    rows = []
    for n, one in enumerate(batch.arrived, first):
        numbers.changes[one.id] = n
        root = numbers.roots[one.change.root]
        rows.append((n, bytes.fromhex(one.id), root, packing.pack(one.body)))
    db.conn.executemany("insert into change values (?, ?, ?, ?)", rows)
    _write_awaited(db, batch, numbers)
    _write_touches(db, batch, numbers)
    return numbers


def find_numbers(db: Database, ids: Iterable[ChangeId]) -> dict[ChangeId, int]:
    """Return the row numbers of changes that are here."""
    rows = db.execute(NUMBERS, [json.dumps(list(ids))])
    return {ChangeId(change): n for change, n in rows}


def bodies(
    db: Database, packing: Packing, ids: Iterable[ChangeId]
) -> dict[ChangeId, bytes]:
    """Return the canonical bytes of those of the changes that are here."""
    rows = db.execute(BODIES, [json.dumps(list(ids))])
    return {ChangeId(change): packing.unpack(body) for change, body in rows}


def history(db: Database, packing: Packing, root: Ref) -> list[Change]:
    """Return a root's changes that stand, in the order they reached this computer."""
    rows = db.execute(HISTORY, [str(root)])
    return [Change.recall(packing.unpack(body)) for (body,) in rows]


def every_change(db: Database, packing: Packing) -> Iterator[tuple[ChangeId, bytes]]:
    """Return every change's identity and bytes as they are kept, unchecked."""
    for change, body in db.execute(
        "select lower(hex(id)), body from change order by n"
    ):
        yield ChangeId(change), packing.unpack(body)


def authors(db: Database, packing: Packing) -> dict[str, list[ChangeId]]:
    """Return the changes of every device; reads the whole journal."""
    found = dict[str, list[ChangeId]]()
    for change, body in every_change(db, packing):
        found.setdefault(json.loads(body).get("dev", ""), []).append(change)
    return found


def missing(db: Database) -> list[ChangeId]:
    """Return ids that some change names as seen, or a peer named, but are not here."""
    return [ChangeId(row[0]) for row in db.execute(MISSING)]


def next_number(db: Database, table: str) -> int:
    """Return the row number that comes next in a table."""
    top: int = db.execute(f"select coalesce(max(n), 0) from {table}").fetchone()[0]  # noqa: S608 - our own table names
    return top + 1


def _roots(db: Database, batch: Batch) -> dict[Ref, int]:
    changed = [batch.entities[ref] for ref in batch.changed]
    refs = set(batch.touches).union(*batch.moved)
    refs.update([one.root for one in changed], [one.home for one in changed])
    texts = sorted(map(str, refs))
    db.conn.executemany(
        "insert or ignore into root (ref) values (?)", ((text,) for text in texts)
    )
    rows = db.execute(
        "select ref, n from root where ref in (select value from json_each(?))",
        [json.dumps(texts, ensure_ascii=False)],
    )
    return {Ref.parse(ref): n for ref, n in rows}


def _write_awaited(db: Database, batch: Batch, numbers: Numbers) -> None:
    ids = [(bytes.fromhex(one.id),) for one in batch.arrived]
    for table in ("awaited", "wanted"):
        if db.execute(f"select 1 from {table} limit 1").fetchone():  # noqa: S608 - our own names
            db.conn.executemany(f"delete from {table} where id = ?", ids)  # noqa: S608 - our own names
    db.conn.executemany(
        "insert into awaited values (?, ?)",
        (
            (bytes.fromhex(parent), numbers.changes[by])
            for by, parents in batch.missed.items()
            for parent in parents - batch.held
        ),
    )


def _write_touches(db: Database, batch: Batch, numbers: Numbers) -> None:
    db.conn.executemany(
        "insert or ignore into touch values (?, ?)",
        (
            (numbers.roots[root], numbers.changes[change])
            for root, changes in batch.touches.items()
            for change in changes
        ),
    )
    # An entity that went over to another root takes its history along.
    db.conn.executemany(
        "insert or ignore into touch select ?, change from touch where root = ?",
        ((numbers.roots[to], numbers.roots[by]) for by, to in batch.moved),
    )
