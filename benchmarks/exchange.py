"""Workspaces that send each other packages, for measuring."""

from dataclasses import dataclass
from pathlib import Path

from surveytool.domain.seat import Office, Role, Seat
from surveytool.store import Store, Taken
from surveytool.sync.card import PeerCard
from surveytool.sync.compose import compose
from surveytool.sync.keys import DeviceKeys
from surveytool.sync.manifest import Manifest
from surveytool.sync.reader import open_package
from surveytool.sync.settle import settle
from surveytool.sync.writer import write_package
from surveytool.tasks.holdings import StoreHoldings

COUNTY = "基准县"
PASSPHRASE = "基准"  # noqa: S105 - of files that are made to be measured


@dataclass(frozen=True)
class Device:
    """A computer of a county: its keys, its office, its workspace."""

    keys: DeviceKeys
    office: Office
    path: Path

    @classmethod
    def make(cls, folder: Path, name: str, office: Office) -> "Device":
        """Make a computer with an empty workspace."""
        one = cls(DeviceKeys.generate(), office, folder / f"{name}.surveytool")
        Store.create(
            one.path,
            PASSPHRASE,
            cls.seat(office),
            device_id=one.keys.device,
            keys=one.keys.to_bytes(),
        ).close()
        return one

    @staticmethod
    def seat(office: Office) -> Seat:
        """Return the seat of whoever works there."""
        return Seat(office, Role.ADMINISTRATOR, "基准", COUNTY, COUNTY)

    @property
    def card(self) -> PeerCard:
        """The card that a peer has of it."""
        return PeerCard(
            self.keys.device,
            "",
            self.office,
            Role.ADMINISTRATOR,
            COUNTY,
            (),
            sign_key=self.keys.sign_key,
            seal_key=self.keys.seal_key,
        )

    def open(self) -> Store:
        """Open its workspace."""
        return Store.open(self.path, PASSPHRASE)


def send(sender: Device, store: Store, to: Device, path: Path) -> int:
    """Write the package for a peer; return its bytes."""
    draft = Manifest("2026-11-23", sender.keys.device, to.keys.device, COUNTY, "bench")
    made = compose(StoreHoldings(store), to.card, draft=draft)
    write_package(
        path, made.manifest, records=made.records, keys=sender.keys, receiver=to.card
    )
    return path.stat().st_size


def receive(here: Device, store: Store, sender: Device, path: Path) -> Taken:
    """Take a package in, as the program does."""
    peer = sender.card
    package = open_package(path, here.keys, trusted={peer.device: peer}.get)
    found = settle(
        StoreHoldings(store),
        package.sender,
        manifest=package.manifest,
        contents=package.contents,
    )
    with store.together():
        taken = store.take(package.changes(), source=peer.device)
        store.want(found.missing)
        store.set_receipts(peer.device, "theirs", found.acknowledged)
        store.set_receipts(peer.device, "ours", found.received)
        store.set_asked(peer.device, found.wanted)
    return taken
