"""Feeds: per village, the order in which changes reached this computer."""

import json
from collections.abc import Iterable, Iterator

from sqlite_utils import Database

from surveytool.domain.change import ChangeId, digest
from surveytool.domain.entity import Ref
from surveytool.store.batch import Batch
from surveytool.store.journal import Numbers

PLACED = """select root.ref, placed.village from placed
  join root on root.n = placed.root
  where root.ref in (select value from json_each(?))"""

HISTORY = """select touch.root, lower(hex(change.id)), change.n from touch
  join change on change.n = touch.change
  where touch.root in (select value from json_each(?))"""

TOP = "select n, lower(hex(digest)) from feed where village = ? order by n desc limit 1"

IN_FEED = """select change from feed where village = ?
  and change in (select value from json_each(?))"""

AFTER = """select lower(hex(change.id)) from feed
  join change on change.n = feed.change
  where feed.village = ? and feed.n > ? order by feed.n"""


def append_to_feeds(db: Database, batch: Batch, numbers: Numbers) -> None:
    """Append a batch's changes to the feed of every village they concern.

    A root that is newly placed in a village brings its whole history, and so
    does an entity that goes over to another root.
    """
    places = _places(db, batch.touches)
    newly = _newly_placed(batch, places)
    for root, village in newly:
        places[root].add(village)
    db.conn.executemany(
        "insert into placed values (?, ?)",
        ((numbers.roots[root], village) for root, village in newly),
    )
    # What is new here has no history yet, unless an entity brought it along.
    old = {root for root, _ in newly if numbers.roots[root] < numbers.first_new}
    whole = old | {after for _, after in batch.moved}
    histories = _histories(db, numbers, whole)
    feeds = dict[str, dict[int, ChangeId]]()
    for root, changes in batch.touches.items():
        some = {numbers.changes[change]: change for change in changes}
        some |= histories.get(root, {})
        for village in places[root] or {""}:
            feeds.setdefault(village, {}).update(some)
    for village, some in feeds.items():
        _append(db, village, some, min(numbers.changes.values()))


def villages(db: Database) -> list[str]:
    """Return every village that has a feed."""
    rows = db.execute("select distinct village from feed order by village")
    return [row[0] for row in rows]


def length(db: Database, village: str) -> int:
    """Return how many changes a feed has."""
    return _top(db, village)[0]


def digest_at(db: Database, village: str, n: int) -> str:
    """Return the running digest of a feed's first n changes, "" for none."""
    row = db.execute(
        "select lower(hex(digest)) from feed where village = ? and n = ?", [village, n]
    ).fetchone()
    return row[0] if row else ""


def feed(db: Database, village: str, after: int) -> Iterator[ChangeId]:
    """Return a feed's changes after the first so many, in order."""
    return (ChangeId(row[0]) for row in db.execute(AFTER, [village, after]))


def _places(db: Database, roots: Iterable[Ref]) -> dict[Ref, set[str]]:
    places = {root: set[str]() for root in roots}
    texts = json.dumps(list(map(str, places)), ensure_ascii=False)
    for ref, village in db.execute(PLACED, [texts]):
        places[Ref.parse(ref)].add(village)
    return places


def _histories(
    db: Database, numbers: Numbers, roots: set[Ref]
) -> dict[Ref, dict[int, ChangeId]]:
    named = {numbers.roots[root]: root for root in roots}
    found: dict[Ref, dict[int, ChangeId]] = {root: {} for root in roots}
    for root, change, n in db.execute(HISTORY, [json.dumps(list(named))]):
        found[named[root]][n] = ChangeId(change)
    return found


def _newly_placed(batch: Batch, places: dict[Ref, set[str]]) -> list[tuple[Ref, str]]:
    found = dict[tuple[Ref, str], None]()
    for one in batch.arrived:
        for ref, values in one.change.set.items():
            place = ref.id if ref.kind == "village" else values.get("village")
            if ref in places and place and place not in places[ref]:
                found[ref, place] = None
    return list(found)


def _append(
    db: Database, village: str, changes: dict[int, ChangeId], first_new: int
) -> None:
    old = [n for n in changes if n < first_new]
    known = db.execute(IN_FEED, [village, json.dumps(old)]) if old else []
    for (n,) in list(known):
        del changes[n]
    count, running = _top(db, village)
    rows = []
    for n in sorted(changes):
        count, running = count + 1, digest([changes[n]], running)
        rows.append((village, count, n, bytes.fromhex(running)))
    db.conn.executemany("insert into feed values (?, ?, ?, ?)", rows)


def _top(db: Database, village: str) -> tuple[int, str]:
    return db.execute(TOP, [village]).fetchone() or (0, "")
