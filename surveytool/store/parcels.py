"""Packages that were taken in, and which changes each of them brought."""

from typing import NamedTuple

from sqlite_utils import Database

from surveytool.domain.change import ChangeId
from surveytool.domain.entity import Ref
from surveytool.store.peers import number_of

NOTE = """insert into parcel (peer, at, file, after, upto)
  select ?, ?, ?, ?, coalesce(max(n), 0) from change"""

LISTED = """select parcel.n, peer.device, parcel.at, parcel.file,
    (select count(*) from came where came.peer = parcel.peer
      and came.change > parcel.after and came.change <= parcel.upto)
  from parcel join peer on peer.n = parcel.peer order by parcel.n desc"""

BROUGHT = """select lower(hex(change.id)), root.ref from parcel
  join came on came.peer = parcel.peer
    and came.change > parcel.after and came.change <= parcel.upto
  join change on change.n = came.change join root on root.n = change.root
  where parcel.n = ? order by change.n"""

HOUSEHOLDS = """select peer.device, placed.village, count(distinct change.root)
  from came join peer on peer.n = came.peer
  join change on change.n = came.change join placed on placed.root = change.root
  join root on root.n = change.root where root.ref like 'household/%' group by 1, 2"""

WHOLE = """select count(*), coalesce(sum(last <= ?2), 0) from
  (select max(feed.n) as last from feed join change on change.n = feed.change
    join root on root.n = change.root
    where feed.village = ?1 and root.ref like 'household/%' group by change.root)"""


class Parcel(NamedTuple):
    """A package taken in: who made it, when, how many changes were new."""

    n: int
    device: str
    at: str
    file: str
    new: int


def top(db: Database) -> int:
    """Return the number of the newest change here."""
    return int(db.execute("select coalesce(max(n), 0) from change").fetchone()[0])


def note(db: Database, device: str, *, at: str, file: str, after: int) -> None:
    """Note a package that was just taken in; ``after`` was the top before it."""
    db.execute(NOTE, [number_of(db, device), at, file, after])


def listed(db: Database) -> list[Parcel]:
    """Return the packages taken in, the newest first."""
    return [Parcel(*row) for row in db.execute(LISTED)]


def brought(db: Database, n: int) -> dict[ChangeId, Ref]:
    """Return the changes that a package brought first, each with its root."""
    rows = db.execute(BROUGHT, [n])
    return {ChangeId(name): Ref.parse(ref) for name, ref in rows}


def households_from(db: Database) -> dict[tuple[str, str], int]:
    """Return, by device and village, the households of which it sent changes."""
    return {(device, village): n for device, village, n in db.execute(HOUSEHOLDS)}


def whole_households(db: Database, village: str, upto: int) -> tuple[int, int]:
    """Return a feed's households, and those whole within its first changes."""
    total, whole = db.execute(WHOLE, [village, upto]).fetchone()
    return int(total), int(whole)
