"""Gaps: stretches of a peer's feed that are known to exist and have not come."""

from collections.abc import Mapping
from typing import NamedTuple

from sqlite_utils import Database

from surveytool.store.peers import number_of

LISTED = """select peer.device, gap.village, coalesce(receipt.count, 0) + 1, gap.top
  from gap join peer on peer.n = gap.peer
  left join receipt on receipt.peer = gap.peer and receipt.side = 'ours'
    and receipt.village = gap.village
  where coalesce(receipt.count, 0) < gap.top order by peer.device, gap.village"""

NOTE = """insert into gap values (?, ?, ?) on conflict (peer, village)
  do update set top = max(top, excluded.top)"""


class Gap(NamedTuple):
    """Changes first to last of a peer's feed of a village have not arrived."""

    device: str
    village: str
    first: int
    last: int


def listed(db: Database) -> list[Gap]:
    """Return every gap that is not healed."""
    return [Gap(*row) for row in db.execute(LISTED)]


def note(db: Database, device: str, tops: Mapping[str, int]) -> None:
    """Note up to where a peer's feeds are known to reach."""
    peer = number_of(db, device)
    db.conn.executemany(NOTE, ((peer, village, top) for village, top in tops.items()))


def close(db: Database, device: str, village: str) -> None:
    """Take a gap off the list although it is not healed."""
    peer = number_of(db, device)
    db.execute("delete from gap where peer = ? and village = ?", [peer, village])
