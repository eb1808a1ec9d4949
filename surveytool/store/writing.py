"""Standing values, heads and conflicts, written for what a batch changed."""

from collections.abc import Iterable

from sqlite_utils import Database

from surveytool.domain.change import Change, ChangeId
from surveytool.domain.entity import GONE
from surveytool.store.batch import Batch
from surveytool.store.journal import Numbers, bodies, find_numbers, next_number
from surveytool.store.packing import Packing
from surveytool.store.standing import Standing


def write_standing(
    db: Database, packing: Packing, batch: Batch, numbers: Numbers
) -> None:
    """Write the entities that a batch made or changed."""
    changed = [batch.entities[ref] for ref in batch.changed]
    _insert(db, [one for one in changed if not one.n], numbers)
    old = [one for one in changed if one.changed]
    _move(db, old, numbers)
    _write_heads(db, old, numbers)
    _write_conflicts(db, old, _seen_by_deletions(db, packing, old))


def _insert(db: Database, new: list[Standing], numbers: Numbers) -> None:
    first = next_number(db, "entity")
    rows = []
    for n, one in enumerate(new, first):
        one.n = n
        root = numbers.roots[one.root]
        home = root if one.home is one.root else numbers.roots[one.home]
        rows.append((n, "/".join(one.ref), root, home, numbers.changes[one.born]))
        one.lies = one.root, one.home
    # No fields: they are as the birth says, and the heads of what changed since.
    db.conn.executemany("insert into entity values (?, ?, ?, ?, ?, null)", rows)


def _move(db: Database, old: list[Standing], numbers: Numbers) -> None:
    # Values packed into the row made it grow: a balanced page an update, 130 µs.
    rows = [
        (numbers.roots[one.root], numbers.roots[one.home], one.n)
        for one in old
        if one.lies != (one.root, one.home)
    ]
    db.conn.executemany(
        "update entity set root = ?, home = ?, fields = null where n = ?", rows
    )


def _write_heads(db: Database, old: list[Standing], numbers: Numbers) -> None:
    named = {
        change for one in old for name in one.changed for change in one.heads[name]
    }
    known = numbers.changes | find_numbers(db, named - numbers.changes.keys())
    db.conn.executemany(
        "delete from head where entity = ? and field = ?",
        ((one.n, name) for one in old for name in one.changed & one.kept),
    )
    db.conn.executemany(
        "insert into head values (?, ?, ?, ?)",
        [
            (one.n, name, known[change], value)
            for one in old
            for name in sorted(one.changed)
            for change, value in one.heads[name].items()
        ],
    )


def _write_conflicts(
    db: Database,
    old: list[Standing],
    seen_by: dict[ChangeId, frozenset[ChangeId]],
) -> None:
    db.conn.executemany(
        "delete from conflict where entity = ?", ((one.n,) for one in old if one.kept)
    )
    db.conn.executemany(
        "insert into conflict values (?, ?)",
        ((one.n, name) for one in old for name in sorted(one.conflicts(seen_by))),
    )


def _seen_by_deletions(
    db: Database, packing: Packing, old: list[Standing]
) -> dict[ChangeId, frozenset[ChangeId]]:
    gone = (one for one in old if one.is_gone)
    deletions = {change for one in gone for change in one.heads_of(GONE)}
    return seen_by(db, packing, deletions) if deletions else {}


def seen_by(
    db: Database, packing: Packing, changes: Iterable[ChangeId]
) -> dict[ChangeId, frozenset[ChangeId]]:
    """Return what some changes had seen."""
    found = bodies(db, packing, changes)
    return {change: Change.recall(body).seen for change, body in found.items()}
