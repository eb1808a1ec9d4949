import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from stores import H1, P1, PASSPHRASE, SEAT, WRONG, change

from surveytool.domain.refusal import Refusal
from surveytool.domain.sentences import catalogue
from surveytool.store import Store
from surveytool.store.desk import MovedError
from surveytool.store.keys import NotAWorkspaceError
from surveytool.store.lock import InUseError, Lock
from surveytool.store.opening import ExistsError, MissingFileError, copy_whole
from surveytool.store.tries import TooSoonError, WrongPassphraseError
from surveytool.store.troubles import DiskError
from surveytool.store.upgrade import DamagedError

HOLD = """
import sys
sys.path.insert(0, {tests!r})
from pathlib import Path
from stores import Bench
store = Bench(Path({folder!r})).open()
print("open", flush=True)
sys.stdin.read()
"""


def test_a_wrong_passphrase_waits_longer_each_time_even_in_a_new_program(bench):
    bench.create().close()
    waits = []
    for _ in range(4):
        with pytest.raises(WrongPassphraseError) as refusal:
            bench.open(passphrase=WRONG)
        waits.append(int(refusal.value.facts["seconds"]))
        with pytest.raises(TooSoonError) as soon:
            bench.open()
        assert soon.value.facts["seconds"] == str(waits[-1])
        bench.clock.now += waits[-1]
    assert waits == [1, 2, 4, 8]
    bench.open().close()
    with pytest.raises(WrongPassphraseError) as refusal:
        bench.open(passphrase=WRONG)
    assert refusal.value.facts["seconds"] == "1"


def test_a_clock_set_back_does_not_lock_anyone_out(bench):
    bench.create().close()
    with pytest.raises(WrongPassphraseError):
        bench.open(passphrase=WRONG)
    bench.clock.now -= 10**8
    with pytest.raises(TooSoonError) as refusal:
        bench.open()
    assert refusal.value.facts["seconds"] == "1"


def test_a_second_process_is_told_who_holds_the_workspace(bench):
    bench.create().close()
    code = HOLD.format(tests=str(Path(__file__).parent), folder=str(bench.folder))
    with subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
    ) as holder:
        assert holder.stdout.readline() == b"open\n"
        with pytest.raises(InUseError) as refusal:
            bench.open()
        facts = refusal.value.facts
        assert (facts["operator"], facts["host"]) == ("李雪", "pc")
        assert facts["pid"] == str(holder.pid)
        assert "李雪" in refusal.value.say()
        holder.kill()
        holder.wait()
    bench.open().close()


def test_one_file_is_left_when_the_workspace_is_closed(bench):
    with bench.create() as store:
        store.save(change({P1: {"phone": "1"}}))
    assert [one.name for one in bench.folder.iterdir()] == ["w.surveytool"]


def test_a_copied_file_writes_only_as_a_new_device(bench):
    with bench.create() as store:
        store.save(change({P1: {"phone": "1"}}))
        assert not store.moved
    shutil.copyfile(bench.folder / "w.surveytool", bench.folder / "copy.surveytool")
    with bench.open("copy.surveytool") as copy:
        assert copy.moved
        assert copy.entity(P1).get("phone") == "1"
        with pytest.raises(MovedError):
            copy.save(change({P1: {"phone": "2"}}))
        copy.adopt("d2", b"new keys")
        copy.save(change({P1: {"phone": "2"}}, dev="d2"))
    with bench.open("copy.surveytool") as copy:
        assert (copy.moved, copy.device_id, copy.keys) == (False, "d2", b"new keys")
    (bench.folder / "w.surveytool").rename(bench.folder / "renamed.surveytool")
    with bench.open("renamed.surveytool") as store:
        assert not store.moved
    bench.machine = "another"
    with bench.open("renamed.surveytool") as store:
        assert store.moved


def test_the_passphrase_changes_without_rewriting_the_file(bench):
    with bench.create() as store:
        store.take(change({P1: {"phone": str(n)}}, at=str(n)) for n in range(300))
    path = bench.folder / "w.surveytool"
    before = path.read_bytes()
    with bench.open() as store:
        store.change_passphrase(WRONG)
    after = path.read_bytes()
    assert len(after) == len(before)
    page = 16384
    same = sum(
        before[at : at + page] == after[at : at + page]
        for at in range(0, len(before), page)
    )
    assert same >= len(before) // page - 6
    with pytest.raises(WrongPassphraseError):
        bench.open()
    bench.clock.now += 1
    with bench.open(passphrase=WRONG) as store:
        assert store.verify() == []


