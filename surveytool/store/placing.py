"""Feeds after a verdict: what stands where now, and what travels there."""

import json
from collections.abc import Iterable, Mapping

from sqlite_utils import Database

from surveytool.domain.change import Change, ChangeId, digest
from surveytool.domain.entity import Ref
from surveytool.store.judging import Neighbourhood

HISTORY = """select change.n, lower(hex(change.id)) from touch
  join change on change.n = touch.change where touch.root = ?
  and change.n not in (select change from feed where village = ?) order by change.n"""

TOP = "select n, lower(hex(digest)) from feed where village = ? order by n desc limit 1"
PLACED = "select village from placed where root = ?"


def place_anew(
    db: Database,
    around: Neighbourhood,
    standing: Mapping[ChangeId, Change],
    rooted: Mapping[Ref, Ref],
) -> None:
    """Place the roots of a neighbourhood as its standing changes say.

    ``rooted`` names the root of every entity that was made anew: the changes of
    an entity that went over to another root are in that root's history too.
    """
    for name, change in standing.items():
        for ref in change.set.keys() & rooted.keys():
            touch(db, rooted[ref], [around.numbers[name]])
    for root in around.roots | set(rooted.values()):
        row = db.execute("select n from root where ref = ?", [str(root)]).fetchone()
        if row:
            _place(db, row[0], set(_places(root, standing.values())))


def touch(db: Database, root: Ref, numbers: Iterable[int]) -> None:
    """Note that changes belong in the history of a root."""
    db.execute("insert or ignore into root (ref) values (?)", [str(root)])
    db.conn.executemany(
        "insert or ignore into touch select n, ? from root where ref = ?",
        ((number, str(root)) for number in numbers),
    )


def spread(db: Database, root: int) -> None:
    """Append what a root's feeds lack of its history."""
    villages = [row[0] for row in db.execute(PLACED, [root])]
    for village in villages or [""]:
        append(db, village, db.execute(HISTORY, [root, village]).fetchall())


def append(db: Database, village: str, some: Iterable[tuple[int, ChangeId]]) -> None:
    """Append changes that a feed does not have."""
    count, running = db.execute(TOP, [village]).fetchone() or (0, "")
    rows = []
    for n, name in some:
        count, running = count + 1, digest([name], running)
        rows.append((village, count, n, bytes.fromhex(running)))
    db.conn.executemany("insert into feed values (?, ?, ?, ?)", rows)


def _places(root: Ref, standing: Iterable[Change]) -> Iterable[str]:
    for change in standing:
        if root in change.set:
            village = change.set[root].get("village")
            place = root.id if root.kind == "village" else village
            if place:
                yield place


def _place(db: Database, root: int, villages: set[str]) -> None:
    before = {row[0] for row in db.execute(PLACED, [root])}
    # A feed keeps what it has: positions that a peer holds must not move.
    db.execute(
        """delete from placed where root = ?
        and village not in (select value from json_each(?))""",
        [root, json.dumps(sorted(villages), ensure_ascii=False)],
    )
    db.conn.executemany(
        "insert into placed values (?, ?)",
        ((root, village) for village in sorted(villages - before)),
    )
    spread(db, root)
