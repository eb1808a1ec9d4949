"""Dated copies of a workspace, encrypted as it is and checked after writing."""

import os
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from surveytool.domain.refusal import Refusal
from surveytool.store.sqlcipher import DatabaseError, begin_use, connect


class BadBackupError(Refusal):
    """A copy was written but does not read back; facts: the file."""

    code = "store.bad_backup"


def folder_of(path: Path) -> Path:
    """Return where a workspace's backups are kept."""
    return path.with_name(path.name + ".backups")


def copy_beside(
    path: Path, db: Database, key: bytes, salt: bytes, *, folder: Path | None = None
) -> Path:
    """Write a dated, checked copy; raises BadBackupError."""
    folder = folder or folder_of(path)
    folder.mkdir(parents=True, exist_ok=True)
    target = _free_name(folder, path)
    copy(db, target, key, salt)
    return target


def copy(db: Database, target: Path, key: bytes, salt: bytes) -> None:
    """Copy an open workspace to a new file, whole or not at all."""
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    try:
        _copy(db, part, key, salt)
        with part.open("r+b") as file:
            os.fsync(file.fileno())
        part.replace(target)
    except DatabaseError as error:
        raise BadBackupError(path=target, detail=error) from error
    finally:
        part.unlink(missing_ok=True)


def _copy(db: Database, part: Path, key: bytes, salt: bytes) -> None:
    source: Any = db.conn
    made = connect(part, key, salt)
    try:
        source.backup(made.conn)
    finally:
        made.conn.close()
    check(part, key, salt)


def check(path: Path, key: bytes, salt: bytes) -> None:
    """Read a copy back whole; raises DatabaseError or BadBackupError."""
    db = connect(path, key, salt)
    try:
        begin_use(db)
        sound = db.execute("pragma quick_check").fetchall()
        broken = db.execute("pragma cipher_integrity_check").fetchall()
    finally:
        db.conn.close()
    if sound != [("ok",)] or broken:
        raise BadBackupError(path=path, detail=(sound + broken)[0][0])


def _free_name(folder: Path, path: Path) -> Path:
    # The local time of day, for people who look for yesterday's copy.
    stamp = datetime.now().astimezone().strftime("%Y-%m-%d-%H%M%S")
    names = (
        folder / f"{path.stem}-{stamp}{f'-{n}' if n else ''}{path.suffix}"
        for n in range(1000)
    )
    return next(name for name in names if not name.exists())
