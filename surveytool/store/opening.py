"""Making a workspace file and opening it: key, lock, place and version."""

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from sqlite_utils import Database

from surveytool.domain.refusal import Refusal
from surveytool.store import settings
from surveytool.store.attic import Attic
from surveytool.store.drives import Drive
from surveytool.store.host import Host
from surveytool.store.keys import (
    RECOVERY,
    Slot,
    new_key,
    read_slots,
    tag_of,
    write_slots,
)
from surveytool.store.lock import Lock, NoLock
from surveytool.store.migrations import migrate
from surveytool.store.opened import Opened
from surveytool.store.packing import Packing
from surveytool.store.recovery import NoRecoveryError
from surveytool.store.sqlcipher import begin_use, connect
from surveytool.store.tries import unlock
from surveytool.store.troubles import NetworkError, RemovableError, told
from surveytool.store.upgrade import frozen, is_frozen, up_to_date


class MissingFileError(Refusal):
    """There is no file at the path."""

    code = "store.missing"


class ExistsError(Refusal):
    """A new workspace never takes the place of a file."""

    code = "store.exists"


class WhoError(Refusal):
    """Several work at the workspace and nobody said who opens; facts: number."""

    code = "store.who"


class UnknownOperatorError(Refusal):
    """Nobody of this name works at the workspace; facts: operator."""

    code = "store.unknown_operator"


def create(path: Path, passphrase: str, host: Host, *, operator: str) -> Opened:
    """Make an empty workspace file; raises ExistsError or InUseError."""
    check_drive(path, host)
    with told(path):
        lock = Lock(path)
    if path.exists():
        lock.release()
        raise ExistsError(path=path)
    key, salt = new_key()
    who = tag_of(operator, salt)
    slot = Slot.wrap(key, passphrase, salt=salt, cost=host.cost, who=who)
    db = connect(path, key, salt)
    try:
        with told(path):
            _furnish(db, slot)
    except BaseException:
        db.conn.close()
        path.unlink(missing_ok=True)
        lock.release()
        raise
    return Opened(path, db, Packing.of(db), lock, key, slot, host, _attic(path, db))


def people(path: Path) -> int:
    """Return how many operators a file that is not open has."""
    return len([one for one in read_slots(path) if one.who != RECOVERY])


def _choose(slots: Sequence[Slot], operator: str | None) -> Slot:
    if operator is None:
        printed = [one for one in slots if one.who == RECOVERY]
        if not printed:
            raise NoRecoveryError
        return printed[0]
    several = [one for one in slots if one.who != RECOVERY]
    if len(several) == 1 and (not operator or not several[0].who):
        return several[0]
    if not operator:
        raise WhoError(number=len(several))
    tag = tag_of(operator, slots[0].salt)
    for one in several:
        if one.who == tag:
            return one
    raise UnknownOperatorError(operator=operator)


def _attic(path: Path, db: Database) -> Attic:
    return Attic.beside(path, settings.secret(db, settings.ATTIC).decode())


def _furnish(db: Database, slot: Slot) -> None:
    begin_use(db)
    migrate.apply(db)
    with db.atomic():
        write_slots(db, [slot])
    db.execute("pragma wal_checkpoint(truncate)").fetchall()


def open_file(
    path: Path, passphrase: str, host: Host, *, operator: str | None = ""
) -> Opened:
    """Open a workspace file, bringing it to this program's version.

    ``operator`` is a name, or None where the passphrase is the printed key.
    """
    if not path.is_file():
        raise MissingFileError(path=path)
    check_drive(path, host)
    is_read_only = is_frozen(path)
    lock = NoLock() if is_read_only else Lock(path)
    try:
        slot = _choose(read_slots(path), operator)
        key = unlock(slot, passphrase, host)
        db, reason = (frozen if is_read_only else up_to_date)(path, key, slot)
    except BaseException:
        lock.release()
        raise
    attic = _attic(path, db)
    return Opened(path, db, Packing.of(db), lock, key, slot, host, attic, reason)


def check_drive(path: Path, host: Host) -> None:
    """Refuse to work on a stick or a share; raises RemovableError, NetworkError."""
    kind = host.drive(path)
    if kind is Drive.REMOVABLE:
        raise RemovableError(path=path)
    if kind is Drive.NETWORK:
        raise NetworkError(path=path)


def restore(copy: Path, path: Path) -> None:
    """Copy a backup to a new file; raises NotAWorkspaceError or ExistsError."""
    _check_free(copy, path)
    _copy(copy, path)


def copy_whole(source: Path, target: Path) -> None:
    """Copy a closed workspace and its attachments to where one may work.

    Raises NotAWorkspaceError, ExistsError, InUseError, DiskFullError, DiskError.
    """
    lock = NoLock() if is_frozen(source) else Lock(source)
    try:
        _check_free(source, target)
        attic = Attic.beside(source, "").folder
        if attic.is_dir():
            with told(target):
                kept = Attic.beside(target, "").folder
                shutil.copytree(attic, kept, dirs_exist_ok=True)
        _copy_with_log(source, target)
    finally:
        lock.release()


def _copy_with_log(source: Path, target: Path) -> None:
    # The log first: a workspace without its last saves must never be there.
    log, beside = _log(source), _log(target)
    try:
        if log.exists():
            _copy(log, beside)
        _copy(source, target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _check_free(copy: Path, path: Path) -> None:
    read_slots(copy)
    # SQLite would write another file's log into the one that comes beside it.
    for one in (path, _log(path)):
        if one.exists():
            raise ExistsError(path=one)


def _copy(source: Path, target: Path) -> None:
    part = target.with_name(target.name + ".part")
    with told(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            shutil.copyfile(source, part)
            with part.open("r+b") as file:
                os.fsync(file.fileno())
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)


def _log(path: Path) -> Path:
    return path.with_name(path.name + "-wal")
