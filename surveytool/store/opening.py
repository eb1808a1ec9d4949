"""Making a workspace file and opening it: key, lock, place and version."""

import shutil
from pathlib import Path

from sqlite_utils import Database

from surveytool.domain.refusal import Refusal
from surveytool.store import settings
from surveytool.store.attic import Attic
from surveytool.store.host import Host
from surveytool.store.keys import Slot, new_key, read_slot
from surveytool.store.lock import Lock
from surveytool.store.migrations import migrate
from surveytool.store.opened import Opened
from surveytool.store.packing import Packing
from surveytool.store.sqlcipher import begin_use, connect
from surveytool.store.tries import unlock
from surveytool.store.upgrade import up_to_date


class MissingFileError(Refusal):
    """There is no file at the path."""

    code = "store.missing"


class ExistsError(Refusal):
    """A new workspace never takes the place of a file."""

    code = "store.exists"


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
    return Opened(path, db, Packing.of(db), lock, key, slot, host, _attic(path, db))


def _attic(path: Path, db: Database) -> Attic:
    return Attic.beside(path, settings.secret(db, settings.ATTIC).decode())


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
        key = unlock(slot, passphrase, host)
        db = up_to_date(path, key, slot)
    except BaseException:
        lock.release()
        raise
    return Opened(path, db, Packing.of(db), lock, key, slot, host, _attic(path, db))


def restore(copy: Path, path: Path) -> None:
    """Copy a backup to a new file; raises NotAWorkspaceError or ExistsError."""
    read_slot(copy)
    if path.exists():
        raise ExistsError(path=path)
    part = path.with_name(path.name + ".part")
    shutil.copyfile(copy, part)
    part.replace(path)
