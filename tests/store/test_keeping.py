"""Nothing is lost, nothing is read by others, nothing is altered unnoticed."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlite_utils import Migrations
from stores import H1, P1, P2, PASSPHRASE, VILLAGE, Bench, change, database

from surveytool.domain.entity import Ref
from surveytool.store import Store, migrations, upgrade
from surveytool.store.backup import BadBackupError, check
from surveytool.store.migrations import migrate
from surveytool.store.packing import Packing
from surveytool.store.sqlcipher import DatabaseError

TESTS, PROGRAM = Path(__file__).parent, Path(__file__).parents[2]
V1 = TESTS.parent / "data" / "workspace-v1.surveytool"
NAMES = ("张三丰", "zhangsanfeng", "621202196801011234", "13893912345", "岭岗村")

SAVING = """
import itertools, sys
sys.path.insert(0, {tests!r})
from pathlib import Path
from stores import Bench, P1, change
store = Bench(Path({folder!r})).open()
for n in itertools.count(int(sys.argv[1])):
    store.save(change({{P1: {{"phone": str(n), "note": "x" * (n % 900)}}}}, at=str(n)))
    print(n, flush=True)
"""


def household():
    return change(
        {
            H1: {"village": VILLAGE.id, "code": "0001"},
            P1: {
                "household": "h1",
                "full_name": "张三丰",
                "id_number": "621202196801011234",
                "phone": "13893912345",
            },
            P2: {"household": "h1", "full_name": "李雪"},
        }
    )


def test_the_journal_cannot_be_altered(store):
    store.save(household())
    for sql in ("update change set body = x'00'", "delete from change"):
        with pytest.raises(DatabaseError, match="append-only"):
            database(store).execute(sql)
    store.audit("open")
    with pytest.raises(DatabaseError, match="append-only"):
        database(store).execute("delete from audit")


def test_no_name_or_number_can_be_read_off_the_disk(bench):
    with bench.create() as store:
        store.save(change({VILLAGE: {"title": "岭岗村"}}, root=VILLAGE))
        store.save(household())
        files = {one.name: one.read_bytes() for one in bench.folder.rglob("w*")}
        copy = store.backup()
    files |= {one.name: one.read_bytes() for one in bench.folder.glob("w*tool")}
    files["copy"] = copy.read_bytes()
    assert any(name.endswith("-wal") and len(files[name]) > 9000 for name in files)
    for name, content in files.items():
        lowered = content.lower()
        for word in (*NAMES, PASSPHRASE, "household_row_secret"):
            for code in ("utf-8", "utf-16-le"):
                assert word.encode(code) not in lowered, (name, word)


def test_acknowledged_saves_survive_a_kill(bench):
    bench.create().close()
    code = SAVING.format(tests=str(TESTS), folder=str(bench.folder))
    told = 0
    for _ in range(3):
        with subprocess.Popen(
            [sys.executable, "-c", code, str(told + 1)],
            stdout=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": str(PROGRAM)},
        ) as saver:
            first = int(saver.stdout.readline())
            time.sleep(0.15)
            saver.send_signal(signal.SIGKILL)
            told = int((saver.stdout.read().split() or [first])[-1])
        with bench.open() as store:
            said = {int(one.at) for one in store.history(H1)}
            assert said >= set(range(1, told + 1))
            assert len(said) <= told + 1
            told = max(said)
            assert store.verify() == []


def save_half(store):
    with store.together():
        store.save(household())
        database(store).execute("delete from change")


def test_a_refused_take_changes_nothing(store):
    def broken():
        yield household()
        msg = "the package ends here"
        raise ValueError(msg)

    with pytest.raises(ValueError, match="ends here"):
        store.take(broken())
    assert store.dump() == {}
    assert store.search("张三丰") == []
    with pytest.raises(DatabaseError):
        save_half(store)
    assert store.dump() == {}
    assert store.save(household()).new == 1
    assert len(store.search("张三丰")) == 1


def test_a_change_that_sets_nothing_is_not_written(store):
    assert store.save(change({})).new == 0
    assert store.history(H1) == []


def test_values_that_an_older_program_packed_into_the_row_are_read(store):
    made = household()
    store.save(made)
    store.save(change({P1: {"phone": "1"}}, at="1", seen=[made.id]))
    before = store.dump()
    packed = Packing.of(database(store)).pack_fields(store.entity(P1).fields)
    database(store).execute(
        "update entity set fields = ? where ref = 'person/p1'", [packed]
    )
    database(store).conn.commit()
    assert store.dump() == before
    assert store.verify() == []
    assert store.entity(P1) == next(
        one for one in store.each("person") if one.id == "p1"
    )
    store.save(store.sight(H1).change("x", "2", {P1: {"phone": "2"}}))
    row = database(store).execute("select fields from entity where ref = 'person/p1'")
    assert row.fetchone() == (None,)
    assert store.entity(P1).get("phone") == "2"
    assert store.verify() == []


def test_a_stream_gives_what_a_single_reading_gives(store):
    made = household()
    store.save(made)
    store.save(change({P1: {"phone": "1"}}, at="1", seen=[made.id]))
    store.save(change({P1: {"phone": "2", "sex": "1"}}, at="2", seen=[made.id]))
    store.save(change({P1: {"sex": None}}, at="3"))
    for one in store.each("person"):
        assert store.entity(one.ref) == one
    assert [one.ref for one in store.entities("person")] == sorted(
        one.ref for one in store.each("person")
    )


@pytest.mark.parametrize(
    ("sql", "code"),
    [
        ("delete from head where field = 'phone'", "wrong_values"),
        ("update entity set born = 2 where ref = 'person/p1'", "wrong_values"),
        ("delete from entity where ref = 'person/p2'", "wrong_values"),
        ("update head set value = '9'", "wrong_values"),
        ("delete from conflict", "wrong_values"),
        ("update household_row set size = 7", "wrong_line"),
        (
            "drop trigger change_altered; update change set body = x'00'",
            "broken_change",
        ),
        ("drop trigger audit_altered; update audit set who = '王'", "broken_audit"),
    ],
)
def test_verify_finds_what_was_tampered_with(store, sql, code):
    made = household()
    store.save(made)
    store.save(change({P1: {"phone": "1"}}, at="1", seen=[made.id]))
    store.save(change({P1: {"phone": "2"}}, at="2", seen=[made.id]))
    store.audit("open")
    assert store.verify() == []
    for statement in sql.split("; "):
        database(store).execute(statement)
    database(store).conn.commit()
    found = store.verify()
    assert f"store.{code}" in {one.code for one in found}
    assert all(one.say("zh") != one.say("en") for one in found)


def test_a_backup_opens_and_becomes_a_new_device(bench):
    with bench.create() as store:
        store.save(household())
        copy = store.backup()
        dump = store.dump()
        assert store.backup() != copy
    assert copy.parent.name == "w.surveytool.backups"
    path = bench.folder / "back.surveytool"
    with Store.restore(copy, path, PASSPHRASE, host=bench.host) as back:
        assert back.moved
        assert back.dump() == dump
        assert back.verify() == []


def test_a_backup_with_a_flipped_byte_is_found(bench):
    with bench.create() as store:
        store.save(household())
        copy = store.backup()
        opened = store._opened  # noqa: SLF001 - the key is nobody's business
        check(copy, opened.key, opened.slot.salt)
        content = bytearray(copy.read_bytes())
        content[-5000] ^= 1
        copy.write_bytes(content)
        with pytest.raises((BadBackupError, DatabaseError)):
            check(copy, opened.key, opened.slot.salt)


def test_the_first_version_still_opens(bench):
    path = bench.folder / "w.surveytool"
    path.write_bytes(V1.read_bytes())
    with bench.open() as store:
        assert store.verify() == []
        assert store.entity(Ref("person", "p1")).get("full_name") == "张三丰"
        assert [row.id for row in store.search("zsf")] == ["h1"]
        assert len(store.conflicts()) == 1
        assert store.moved


def test_a_copy_is_made_before_a_file_is_brought_to_a_new_version(bench, monkeypatch):
    with bench.create() as store:
        store.save(household())
        dump = store.dump()
    newer = Migrations("surveytool")
    for one in migrate._migrations:  # noqa: SLF001 - there is no public list
        newer(name=one.name)(one.fn)

    @newer()
    def m002_colour(db):
        db.execute("create table colour (name text) strict")

    for module in (migrations, upgrade):
        monkeypatch.setattr(module, "migrate", newer)
    with bench.open() as store:
        assert database(store)["colour"].exists()
        assert store.dump() == dump
    monkeypatch.undo()
    (copy,) = (bench.folder / "w.surveytool.backups").iterdir()
    with Store.open(copy, PASSPHRASE, host=bench.host) as old:
        assert old.dump() == dump
    with bench.open() as older, pytest.raises(migrations.NewerFileError):
        older.save(household())


def test_schema_leaves_room_for_the_key_on_the_first_page(store):
    (taken,) = (
        database(store)
        .execute("select sum(length(sql) + length(name) * 2 + 24) from sqlite_schema")
        .fetchone()
    )
    assert taken < 12000


def test_backups_hold_the_key_too(tmp_path):
    bench = Bench(tmp_path)
    with bench.create() as store:
        copy = store.backup(tmp_path / "stick")
    assert copy.parent == tmp_path / "stick"
    copy.rename(tmp_path / "w2.surveytool")
    bench.open("w2.surveytool").close()
