"""A batch's way into the workspace: read what it touches, decide, write."""

from sqlite_utils import Database

from surveytool.domain.change import ChangeId
from surveytool.store import reading
from surveytool.store.batch import Arrived, Batch
from surveytool.store.feed import append_to_feeds
from surveytool.store.journal import write_journal
from surveytool.store.listing import Unindexed, write_lines
from surveytool.store.packing import Packing
from surveytool.store.standing import SELF_ROOTED
from surveytool.store.writing import write_standing


def read_batch(db: Database, packing: Packing, some: list[Arrived]) -> Batch:
    """Return a batch of what is new among some changes."""
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


def enter(db: Database, packing: Packing, batch: Batch, unindexed: Unindexed) -> None:
    """Write a batch: journal, standing values, feeds and lines together."""
    batch.decide()
    numbers = write_journal(db, packing, batch)
    roots = batch.roots()
    batch.add_family(reading.families(db, packing, roots - batch.loaded))
    write_standing(db, packing, batch, numbers)
    append_to_feeds(db, batch, numbers)
    write_lines(db, batch, numbers, unindexed)
