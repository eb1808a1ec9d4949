"""Connecting to a file and bringing it to this program's version."""

import os
from pathlib import Path

from sqlite_utils import Database

from surveytool.domain.refusal import Refusal
from surveytool.store.backup import copy_beside
from surveytool.store.keys import Slot
from surveytool.store.migrations import NewerFileError, is_old, migrate
from surveytool.store.settings import read_seat
from surveytool.store.sqlcipher import (
    DatabaseError,
    begin_reading,
    begin_use,
    connect,
)
from surveytool.store.troubles import ReadOnlyError, told

READ_FIRST = """select 1 from change, entity, head, household_row, operator, audit
  limit 1"""


class DamagedError(Refusal):
    """The file does not open although the passphrase is right."""

    code = "store.damaged"


def up_to_date(path: Path, key: bytes, slot: Slot) -> tuple[Database, Refusal | None]:
    """Connect; a copy is made before a file is changed.

    Returns too why the file can only be read, if so: a newer program made it.
    Raises DamagedError, NewerFileError, BadBackupError, DiskFullError.
    """
    db = connect(path, key, slot.salt)
    try:
        with told(path):
            begin_use(db)
            if is_old(db):
                copy_beside(path, db, key, slot.salt)
                migrate.apply(db)
    except NewerFileError as newer:
        return _readable(db, newer), newer
    except DatabaseError as error:
        db.conn.close()
        raise DamagedError(path=path, detail=error) from error
    except Refusal:
        db.conn.close()
        raise
    return db, None


def frozen(path: Path, key: bytes, slot: Slot) -> tuple[Database, Refusal]:
    """Connect to a file that cannot be written, only to read.

    Raises DamagedError, NewerFileError, or ReadOnlyError where a log lies beside
    it, or an older program made it: both ask for writing first.
    """
    reason = ReadOnlyError(path=path)
    log = path.with_name(path.name + "-wal")
    if log.exists() and log.stat().st_size:
        raise reason
    db = connect(path, key, slot.salt, frozen=True)
    try:
        if is_old(db):
            db.conn.close()
            raise reason
    except NewerFileError as newer:
        return _readable(db, newer), newer
    except DatabaseError as error:
        db.conn.close()
        raise DamagedError(path=path, detail=error) from error
    begin_reading(db)
    return db, reason


def is_frozen(path: Path) -> bool:
    """Tell whether a file cannot be worked on where it is."""
    return not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))


def _readable(db: Database, newer: NewerFileError) -> Database:
    try:
        begin_reading(db)
        db.execute(READ_FIRST).fetchall()
        read_seat(db)
    except (DatabaseError, KeyError, ValueError):
        db.conn.close()
        raise newer from None
    return db
