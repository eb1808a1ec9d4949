"""An open workspace file: its connection, its lock, its key, its place."""

from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from surveytool.domain.refusal import Refusal
from surveytool.store import settings
from surveytool.store.attic import Attic
from surveytool.store.host import Host
from surveytool.store.keys import Slot
from surveytool.store.lock import Lock, NoLock
from surveytool.store.packing import Packing
from surveytool.store.sqlcipher import shut


@dataclass(frozen=True, slots=True)
class Opened:
    """An open workspace file, its lock and its key."""

    path: Path
    db: Database
    packing: Packing
    lock: Lock | NoLock
    key: bytes
    slot: Slot
    host: Host
    attic: Attic
    read_only: Refusal | None = None

    @property
    def is_elsewhere(self) -> bool:
        """Whether the file is not where, or not the one that, it was made."""
        return settings.setting(self.db, settings.PLACE) != self.host.place(self.path)

    def settle_here(self) -> None:
        """Say that the file is at home here."""
        settings.set_setting(self.db, settings.PLACE, self.host.place(self.path))

    def close(self) -> None:
        """Let the file go, and the next one in."""
        try:
            shut(self.db, optimize=self.read_only is None)
        finally:
            self.lock.release()
