"""Wrong passphrases are counted, and each makes the next try wait longer."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from surveytool.domain.refusal import Refusal
from surveytool.store.host import Host
from surveytool.store.keys import Slot

LONGEST = 900
"""Seconds that the longest wait takes."""


class WrongPassphraseError(Refusal):
    """The passphrase is not this workspace's; facts: seconds to wait."""

    code = "store.wrong_passphrase"


class TooSoonError(Refusal):
    """The wait after a wrong passphrase is not over; facts: seconds left."""

    code = "store.too_soon"


@dataclass(frozen=True, slots=True)
class Tries:
    """The wrong tries on one workspace, kept in the user's own folder."""

    file: Path
    host: Host

    @classmethod
    def of(cls, salt: bytes, host: Host) -> "Tries":
        """Return the count of the workspace with this file salt."""
        name = hashlib.sha256(salt).hexdigest()[:32]
        return cls(host.state / "tries" / f"{name}.json", host)

    def check(self) -> None:
        """Refuse while the wait is not over."""
        count, since = self._read()
        passed = self.host.clock() - since
        # A clock set back must neither free nor lock out anyone.
        left = wait(count) - max(passed, 0.0)
        if left > 0:
            raise TooSoonError(seconds=int(left + 0.999))

    def failed(self) -> WrongPassphraseError:
        """Count a wrong try and return the refusal that says how long to wait."""
        count = self._read()[0] + 1
        self.file.parent.mkdir(parents=True, exist_ok=True)
        self.file.write_text(json.dumps([count, self.host.clock()]), "utf-8")
        return WrongPassphraseError(seconds=wait(count))

    def succeeded(self) -> None:
        """Forget the wrong tries."""
        self.file.unlink(missing_ok=True)

    def _read(self) -> tuple[int, float]:
        try:
            count, since = json.loads(self.file.read_text("utf-8"))
            return int(count), float(since)
        except (OSError, ValueError, TypeError):
            return 0, 0.0


def wait(count: int) -> int:
    """Return the seconds to wait after so many wrong tries: 1, 2, 4, 8 …."""
    return min(2 ** (count - 1), LONGEST) if count else 0


def unlock(slot: Slot, passphrase: str, host: Host) -> bytes:
    """Return the key; raises WrongPassphraseError or TooSoonError."""
    tries = Tries.of(slot.salt, host)
    tries.check()
    key = slot.unwrap(passphrase)
    if key is None:
        raise tries.failed()
    tries.succeeded()
    return key
