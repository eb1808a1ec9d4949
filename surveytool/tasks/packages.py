"""Packages: what a peer lacks goes out, what it sends comes in."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from surveytool.domain.refusal import Refusal
from surveytool.domain.version import VERSION
from surveytool.sync import writer
from surveytool.sync.compose import compose
from surveytool.sync.frame import read_header
from surveytool.sync.manifest import Manifest
from surveytool.tasks.attached import attach
from surveytool.tasks.desk import Desk
from surveytool.tasks.holdings import StoreHoldings
from surveytool.tasks.peers import peer, peers
from surveytool.tasks.taking import SUFFIX, TakenIn, packages_in, take_in

__all__ = [
    "SUFFIX",
    "Sent",
    "TakenIn",
    "export",
    "inspect",
    "packages_in",
    "peers",
    "take_in",
]


class RevokedPeerError(Refusal):
    """A package for a device that the county cut off."""

    code = "tasks.revoked_peer"


@dataclass(frozen=True, slots=True)
class Sent:
    """A package that was written: changes in it, bytes on disk."""

    path: Path
    changes: int
    size: int


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
    composed = attach(desk, composed, receiver.device)
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


def inspect(path: Path) -> dict[str, Any]:
    """Return a package's plain header: no content, no personal data."""
    with path.open("rb") as file:
        header = read_header(file)
    return {
        "sender": header.sender,
        "receiver": header.receiver,
        "size": path.stat().st_size,
    }
