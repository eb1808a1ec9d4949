"""An open workspace file: its connection, its lock, its key, its place."""

from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from surveytool.store import settings
from surveytool.store.attic import Attic
from surveytool.store.host import Host
from surveytool.store.keys import Slot
from surveytool.store.lock import Lock
from surveytool.store.packing import Packing
from surveytool.store.sqlcipher import shut


@dataclass(frozen=True, slots=True)
class Opened:
    """An open workspace file, its lock and its key."""

    path: Path
    db: Database
    packing: Packing
    lock: Lock
    key: bytes
    slot: Slot
    host: Host
    attic: Attic

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
            shut(self.db)
        finally:
            self.lock.release()
