"""What the journal says of devices, and whose word it takes for it."""

import json

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlite_utils import Database

from surveytool.domain.change import Change
from surveytool.domain.judgement import county_word
from surveytool.domain.register import device_ref, message, rights_of, signature
from surveytool.domain.rights import EVERYWHERE, Grant, Rights
from surveytool.domain.seat import Office, Role
from surveytool.store import settings
from surveytool.store.packing import Packing

ANCHORS = "anchors"

ABOUT = """select change.body from touch join root on root.n = touch.root
  join change on change.n = touch.change where root.ref = ?"""


class StoreCourt:
    """The register as a workspace holds it; made anew for every transaction."""

    def __init__(self, db: Database, packing: Packing) -> None:
        self._db, self._packing = db, packing
        self._anchors = anchors(db)
        self._rights: dict[str, Rights] = {}

    @property
    def sits(self) -> bool:
        """Whether rights are in force: a county stands above this workspace."""
        return bool(self._anchors)

    def is_anchor(self, device: str) -> bool:
        """Tell whether people compared this county computer's fingerprint."""
        return device in self._anchors

    def is_own(self, device: str) -> bool:
        """Tell whether it is this computer."""
        return device == settings.setting(self._db, settings.DEVICE)

    def rights(self, device: str) -> Rights:
        """Return everything certified of a device."""
        if device not in self._rights:
            self._rights[device] = self._read(device)
        return self._rights[device]

    def forget(self, device: str) -> None:
        """Read a device's rights anew when they are next asked for."""
        self._rights.pop(device, None)

    def is_signed(self, change: Change) -> bool:
        """Tell whether a county's word bears its author's signature."""
        keys = {self._anchors.get(change.dev, "")}
        if not self.is_anchor(change.dev):
            keys |= {one.sign_key for one in self.rights(change.dev).ever}
        return any(_is_signed(change, key) for key in keys if key)

    def _read(self, device: str) -> Rights:
        if self.is_anchor(device):
            grant = Grant(Office.COUNTY, Role.ADMINISTRATOR, frozenset())
            return Rights((grant,), (grant,))
        # Words that were held until their author became known count now.
        rows = self._db.execute(ABOUT, [str(device_ref(device))])
        found = [Change.read(self._packing.unpack(body)) for (body,) in rows]
        words = [one for one in found if county_word(one, one.id, self) == ""]
        if not words and self.is_own(device):
            return self._own()
        return rights_of(device, words)

    def _own(self) -> Rights:
        """Return what this device is until the county certifies it."""
        seat = settings.read_seat(self._db)
        grant = Grant(seat.office, seat.role, frozenset([EVERYWHERE]))
        return Rights((grant,), (grant,))


def anchors(db: Database) -> dict[str, str]:
    """Return the county's founding computers with their signing keys."""
    found: dict[str, str] = json.loads(settings.setting(db, ANCHORS) or "{}")
    return found


def set_anchors(db: Database, given: dict[str, str]) -> None:
    """Say whose word about devices is taken."""
    settings.set_setting(db, ANCHORS, json.dumps(given))


def _is_signed(change: Change, key: str) -> bool:
    try:
        public = Ed25519PublicKey.from_public_bytes(bytes.fromhex(key))
        public.verify(bytes.fromhex(signature(change)), message(change))
    except (ValueError, InvalidSignature):
        return False
    return True
