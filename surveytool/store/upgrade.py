"""Connecting to a file and bringing it to this program's version."""

from pathlib import Path

from sqlite_utils import Database

from surveytool.domain.refusal import Refusal
from surveytool.store.backup import copy_beside
from surveytool.store.keys import Slot
from surveytool.store.migrations import is_old, migrate
from surveytool.store.sqlcipher import DatabaseError, begin_use, connect


class DamagedError(Refusal):
    """The file does not open although the passphrase is right."""

    code = "store.damaged"


def up_to_date(path: Path, key: bytes, slot: Slot) -> Database:
    """Connect; a copy is made before a file is changed.

    Raises DamagedError, NewerFileError or BadBackupError.
    """
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
