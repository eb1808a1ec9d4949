"""Where a workspace may be worked on, and what happens where the disk says no."""

import os
import shutil
import subprocess
from contextlib import contextmanager
from pathlib import Path

import pytest
from stores import H1, P1, PASSPHRASE, SEAT, Bench, change, database

from surveytool.domain.refusal import Refusal
from surveytool.store import Host, Store, opening
from surveytool.store.attic import is_name
from surveytool.store.drives import Drive, drive_of, linux_drive
from surveytool.store.host import this_host
from surveytool.store.keys import Cost
from surveytool.store.migrations import NewerFileError
from surveytool.store.opening import ExistsError
from surveytool.store.troubles import (
    DiskFullError,
    NetworkError,
    ReadOnlyError,
    RemovableError,
)

MOUNTS = r"""/dev/sda2 / ext4 rw 0 0
/dev/sdb1 /media/王\040芳/U盘 vfat rw 0 0
/dev/sdc1 /run/media/disk ext4 rw 0 0
//10.1.1.1/share /mnt/share cifs rw 0 0
server:/home /home nfs4 rw 0 0
/dev/sda3 /home/local ext4 rw 0 0
tmpfs /tmp tmpfs rw 0 0
"""


@pytest.fixture
def blocks(tmp_path):
    for place, name, removable in (
        ("pci0/ata1/block/sda", "sda2", "0"),
        ("pci0/ata1/block/sda", "sda3", "0"),
        ("pci0/mmc0/block/sdb", "sdb1", "1"),
        ("pci0/usb2/2-1/block/sdc", "sdc1", "0"),
    ):
        disk = tmp_path / "devices" / place
        (disk / name).mkdir(parents=True, exist_ok=True)
        (disk / "removable").write_text(f"{removable}\n")
        (tmp_path / "class").mkdir(exist_ok=True)
        (tmp_path / "class" / name).symlink_to(disk / name)
    return tmp_path / "class"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/srv/西岭镇.survey", Drive.FIXED),
        ("/media/王 芳/U盘/a/西岭镇.survey", Drive.REMOVABLE),
        ("/media/王 芳/U盘 2/西岭镇.survey", Drive.FIXED),
        ("/run/media/disk/w.survey", Drive.REMOVABLE),
        ("/mnt/share/w.survey", Drive.NETWORK),
        ("/home/li/w.survey", Drive.NETWORK),
        ("/home/local/w.survey", Drive.FIXED),
        ("/tmp/w.survey", Drive.FIXED),  # noqa: S108 - only a name
    ],
)
def test_the_kernel_s_tables_tell_the_kind_of_a_drive(blocks, path, kind):
    assert linux_drive(Path(path), MOUNTS, blocks) is kind


def test_this_computer_s_own_disk_is_fit(tmp_path):
    assert drive_of(tmp_path / "w.survey") is Drive.FIXED
    assert this_host().drive is drive_of


def host_on(bench, kind):
    return Host(
        bench.clock,
        bench.folder / "state",
        "pc",
        "m1",
        Cost(64, 1, 1),
        lambda path: kind if "stick" in path.parts else Drive.FIXED,
    )


@pytest.mark.parametrize(
    ("kind", "error"),
    [(Drive.REMOVABLE, RemovableError), (Drive.NETWORK, NetworkError)],
)
def test_a_stick_or_share_is_refused_and_a_copy_works(bench, kind, error):
    host = host_on(bench, kind)
    with bench.create() as store:
        name = store.attach(b"%PDF-1.4 scan", "application/pdf")
        store.save(change({P1: {"photo": name}}))
    stick = bench.folder / "stick"
    new = stick / "n.surveytool"
    opening.copy_whole(store.path, stick / "w.surveytool")
    before = (stick / "w.surveytool").read_bytes()
    with pytest.raises(error) as refusal:
        Store.open(stick / "w.surveytool", PASSPHRASE, host=host)
    assert "复制到本机" in refusal.value.say("zh")
    with pytest.raises(error):
        Store.create(new, PASSPHRASE, SEAT, device_id="d", keys=b"", host=host)
    assert [one.name for one in stick.iterdir() if one.is_file()] == ["w.surveytool"]
    here = bench.folder / "deep" / "here.surveytool"
    opening.copy_whole(stick / "w.surveytool", here)
    with pytest.raises(ExistsError):
        opening.copy_whole(stick / "w.surveytool", here)
    with Store.open(here, PASSPHRASE, host=host) as copy:
        assert copy.moved
        assert copy.attachment(name) == b"%PDF-1.4 scan"
    assert (stick / "w.surveytool").read_bytes() == before
    assert is_name(name)


