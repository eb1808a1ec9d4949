import pytest
from stores import H1, change, database

from surveytool.store.filling import filling
from surveytool.store.sqlcipher import DatabaseError

ORPHAN = "insert into touch values (4711, 4712)"


def references(db):
    return db.execute("pragma foreign_keys").fetchone()[0]


def test_the_first_write_is_checked_before_it_is_kept(store):
    db = database(store)
    with pytest.raises(DatabaseError, match="touch"), filling(db):
        db.execute(ORPHAN)
    assert not db.execute("select * from touch").fetchall()
    assert references(db) == 1


def test_later_writes_are_checked_row_by_row(store):
    store.save(change({H1: {"code": "1"}}))
    db = database(store)
    with filling(db):
        assert references(db) == 1
        with pytest.raises(DatabaseError):
            db.execute(ORPHAN)


def test_a_write_within_another_is_undone_alone(store):
    db = database(store)
    with filling(db):
        db.execute("insert into root (ref) values ('household/a')")
        with pytest.raises(DatabaseError), filling(db):  # noqa: PT012 - undone is the first
            db.execute("insert into root (ref) values ('household/b')")
            db.execute("select * from nothing")
    assert db.execute("select ref from root").fetchall() == [("household/a",)]
    assert references(db) == 1
