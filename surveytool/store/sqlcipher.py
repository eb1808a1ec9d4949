"""The encrypted SQLite file: how a connection to one is made."""

import sys
from pathlib import Path
from typing import Any
from urllib.parse import quote

import sqlcipher3
import sqlcipher3.dbapi2

# sqlite-utils looks for pysqlite3 first; only so does it catch SQLCipher's errors.
sys.modules.setdefault("pysqlite3", sqlcipher3)
sys.modules.setdefault("pysqlite3.dbapi2", sqlcipher3.dbapi2)

from sqlite_utils import Database  # noqa: E402 - after sqlcipher3 stands in

DatabaseError = sqlcipher3.dbapi2.DatabaseError
OperationalError = sqlcipher3.dbapi2.OperationalError

PAGE = 16384
PLAIN = PAGE - 96
"""The first page but its seal: the schema and the key slots are readable."""

CACHE_KIB = 65536


def connect(path: Path, key: bytes, salt: bytes, *, frozen: bool = False) -> Database:
    """Open a file with its raw 256-bit key; it is not looked at yet.

    A frozen file is on a medium or in a folder that nobody can write to.
    """
    name = f"file:{quote(str(path))}?mode=ro&immutable=1" if frozen else str(path)
    connection = sqlcipher3.dbapi2.connect(name, check_same_thread=False, uri=frozen)
    for statement in _statements(key, salt):
        connection.execute(statement).fetchall()
    return Database(connection, execute_plugins=False)


def begin_use(db: Database) -> None:
    """Set how a workspace is worked on: one owner, every commit durable."""
    for pragma in (
        "locking_mode = exclusive",
        "journal_mode = wal",
        "synchronous = full",
        "foreign_keys = on",
        "temp_store = memory",
        "secure_delete = on",
        "trusted_schema = off",
        f"cache_size = -{CACHE_KIB}",
    ):
        db.execute(f"pragma {pragma}").fetchall()


def begin_reading(db: Database) -> None:
    """Set how a workspace is only looked at."""
    for pragma in (
        "query_only = on",
        "temp_store = memory",
        "trusted_schema = off",
        f"cache_size = -{CACHE_KIB}",
    ):
        db.execute(f"pragma {pragma}").fetchall()


def shut(db: Database, *, optimize: bool = True) -> None:
    """Fold the log into the file and let it go."""
    connection: Any = db.conn
    try:
        if optimize:
            connection.execute("pragma optimize").fetchall()
    finally:
        connection.close()


def _statements(key: bytes, salt: bytes) -> tuple[str, ...]:
    return (
        f"pragma key = \"x'{key.hex()}{salt.hex()}'\"",
        f"pragma cipher_page_size = {PAGE}",
        f"pragma cipher_plaintext_header_size = {PLAIN}",
    )
