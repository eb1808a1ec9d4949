"""Make and open workspaces."""

from pathlib import Path

from surveytool.casework.load import load_profile
from surveytool.domain.refusal import Refusal
from surveytool.domain.resources import FORMS
from surveytool.domain.seat import Seat
from surveytool.store import Store
from surveytool.store.opening import copy_whole, people
from surveytool.sync.keys import DeviceKeys
from surveytool.tasks.desk import Desk
from surveytool.tasks.passphrases import check_length

USUAL_PROFILE = "national"


def create(path: Path, passphrase: str, seat: Seat) -> Desk:
    """Make a workspace; its device gets keys of its own.

    Raises ShortPassphraseError, ExistsError, RemovableError, NetworkError.
    """
    check_length(passphrase)
    keys = DeviceKeys.generate()
    store = Store.create(
        path, passphrase, seat, device_id=keys.device, keys=keys.to_bytes()
    )
    return desk_of(store)


def open_desk(path: Path, passphrase: str, operator: str = "") -> Desk:
    """Open a workspace; one that was copied or restored becomes a new device.

    Raises WhoError where several work at it and none is named.
    """
    return _begin(Store.open(path, passphrase, operator=operator))


def recover(path: Path, code: str, passphrase: str, operator: str = "") -> Desk:
    """Open a workspace by its printed recovery key, and set a new passphrase.

    Raises BadCodeError, NoRecoveryError, ShortPassphraseError.
    """
    check_length(passphrase)
    return _begin(Store.recover(path, code, passphrase, operator=operator))


def operator_count(path: Path) -> int:
    """Return how many work at a workspace that is not open; 1 where none is told."""
    try:
        return people(path)
    except (Refusal, OSError):
        return 1


def copy_here(source: Path, target: Path) -> None:
    """Copy a closed workspace with its attachments to where one may work."""
    copy_whole(source, target)


def _begin(store: Store) -> Desk:
    if store.moved and store.read_only is None:
        renew_device(store)
    store.audit("opened", store.path.name)
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
