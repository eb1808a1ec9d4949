"""An open workspace as an exchange sees it, and what a task does with it."""

from dataclasses import dataclass

from surveytool.store import Store
from surveytool.sync.card import PeerCard
from surveytool.sync.compose import compose
from surveytool.sync.holdings import Receipt
from surveytool.sync.manifest import Manifest
from surveytool.sync.reader import open_package
from surveytool.sync.settle import settle
from surveytool.sync.writer import write_package


@dataclass(frozen=True)
class StoreHoldings:
    store: Store

    def villages(self):
        return self.store.feed_villages()

    def length(self, village):
        return self.store.length(village)

    def digest_at(self, village, n):
        return self.store.feed_digest(village, n)

    def feed(self, village, after):
        return self.store.feed(village, after)

    def bodies(self, ids):
        return self.store.bodies(ids)

    def holds(self, ids):
        return frozenset(self.store.holds(ids))

    def missing(self):
        return self.store.missing()

    def came_from(self, peer, ids):
        return frozenset(self.store.came_from(peer, ids))

    def acknowledged_by(self, peer):
        return self._receipts(peer, "theirs")

    def received_from(self, peer):
        return self._receipts(peer, "ours")

    def wanted_by(self, peer):
        return self.store.asked(peer)

    def _receipts(self, peer, side):
        given = self.store.receipts(peer, side)
        return {village: Receipt(*one) for village, one in given.items()}


def export(store, keys, *, peer: PeerCard, path):
    draft = Manifest("2026-11-23T08:00:00", keys.device, peer.device, "五都县", "test")
    composed = compose(StoreHoldings(store), peer, draft=draft)
    return write_package(
        path, composed.manifest, records=composed.records, keys=keys, receiver=peer
    )


def take_in(store, keys, *, peer: PeerCard, path):
    package = open_package(path, keys, trusted={peer.device: peer}.get, county="五都县")
    settlement = settle(
        StoreHoldings(store),
        package.sender,
        manifest=package.manifest,
        contents=package.contents,
    )
    with store.together():
        taken = store.take(package.changes(), source=peer.device)
        store.want(settlement.missing)
        store.set_receipts(peer.device, "theirs", settlement.acknowledged)
        store.set_receipts(peer.device, "ours", settlement.received)
        store.set_asked(peer.device, settlement.wanted)
    return taken, package.manifest, settlement
