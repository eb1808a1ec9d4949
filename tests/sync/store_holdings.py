"""What a task does with an open workspace when packages go out and come in."""

from surveytool.sync.card import PeerCard
from surveytool.sync.compose import compose
from surveytool.sync.manifest import Manifest
from surveytool.sync.reader import open_package
from surveytool.sync.settle import settle
from surveytool.sync.writer import write_package
from surveytool.tasks.holdings import StoreHoldings


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
