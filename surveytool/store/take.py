"""Taking changes in: the one door for typing, rosters and packages."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from sqlite_utils import Database

from surveytool.domain.change import Change, ChangeId, change_id
from surveytool.domain.entity import Ref
from surveytool.store import reading
from surveytool.store.batch import Arrived, Batch
from surveytool.store.feed import append_to_feeds
from surveytool.store.journal import write_journal
from surveytool.store.listing import Unindexed, write_lines
from surveytool.store.packing import Packing
from surveytool.store.peers import note_came
from surveytool.store.standing import SELF_ROOTED
from surveytool.store.writing import write_standing

BATCH = 1000


@dataclass(frozen=True, slots=True)
class Taken:
    """How many changes were new, how many were here, and what they touched."""

    new: int = 0
    repeated: int = 0
    touched: frozenset[Ref] = frozenset()


def take(
    db: Database, packing: Packing, changes: Iterable[Change], *, source: str = ""
) -> Taken:
    """Take changes in, inside a transaction of the caller's.

    ``source`` is the peer they came from. No savepoint may be open: the search
    index would be written out at every row.
    """
    new, repeated, touched = 0, 0, set[Ref]()
    unindexed = Unindexed()
    for some in _chunks(changes):
        batch = _read(db, packing, some)
        if batch.arrived:
            _write(db, packing, batch, unindexed)
        if source:
            note_came(db, source, (one.id for one in some))
        new += len(batch.arrived)
        repeated += len(some) - len(batch.arrived)
        touched |= batch.changed.keys()
    unindexed.index(db)
    return Taken(new, repeated, frozenset(touched))


def _chunks(changes: Iterable[Change]) -> Iterator[list[Arrived]]:
    stream = iter(changes)
    while some := list(islice(stream, BATCH)):
        yield [_arrived(one) for one in some]


def _arrived(change: Change) -> Arrived:
    body = change.body()
    return Arrived(change_id(body), change, body)


def _read(db: Database, packing: Packing, some: list[Arrived]) -> Batch:
    here = reading.held(db, (one.id for one in some))
    new = list({one.id: one for one in some if one.id not in here}.values())
    parents = frozenset[ChangeId]().union(*(one.change.seen for one in new))
    batch = Batch(
        arrived=new,
        held=reading.held(db, parents) if parents else set(),
        awaiting=reading.awaited(db, packing, (one.id for one in new)),
        entities={},
    )
    batch.loaded = {one.change.root for one in new}
    batch.loaded |= {ref for ref in batch.unknown() if ref.kind in SELF_ROOTED}
    batch.add_family(reading.families(db, packing, batch.loaded))
    batch.add_family(reading.entities(db, packing, batch.unknown()))
    return batch


def _write(db: Database, packing: Packing, batch: Batch, unindexed: Unindexed) -> None:
    batch.decide()
    numbers = write_journal(db, packing, batch)
    roots = batch.roots()
    batch.add_family(reading.families(db, packing, roots - batch.loaded))
    write_standing(db, packing, batch, numbers)
    append_to_feeds(db, batch, numbers)
    write_lines(db, batch, numbers, unindexed)
