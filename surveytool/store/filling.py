"""The first write into an empty workspace: references are checked once, at its end."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlite_utils import Database

from surveytool.store.sqlcipher import DatabaseError


@contextmanager
def filling(db: Database) -> Iterator[None]:
    """Make a transaction; raises DatabaseError where a reference leads nowhere.

    Row by row the references of a county's entities are a fifth of its first
    load; looked up all together before the commit they are a hundredth.
    """
    if db.conn.in_transaction or db.execute("select 1 from change limit 1").fetchone():
        with db.atomic():
            yield
        return
    db.execute("pragma foreign_keys = off").fetchall()
    try:
        with db.atomic():
            yield
            if wrong := db.execute("pragma foreign_key_check").fetchone():
                msg = f"a row of {wrong[0]} refers to none of {wrong[2]}"
                raise DatabaseError(msg)
    finally:
        db.execute("pragma foreign_keys = on").fetchall()
