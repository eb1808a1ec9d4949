"""Decides what to send a peer: what it lacks, by its own receipts."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from surveytool.domain.change import ChangeId, digest
from surveytool.domain.rights import EVERYWHERE
from surveytool.domain.seat import Office
from surveytool.sync.card import PeerCard
from surveytool.sync.holdings import NOTHING, Holdings, Receipt
from surveytool.sync.manifest import MOST_WANTED, Counts, Manifest, Stretch
from surveytool.sync.record import Kind, Record

BATCH = 500


@dataclass(frozen=True, slots=True)
class Composed:
    """A manifest, its records as a stream that is read once, what it has in full."""

    manifest: Manifest
    records: Iterator[Record]
    full: frozenset[ChangeId] = frozenset()


@dataclass(frozen=True, slots=True)
class _Plan:
    """The stretches of feeds to send, which ids in full, which only named."""

    feeds: dict[str, list[ChangeId]]
    full: frozenset[ChangeId]
    wanted: tuple[ChangeId, ...]


def compose(holdings: Holdings, peer: PeerCard, *, draft: Manifest) -> Composed:
    """Return the package for a peer.

    ``draft`` says who writes it and when; villages, receipts, wants and counts are
    filled in here. A county's office gets every feed that is here; another office
    the villages on its card and the register of devices. Nothing is noted: receipts
    wait for the peer's answer.
    """
    said = holdings.acknowledged_by(peer.device)
    stretches = {
        village: _known(holdings, village, said.get(village, NOTHING))
        for village in _villages_for(holdings, peer)
    }
    plan = _plan(holdings, peer.device, stretches)
    named = sum(map(len, plan.feeds.values())) - len(plan.full)
    manifest = replace(
        draft,
        villages={v: _reached(s, plan.feeds[v]) for v, s in stretches.items()},
        have=dict(holdings.received_from(peer.device)),
        want=tuple(sorted(holdings.missing()))[:MOST_WANTED],
        counts=Counts(len(plan.full) + len(plan.wanted), named),
    )
    full = plan.full | frozenset(plan.wanted)
    return Composed(manifest, _records(holdings, plan), full)


def _villages_for(holdings: Holdings, peer: PeerCard) -> list[str]:
    villages = sorted(holdings.villages())
    if peer.office is Office.COUNTY:
        return villages
    due = {EVERYWHERE, *peer.villages}
    return [village for village in villages if village in due]


def _known(holdings: Holdings, village: str, said: Receipt) -> Receipt:
    """Return from where to send: what the peer holds, if its digest is ours."""
    return said if is_ours(holdings, village, said) else NOTHING


def is_ours(holdings: Holdings, village: str, receipt: Receipt) -> bool:
    """Tell whether a receipt is true of our feed as it stands now.

    It is not after one of the two was restored from a backup.
    """
    if receipt.n > holdings.length(village):
        return False
    return holdings.digest_at(village, receipt.n) == receipt.digest


def _reached(known: Receipt, ids: list[ChangeId]) -> Stretch:
    return Stretch(known, Receipt(known.n + len(ids), digest(ids, known.digest)))


def _plan(holdings: Holdings, peer: str, stretches: dict[str, Receipt]) -> _Plan:
    asked = frozenset(holdings.holds(holdings.wanted_by(peer)))
    feeds = {v: list(holdings.feed(v, known.n)) for v, known in stretches.items()}
    listed = frozenset(one for ids in feeds.values() for one in ids)
    echo = frozenset(holdings.came_from(peer, listed)) - asked
    return _Plan(feeds, listed - echo, tuple(sorted(asked - listed)))


def _records(holdings: Holdings, plan: _Plan) -> Iterator[Record]:
    unsent = set(plan.full)
    for village, ids in plan.feeds.items():
        if ids:
            yield Record(Kind.VILLAGE, village.encode())
        for at in range(0, len(ids), BATCH):
            yield from _batch(holdings, ids[at : at + BATCH], unsent)
    if plan.wanted:
        yield Record(Kind.WANTED)
    for at in range(0, len(plan.wanted), BATCH):
        batch = list(plan.wanted[at : at + BATCH])
        yield from _batch(holdings, batch, set(batch))


def _batch(
    holdings: Holdings, ids: list[ChangeId], unsent: set[ChangeId]
) -> Iterator[Record]:
    bodies = holdings.bodies([one for one in ids if one in unsent])
    for one in ids:
        if one in unsent:
            unsent.discard(one)
            yield Record(Kind.CHANGE, bodies[one])
        else:
            yield Record(Kind.NAMED, bytes.fromhex(one))
