"""Packages: what a peer lacks goes out, what it sends comes in."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from surveytool.domain.entity import Ref
from surveytool.domain.refusal import Refusal
from surveytool.domain.version import VERSION
from surveytool.store import Taken
from surveytool.sync import writer
from surveytool.sync.card import PeerCard
from surveytool.sync.compose import compose
from surveytool.sync.frame import read_header
from surveytool.sync.manifest import Manifest
from surveytool.sync.reader import open_package
from surveytool.sync.settle import settle
from surveytool.tasks.browse import village_names
from surveytool.tasks.desk import Desk
from surveytool.tasks.holdings import StoreHoldings
from surveytool.tasks.peers import peer, peers
from surveytool.tasks.register import doubt

SUFFIX = writer.SUFFIX
__all__ = ["SUFFIX", "Sent", "TakenIn", "export", "inspect", "peers", "take_in"]


class RevokedPeerError(Refusal):
    """A package for a device that the county cut off."""

    code = "tasks.revoked_peer"


@dataclass(frozen=True, slots=True)
class Sent:
    """A package that was written: changes in it, bytes on disk."""

    path: Path
    changes: int
    size: int


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What taking one file in came to."""

    path: Path
    refusal: Refusal | None = None
    new: int = 0
    repeated: int = 0
    held: int = 0
    villages: Mapping[str, int] = field(default_factory=dict)
    conflicts: int = 0
    gaps: tuple[str, ...] = ()

    def summary(self) -> dict[str, Any]:
        """Return plain values for JSON."""
        said = (
            {"zh": self.refusal.say("zh"), "en": str(self.refusal)}
            if self.refusal
            else None
        )
        return {
            "file": str(self.path),
            "refused": said and {"code": self.refusal and self.refusal.code} | said,
            "new": self.new,
            "repeated": self.repeated,
            "held": self.held,
            "villages": dict(self.villages),
            "conflicts": self.conflicts,
            "gaps": list(self.gaps),
        }


def waiting(desk: Desk) -> int:
    """Return how many changes no peer has acknowledged yet."""
    return desk.store.unsent()


def export(desk: Desk, name: str, out: Path) -> Sent:
    """Write the package for a peer with what it lacks."""
    receiver = peer(desk, name)
    if desk.store.rights(receiver.device).revoked:
        raise RevokedPeerError(peer=receiver.name)
    draft = Manifest(
        made=desk.stamp(),
        sender=desk.keys.device,
        receiver=receiver.device,
        county=desk.seat.county,
        program=VERSION,
    )
    composed = compose(StoreHoldings(desk.store), receiver, draft=draft)
    writer.write_package(
        out,
        composed.manifest,
        records=composed.records,
        keys=desk.keys,
        receiver=receiver,
    )
    desk.store.set_setting("last_package", desk.stamp())
    desk.store.audit("package_out", receiver.device, out.name)
    return Sent(out, composed.manifest.counts.changes, out.stat().st_size)


def take_in(desk: Desk, paths: Iterable[Path]) -> list[TakenIn]:
    """Take packages in; a file that is refused does not stop the others."""
    found = list(paths)
    if found and desk.store.villages():
        desk.store.backup()
    return [_take_in(desk, path) for path in found]


def inspect(path: Path) -> dict[str, Any]:
    """Return a package's plain header: no content, no personal data."""
    with path.open("rb") as file:
        header = read_header(file)
    return {
        "sender": header.sender,
        "receiver": header.receiver,
        "size": path.stat().st_size,
    }


def _take_in(desk: Desk, path: Path) -> TakenIn:
    known = {card.device: card for card in peers(desk)}
    try:
        return _take(desk, path, known)
    except Refusal as refusal:
        desk.store.audit("package_refused", path.name, refusal.code)
        return TakenIn(path, refusal)


def _take(desk: Desk, path: Path, known: Mapping[str, PeerCard]) -> TakenIn:
    store = desk.store
    package = open_package(path, desk.keys, trusted=known.get, county=desk.seat.county)
    found = settle(
        StoreHoldings(store),
        package.sender,
        manifest=package.manifest,
        contents=package.contents,
    )
    device = package.sender.device
    with store.together():
        taken = store.take(package.changes(), source=device)
        doubt(desk, taken)
        store.want(found.missing)
        store.set_receipts(device, "theirs", found.acknowledged)
        store.set_receipts(device, "ours", found.received)
        store.set_asked(device, found.wanted)
    store.audit("package_in", device, f"{path.name} {taken.new}")
    return TakenIn(
        path,
        None,
        taken.new,
        taken.repeated,
        taken.held,
        _by_village(desk, taken),
        _conflicts(desk, taken.touched),
        tuple(one.say("zh") for one in found.gaps),
    )


def _by_village(desk: Desk, taken: Taken) -> Mapping[str, int]:
    names = village_names(desk)
    rows = (desk.store.row(ref.id) for ref in taken.touched if ref.kind == "household")
    return Counter(names.get(row.village, row.village) for row in rows if row)


def _conflicts(desk: Desk, touched: frozenset[Ref]) -> int:
    return sum(root in touched for root, _ in desk.store.conflicts())