PDF = "application/pdf"


def large(n):
    return change({P1: {"note": os.urandom(60_000).hex()}}, root=H1, at=str(n))


def scan(n):
    return os.urandom(300_000) + bytes([n])


def until_refused(do):
    """Do it again and again; return how often it went well, and the refusal."""
    for n in range(90):
        try:
            do(n)
        except Refusal as refusal:
            return n, refusal
    return 90, None


@contextmanager
def mounted(folder, options):
    """Mount a small file system in memory; only root may."""
    if os.name != "posix" or os.geteuid() != 0:
        pytest.skip("only root can mount a small disk")
    folder.mkdir(exist_ok=True)
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)],
        capture_output=True,
        check=False,
    )
    if done.returncode:
        pytest.skip(f"cannot mount: {done.stderr.decode()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_full_disk_loses_nothing_and_says_so(tmp_path):
    with mounted(tmp_path / "small", "size=3m") as folder:
        bench = Bench(folder)
        with bench.create() as store:
            saved, refusal = until_refused(lambda n: store.save(large(n)))
            assert isinstance(refusal, DiskFullError)
            assert "磁盘空间不足" in refusal.say("zh")
            assert sorted(int(one.at) for one in store.history(H1)) == [*range(saved)]
            _, refusal = until_refused(lambda n: store.attach(scan(n), PDF))
            assert isinstance(refusal, DiskFullError)
            shutil.rmtree(store.attic.folder)
            subprocess.run(["mount", "-o", "remount,size=12m", str(folder)], check=True)
            store.save(change({H1: {"code": "after"}}, at="99"))
            assert store.verify() == []
        with bench.open() as store:
            assert len(store.history(H1)) == saved + 1
            assert store.verify() == []


def test_a_read_only_place_is_looked_at_and_not_written(tmp_path):
    with mounted(tmp_path / "cd", "size=6m") as folder:
        bench = Bench(tmp_path)
        with bench.create() as store:
            store.save(change({H1: {"village": "1"}, P1: {"household": "h1"}}))
            dump = store.dump()
        path = shutil.copy(store.path, folder / "w.surveytool")
        subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
        with Store.open(path, PASSPHRASE, host=bench.host) as seen:
            assert isinstance(seen.read_only, ReadOnlyError)
            assert seen.dump() == dump
            assert seen.households()[0].id == "h1"
            assert seen.seat.operator == "李雪"
            seen.audit("open")
            with pytest.raises(ReadOnlyError) as refusal:
                seen.save(change({H1: {"code": "1"}}))
            assert "复制到本机" in refusal.value.say("zh")
            with pytest.raises(ReadOnlyError):
                seen.adopt("d2", b"")
        assert sorted(one.name for one in folder.iterdir()) == ["w.surveytool"]


def test_a_newer_file_is_looked_at_and_not_written(bench):
    with bench.create() as store:
        store.save(change({H1: {"village": "1"}, P1: {"phone": "1"}}))
        with database(store).atomic() as db:
            db.execute(
                "insert into _sqlite_migrations (migration_set, name, applied_at)"
                " values ('surveytool', 'm999_later', '')"
            )
    with bench.open() as newer:
        assert newer.entity(P1).get("phone") == "1"
        assert newer.verify() == []
        with pytest.raises(NewerFileError) as refusal:
            newer.save(change({P1: {"phone": "2"}}, at="2"))
        assert "m999_later" in refusal.value.say("zh")
        newer.audit("open")
    with bench.open() as store, database(store).atomic() as db:
        db.execute("pragma query_only = off")
        db.execute("drop table head")
    with pytest.raises(NewerFileError):
        bench.open()
