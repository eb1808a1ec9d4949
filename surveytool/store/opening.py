"""Making a workspace file and opening it: key, lock, place and version."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from surveytool.domain.refusal import Refusal
from surveytool.store import settings
from surveytool.store.backup import copy_beside
from surveytool.store.host import Host
from surveytool.store.keys import Slot, new_key, read_slot
from surveytool.store.lock import Lock
from surveytool.store.migrations import is_old, migrate
from surveytool.store.packing import Packing
from surveytool.store.sqlcipher import DatabaseError, begin_use, connect, shut
from surveytool.store.tries import Tries


class MissingFileError(Refusal):
    """There is no file at the path."""

    code = "store.missing"


class ExistsError(Refusal):
    """A new workspace never takes the place of a file."""

    code = "store.exists"


class DamagedError(Refusal):
    """The file does not open although the passphrase is right."""

    code = "store.damaged"


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


def create(path: Path, passphrase: str, host: Host) -> Opened:
    """Make an empty workspace file; raises ExistsError or InUseError."""
    lock = Lock(path)
    if path.exists():
        lock.release()
        raise ExistsError(path=path)
    key, salt = new_key()
    slot = Slot.wrap(key, passphrase, salt=salt, cost=host.cost)
    db = connect(path, key, salt)
    try:
        _furnish(db, slot)
    except BaseException:
        db.conn.close()
        path.unlink(missing_ok=True)
        lock.release()
        raise
    return Opened(path, db, Packing.of(db), lock, key, slot, host)


def _furnish(db: Database, slot: Slot) -> None:
    begin_use(db)
    migrate.apply(db)
    with db.atomic():
        slot.write(db)
    db.execute("pragma wal_checkpoint(truncate)").fetchall()


def open_file(path: Path, passphrase: str, host: Host) -> Opened:
    """Open a workspace file, bringing it to this program's version."""
    if not path.is_file():
        raise MissingFileError(path=path)
    lock = Lock(path)
    try:
        slot = read_slot(path)
        key = _unlock(slot, passphrase, host)
        db = _connect(path, key, slot)
    except BaseException:
        lock.release()
        raise
    return Opened(path, db, Packing.of(db), lock, key, slot, host)


def restore(copy: Path, path: Path) -> None:
    """Copy a backup to a new file; raises NotAWorkspaceError or ExistsError."""
    read_slot(copy)
    if path.exists():
        raise ExistsError(path=path)
    part = path.with_name(path.name + ".part")
    shutil.copyfile(copy, part)
    part.replace(path)


def _unlock(slot: Slot, passphrase: str, host: Host) -> bytes:
    tries = Tries.of(slot.salt, host)
    tries.check()
    key = slot.unwrap(passphrase)
    if key is None:
        raise tries.failed()
    tries.succeeded()
    return key


def _connect(path: Path, key: bytes, slot: Slot) -> Database:
    db = connect(path, key, slot.salt)
    try:
        begin_use(db)
        if is_old(db):
            copy_beside(path, db, key, slot.salt)
            migrate.apply(db)
    except DatabaseError as error:
        db.conn.close()
        raise DamagedError(path=path, detail=error) from error
    except Refusal:
        db.conn.close()
        raise
    return db
