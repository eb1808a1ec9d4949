"""Make and open workspaces."""

from pathlib import Path

from surveytool.casework.load import load_profile
from surveytool.domain.resources import FORMS
from surveytool.domain.seat import Seat
from surveytool.store import Store
from surveytool.sync.keys import DeviceKeys
from surveytool.tasks.desk import Desk

USUAL_PROFILE = "national"


def create(path: Path, passphrase: str, seat: Seat) -> Desk:
    """Make a workspace; its device gets keys of its own."""
    keys = DeviceKeys.generate()
    store = Store.create(
        path, passphrase, seat, device_id=keys.device, keys=keys.to_bytes()
    )
    return desk_of(store)


def open_desk(path: Path, passphrase: str) -> Desk:
    """Open a workspace; one that was copied or restored becomes a new device."""
    store = Store.open(path, passphrase)
    if store.moved:
        renew_device(store)
    return desk_of(store)


def renew_device(store: Store) -> None:
    """Give a copied or restored workspace keys of its own (DESIGN law 4)."""
    keys = DeviceKeys.generate()
    store.adopt(keys.device, keys.to_bytes())


def desk_of(store: Store) -> Desk:
    """Set a desk up on an open store."""
    profile = load_profile(store.setting("profile") or USUAL_PROFILE)
    return Desk(store, DeviceKeys.from_bytes(store.keys), profile, FORMS)


def choose_profile(desk: Desk, name: str) -> None:
    """Work by another profile from now on."""
    desk.profile = load_profile(name)
    desk.store.set_setting("profile", name)
