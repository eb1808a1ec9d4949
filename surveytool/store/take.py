"""Taking changes in: the one door for typing, rosters and packages."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from sqlite_utils import Database

from surveytool.domain.change import Change, change_id
from surveytool.domain.entity import Ref
from surveytool.store.batch import Arrived
from surveytool.store.entering import enter, read_batch
from surveytool.store.listing import Unindexed
from surveytool.store.packing import Packing
from surveytool.store.peers import note_came

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
        batch = read_batch(db, packing, some)
        if batch.arrived:
            enter(db, packing, batch, unindexed)
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
