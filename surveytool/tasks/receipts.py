"""Receipts for people: what of whose work is in, village by village."""

from dataclasses import dataclass

from surveytool.domain.rights import EVERYWHERE
from surveytool.domain.table import Column, Table
from surveytool.tasks.browse import village_names
from surveytool.tasks.desk import Desk
from surveytool.tasks.names import device_names
from surveytool.tasks.peers import peers


@dataclass(frozen=True, slots=True)
class Receipt:
    """Households of a village that are in, and up to which change of the feed.

    ``last`` is how far the sender's feed is known to reach.
    """

    peer: str
    village: str
    households: int
    whole: int
    upto: int
    last: int

    @property
    def is_whole(self) -> bool:
        """Whether nothing is known to be missing."""
        return self.upto >= self.last


def received(desk: Desk) -> list[Receipt]:
    """Return what is in here of every peer's work.

    Households are those of the village here; whole are those of which the
    peer's computer sent something that is in.
    """
    names, villages = device_names(desk), village_names(desk)
    counts = {row.id: row.households for row in desk.store.villages()}
    sent = desk.store.households_from()
    tops = {(one.device, one.village): one.last for one in desk.store.gaps()}
    return [
        Receipt(
            names.get(card.device, card.device),
            villages.get(village, village),
            counts.get(village, 0),
            sent.get((card.device, village), 0),
            receipt.n,
            max(receipt.n, tops.get((card.device, village), 0)),
        )
        for card in peers(desk)
        for village, receipt in sorted(desk.store.receipts(card.device, "ours").items())
        if _is_shown(village, receipt.n)
    ]


def acknowledged(desk: Desk) -> list[Receipt]:
    """Return what the county, or any peer, has said to hold of the work here.

    Whole are the households of which every change of this computer is there.
    """
    names, villages = device_names(desk), village_names(desk)
    found = []
    for card in peers(desk):
        given = desk.store.receipts(card.device, "theirs")
        for village in desk.store.feed_villages():
            upto = given[village].n if village in given else 0
            last = desk.store.length(village)
            if _is_shown(village, last):
                total, whole = desk.store.whole_households(village, upto)
                name = villages.get(village, village)
                peer = names.get(card.device, card.device)
                found.append(Receipt(peer, name, total, whole, upto, last))
    return found


def received_table(desk: Desk) -> Table:
    """Return the receipts that a county prints or sends."""
    rows = received(desk)
    notes = (
        "户数：本工作区该村在册户数。已到户数：该电脑报送过变更且已接收的户数。",
        "到第几条：该电脑该村变更连续收到的最后一条；其后有缺口的另列。",
    )
    return _table(desk, "received", "接收回执", rows, notes)


def acknowledged_table(desk: Desk) -> Table:
    """Return what others hold of the work here."""
    rows = acknowledged(desk)
    notes = ("已到户数：本机该户的全部变更对方都已回执收到的户数。",)
    return _table(desk, "acknowledged", "对方已收到", rows, notes)


def _is_shown(village: str, changes: int) -> bool:
    return village not in ("", EVERYWHERE) and changes > 0


def _table(
    desk: Desk, name: str, title: str, rows: list[Receipt], notes: tuple[str, ...]
) -> Table:
    return Table(
        name=f"receipts_{name}",
        title=title,
        subtitle=f"{desk.seat.title}　{desk.today.isoformat()}",
        columns=(
            Column("电脑"),
            Column("村"),
            Column("户数", "户", "count"),
            Column("已到户数", "户", "count"),
            Column("到第几条", "", "count"),
            Column("缺第几条"),
        ),
        rows=tuple(_row(one) for one in rows),
        notes=notes,
    )


def _row(one: Receipt) -> tuple[str, ...]:
    gap = "—" if one.is_whole else f"{one.upto + 1}–{one.last}"
    counts = (str(one.households), str(one.whole), str(one.upto))
    return (one.peer, one.village, *counts, gap)