def test_files_that_are_not_workspaces_are_refused(bench, tmp_path):
    with pytest.raises(MissingFileError):
        bench.open()
    (tmp_path / "w.surveytool").write_bytes(b"PK\x03\x04" + bytes(5000))
    with pytest.raises(NotAWorkspaceError):
        bench.open()
    with pytest.raises(ExistsError):
        bench.create()


def test_a_damaged_file_is_refused_and_let_go(bench):
    with bench.create() as store:
        store.save(change({P1: {"phone": "1"}}))
    path = bench.folder / "w.surveytool"
    content = bytearray(path.read_bytes())
    for at in range(16384, len(content), 16384):
        content[at + 100] ^= 1
    path.write_bytes(content)
    with pytest.raises(DamagedError) as refusal:
        bench.open()
    assert "备份" in refusal.value.say()
    path.unlink()
    bench.create().close()


def test_every_refusal_has_its_sentences():
    def below(kind):
        return {kind} | set().union(*map(below, kind.__subclasses__()))

    own = [
        one for one in below(Refusal) if one.__module__.startswith("surveytool.store")
    ]
    said = " ".join(text["zh"] for text in catalogue().values())
    facts = dict.fromkeys(re.findall(r"{(\w+)}", said), "?")
    for one in own:
        assert one(**facts).say("zh") != one(**facts).say("en")
    assert len(own) >= 10


def test_a_seat_and_settings_stay(bench):
    with bench.create() as store:
        store.set_setting("last_export", "2026-11-23")
        store.audit("open", "household/h1")
    with bench.open() as store:
        assert store.setting("last_export") == "2026-11-23"
        assert store.setting("seat") == ""
        assert store.seat.operator == "李雪"
        assert [line.action for line in store.audit_lines()] == ["open"]
        assert store.entity(H1) is None


def test_a_log_left_behind_never_mixes_into_a_restored_backup(bench):
    with bench.create() as store:
        store.save(change({H1: {"village": "v1"}}))
        copy = store.backup()
        store.save(change({P1: {"name": "李雪"}}))
        path, log = store.path, store.path.with_name("w.surveytool-wal")
        kept = log.read_bytes()
    path.rename(path.with_name("old"))
    log.write_bytes(kept)
    with pytest.raises(ExistsError) as refusal:
        Store.restore(copy, path, PASSPHRASE, host=bench.host)
    assert refusal.value.facts["path"] == str(log)
    assert log.read_bytes() == kept


def test_a_wrong_passphrase_leaves_no_half_restored_workspace(bench):
    with bench.create() as store:
        copy = store.backup()
    path = bench.folder / "new.surveytool"
    with pytest.raises(WrongPassphraseError):
        Store.restore(copy, path, WRONG, host=bench.host)
    bench.clock.now += 10
    with Store.restore(copy, path, PASSPHRASE, host=bench.host) as store:
        assert store.moved


def test_a_workspace_is_copied_with_its_log_or_not_at_all(bench, monkeypatch):
    with bench.create() as store:
        source, log = store.path, store.path.with_name("w.surveytool-wal")
        store.save(change({H1: {"village": "v1"}}))
        whole, part = source.read_bytes(), log.read_bytes()
    source.write_bytes(whole)
    log.write_bytes(part)
    copied = shutil.copyfile

    def torn(one, other):
        if str(one).endswith("-wal"):
            raise OSError(5, "the stick is gone")
        return copied(one, other)

    target = bench.folder / "copy.surveytool"
    monkeypatch.setattr(shutil, "copyfile", torn)
    with pytest.raises(DiskError):
        copy_whole(source, target)
    assert not target.exists()


def test_letting_go_of_a_lock_never_takes_the_next_one_s(tmp_path):
    path = tmp_path / "w.surveytool"
    lock, others = Lock(path), []

    class Slow:
        """Closes, and is overtaken before it goes on."""

        def __init__(self, file):
            self._file = file

        def close(self):
            self._file.close()
            others.append(Lock(path))

    lock._file = Slow(lock._file)  # noqa: SLF001 - the moment between two steps
    lock.release()
    with pytest.raises(InUseError):
        Lock(path)
    others[0].release()


def test_a_workspace_that_could_not_be_made_leaves_nothing(bench):
    with pytest.raises(TypeError):
        Store.create(
            bench.folder / "w.surveytool", PASSPHRASE, replace(SEAT, villages=({1},)),
            device_id="d1", keys=b"k" * 32, host=bench.host,
        )  # fmt: skip
    bench.create().close()
