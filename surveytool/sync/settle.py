"""Decides what to keep of a peer's package: changes, receipts, wants, gaps."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from surveytool.domain.change import ChangeId, digest
from surveytool.domain.problem import Problem, Severity
from surveytool.sync.card import PeerCard
from surveytool.sync.compose import is_ours
from surveytool.sync.contents import Contents
from surveytool.sync.holdings import NOTHING, Holdings, Receipt
from surveytool.sync.manifest import Manifest, Stretch


@dataclass(frozen=True, slots=True)
class Settlement:
    """What to do, in one transaction, when a package has been checked whole."""

    new: frozenset[ChangeId]
    """Carried changes that are not here yet."""
    acknowledged: Mapping[str, Receipt]
    """What the peer holds of our feeds; replaces all that was kept for it."""
    received: Mapping[str, Receipt]
    """What we now hold of the peer's feeds; replaces all that was kept for it."""
    missing: frozenset[ChangeId]
    """Ids named but neither carried nor held: remember and ask for them."""
    wanted: tuple[ChangeId, ...]
    """What the peer asks for; replaces what it asked for before."""
    gaps: tuple[Problem, ...]
    """Stretches of the peer's feeds that have not arrived."""


def settle(
    holdings: Holdings, peer: PeerCard, *, manifest: Manifest, contents: Contents
) -> Settlement:
    """Return what a checked package means for this workspace; changes nothing."""
    listed = frozenset(one for ids in contents.feeds.values() for one in ids)
    held = holdings.holds(listed | contents.carried)
    here = held | contents.carried
    before = holdings.received_from(peer.device)
    stretches = {
        village: (stretch, contents.feeds.get(village, ()))
        for village, stretch in manifest.villages.items()
    }
    return Settlement(
        new=contents.carried - held,
        acknowledged=_acknowledged(holdings, peer.device, manifest.have),
        received=_received(before, stretches, here),
        missing=listed - here,
        wanted=manifest.want,
        gaps=tuple(_gaps(peer, before, manifest.villages)),
    )


def _acknowledged(
    holdings: Holdings, peer: str, have: Mapping[str, Receipt]
) -> Mapping[str, Receipt]:
    before = holdings.acknowledged_by(peer)
    # A village that is not mentioned any more was forgotten: a backup came back.
    return {
        village: said if is_ours(holdings, village, said) else NOTHING
        for village, said in (dict.fromkeys(before, NOTHING) | dict(have)).items()
    }


def _received(
    before: Mapping[str, Receipt],
    stretches: Mapping[str, tuple[Stretch, Sequence[ChangeId]]],
    here: frozenset[ChangeId],
) -> Mapping[str, Receipt]:
    after = dict(before)
    for village, (stretch, ids) in stretches.items():
        old = before.get(village, NOTHING)
        after[village] = _advance(old, stretch, _unbroken(ids, here))
    return after


def _advance(old: Receipt, stretch: Stretch, ids: Sequence[ChangeId]) -> Receipt:
    """Return the receipt after a stretch of which we hold these first ids."""
    known = stretch.known
    reached = Receipt(known.n + len(ids), digest(ids, known.digest))
    if known.n > old.n or reached.n < old.n:
        return old
    overlap = ids[: old.n - known.n]
    if digest(overlap, known.digest) == old.digest:
        return reached
    # The peer's feed is not the one we knew: it was restored or cloned.
    return reached if known == NOTHING else NOTHING


def _unbroken(ids: Sequence[ChangeId], here: frozenset[ChangeId]) -> Sequence[ChangeId]:
    for at, one in enumerate(ids):
        if one not in here:
            return ids[:at]
    return ids


def _gaps(
    peer: PeerCard, before: Mapping[str, Receipt], villages: Mapping[str, Stretch]
) -> Iterable[Problem]:
    for village, stretch in villages.items():
        held = before.get(village, NOTHING).n
        if stretch.known.n > held:
            facts = {
                "peer": peer.name,
                "first": str(held + 1),
                "last": str(stretch.known.n),
            }
            yield Problem("sync.gap", village, facts, Severity.WARNING)
