"""Other devices: who they are, what they have and what came from them."""

import json
from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from sqlite_utils import Database

from surveytool.domain.change import ChangeId

Side = Literal["theirs", "ours"]
"""What they hold of our feeds, or what we hold of theirs."""

CAME = """select lower(hex(change.id)) from came
  join peer on peer.n = came.peer join change on change.n = came.change
  where peer.device = ? and change.id in (select unhex(value) from json_each(?))"""

NOTE = """insert or ignore into came
  select ?, n from change where id in (select unhex(value) from json_each(?))"""

RECEIPTS = """select village, count, digest from receipt
  join peer on peer.n = receipt.peer
  where peer.device = ? and side = ?"""


UNSENT = """select count(distinct feed.change) from feed
  where feed.n > (select coalesce(max(count), 0) from receipt
    where receipt.village = feed.village and side = 'theirs')
  and not exists (select 1 from came
    where came.change = feed.change and came.peer in (select n from peer))"""


class Receipt(NamedTuple):
    """The first n changes of a feed, and the feed's running digest there."""

    n: int
    digest: str


def add_peer(db: Database, device: str, card: bytes) -> None:
    """Keep a device's card, in place of the one before."""
    db.execute(
        """insert into peer (device, card) values (?, ?)
        on conflict (device) do update set card = excluded.card""",
        [device, card],
    )


def peers(db: Database) -> dict[str, bytes]:
    """Return every device's card."""
    return dict(
        db.execute("select device, card from peer where card <> x'' order by device")
    )


def note_came(db: Database, device: str, ids: Iterable[ChangeId]) -> None:
    """Remember that a device sent or named some changes."""
    db.execute(NOTE, [number_of(db, device), json.dumps(list(ids))])


def came_from(db: Database, device: str, ids: Iterable[ChangeId]) -> set[ChangeId]:
    """Return those of the ids that a device sent or named."""
    rows = db.execute(CAME, [device, json.dumps(list(ids))])
    return {ChangeId(row[0]) for row in rows}


def receipts(db: Database, device: str, side: Side) -> dict[str, Receipt]:
    """Return the receipts of a device by village."""
    rows = db.execute(RECEIPTS, [device, side])
    return {village: Receipt(count, digest) for village, count, digest in rows}


def set_receipts(
    db: Database, device: str, side: Side, given: Mapping[str, tuple[int, str]]
) -> None:
    """Put receipts in place of those before, village by village."""
    peer = number_of(db, device)
    db.conn.executemany(
        """insert into receipt values (?, ?, ?, ?, ?)
        on conflict do update set count = excluded.count, digest = excluded.digest""",
        ((peer, side, village, n, digest) for village, (n, digest) in given.items()),
    )


def unsent(db: Database) -> int:
    """Return how many changes no peer brought or acknowledged."""
    return int(db.execute(UNSENT).fetchone()[0])


def asked(db: Database, device: str) -> list[ChangeId]:
    """Return the ids that a device's last package asked for."""
    rows = db.execute(
        """select lower(hex(id)) from asked join peer on peer.n = asked.peer
        where device = ? order by id""",
        [device],
    )
    return [ChangeId(row[0]) for row in rows]


def set_asked(db: Database, device: str, ids: Iterable[ChangeId]) -> None:
    """Remember what a device's last package asked for."""
    peer = number_of(db, device)
    db.execute("delete from asked where peer = ?", [peer])
    db.conn.executemany(
        "insert or ignore into asked values (?, ?)",
        ((peer, bytes.fromhex(one)) for one in ids),
    )


def want(db: Database, ids: Iterable[ChangeId]) -> None:
    """Remember ids that a package named but did not bring."""
    db.conn.executemany(
        """insert or ignore into wanted select ?1
        where ?1 not in (select id from change)""",
        ((bytes.fromhex(one),) for one in ids),
    )


def number_of(db: Database, device: str) -> int:
    """Return a device's row number; an unknown device is noted without a card."""
    db.execute("insert or ignore into peer (device, card) values (?, x'')", [device])
    row = db.execute("select n from peer where device = ?", [device]).fetchone()
    return int(row[0])
