"""Taking changes in: the one door for typing, rosters and packages."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby, islice

from sqlite_utils import Database

from surveytool.domain.change import Change, ChangeId, change_id
from surveytool.domain.entity import Ref
from surveytool.domain.judgement import is_register
from surveytool.domain.uncollected import uncollected
from surveytool.store import quarantine
from surveytool.store.batch import Arrived
from surveytool.store.court import StoreCourt
from surveytool.store.entering import enter, read_batch
from surveytool.store.gate import Gate, Sifted
from surveytool.store.listing import Unindexed
from surveytool.store.packing import Packing
from surveytool.store.peers import note_came

BATCH = 1000


@dataclass(frozen=True, slots=True)
class Taken:
    """How many changes were new, how many were here, and the roots they touched.

    ``held`` of the new ones went to quarantine; ``doubted`` are beyond the
    rights of the peer that brought them in another's name.
    """

    new: int = 0
    repeated: int = 0
    touched: frozenset[Ref] = frozenset()
    held: int = 0
    doubted: tuple[ChangeId, ...] = ()


def take(
    db: Database, packing: Packing, changes: Iterable[Change], *, source: str = ""
) -> Taken:
    """Take changes in, inside a transaction of the caller's.

    ``source`` is the peer they came from. No savepoint may be open: the search
    index would be written out at every row.
    """
    taken, touched = Taken(), set[Ref]()
    court = StoreCourt(db, packing)
    gate = Gate(db, court, source) if court.sits else None
    unindexed = Unindexed()
    for some in _chunks(changes):
        with uncollected():
            came = _take(db, packing, some, gate=gate, unindexed=unindexed)
        if source:
            note_came(db, source, (one.id for one in some))
        taken = _sum(taken, came)
        touched |= came.touched
    unindexed.index(db)
    return replace(taken, touched=frozenset(touched))


def _take(
    db: Database,
    packing: Packing,
    some: list[Arrived],
    *,
    gate: Gate | None,
    unindexed: Unindexed,
) -> Taken:
    batch = read_batch(db, packing, some)
    new = len(batch.arrived)
    sifted = gate.sift(batch) if gate else Sifted()
    if batch.arrived:
        enter(db, packing, batch, unindexed)
    touched = frozenset(batch.roots())
    if gate:
        quarantine.hold(db, packing, some, sifted.held)
        stood = {
            ref for one in batch.arrived for ref in (one.change.root, *one.change.set)
        }
        touched |= quarantine.follow(
            db, packing, gate.court, sifted=sifted, stood=stood, unindexed=unindexed
        )
    held = len(sifted.held)
    return Taken(new, len(some) - new, touched, held, tuple(sifted.doubted))


def _sum(one: Taken, other: Taken) -> Taken:
    return Taken(
        one.new + other.new,
        one.repeated + other.repeated,
        held=one.held + other.held,
        doubted=one.doubted + other.doubted,
    )


def _chunks(changes: Iterable[Change]) -> Iterator[list[Arrived]]:
    # Words about devices go in first: what follows them is judged by them.
    for _, group in groupby(changes, is_register):
        while some := list(islice(group, BATCH)):
            yield [_arrived(one) for one in some]


def _arrived(change: Change) -> Arrived:
    body = change.body()
    return Arrived(change_id(body), change, body)
