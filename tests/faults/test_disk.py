"""Disks that are full, read-only or torn out: refused in words, nothing changed."""

import os
import shutil
import subprocess
from contextlib import closing, contextmanager

import pytest
from fault_deeds import PASSPHRASE
from fault_workshop import V1, Workshop, cheap_host, home, write_roster

from surveytool.casework.load import load_profile
from surveytool.domain.change import Change
from surveytool.domain.entity import Ref
from surveytool.domain.refusal import Refusal
from surveytool.domain.resources import FORMS
from surveytool.store import Store
from surveytool.sync.keys import DeviceKeys
from surveytool.tasks import packages, rosters
from surveytool.tasks.desk import Desk

MEGABYTE = 1024 * 1024


@pytest.fixture(scope="module")
def workshop(tmp_path_factory):
    return Workshop(tmp_path_factory.mktemp("disk") / "workshop")


@contextmanager
def small_disk(place, megabytes):
    """Mount a small file system in memory; skip where that is not allowed."""
    place.mkdir()
    size = f"size={megabytes}m"
    command = ["mount", "-t", "tmpfs", "-o", size, "tmpfs", str(place)]
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except FileNotFoundError:
        pytest.skip("there is no mount here")
    if done.returncode:
        pytest.skip(f"mounting is not allowed here: {done.stderr.decode().strip()}")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


@contextmanager
def desk_on(path):
    store = Store.open(path, PASSPHRASE, host=cheap_host())
    keys = DeviceKeys.from_bytes(store.keys)
    with closing(Desk(store, keys, load_profile("national"), FORMS)) as desk:
        yield desk


def fill(disk):
    """Leave no byte free."""
    with (disk / "film.mp4").open("wb", buffering=0) as file:
        for size in (MEGABYTE, 65536, 4096):
            try:
                while True:
                    file.write(os.urandom(size))
            except OSError:
                continue


def refusal_of(deed):
    """Return the refusal of a deed that cannot be done, with its sentences."""
    with pytest.raises(Refusal) as caught:
        deed()
    assert caught.value.say("zh") != caught.value.say("en")
    return caught.value


def large(number):
    root = Ref("household", f"big{number}")
    text = os.urandom(60_000).hex()
    return Change(root, "王", "d", "2026", {root: {"village": "V", "note": text}})


@pytest.fixture
def full(workshop, tmp_path):
    """A workspace on a disk that has just become full, and what stood then."""
    with small_disk(tmp_path / "disk", 6) as disk:
        path = workshop.copy(disk / "w")
        with desk_on(path) as desk:
            write_roster(tmp_path / "roster.xlsx", 400)
            fill(disk)
            yield desk, disk


def check_sound(desk, disk, before):
    """Nothing has changed, and with room again work goes on."""
    assert desk.store.dump() == before
    assert desk.store.verify() == []
    (disk / "film.mp4").unlink()
    assert desk.store.save(home(900)).new == 1
    assert desk.store.row("h900")
    assert desk.store.verify() == []


def test_typing_on_a_full_disk_is_refused_and_goes_on_later(full):
    desk, disk = full
    before = desk.store.dump()
    refused = refusal_of(lambda: [desk.store.save(large(n)) for n in range(80)])
    assert refused.code == "store.disk_full"
    kept = {ref: one for ref, one in desk.store.dump().items() if ref in before}
    assert kept == before
    check_sound(desk, disk, desk.store.dump())


def test_a_package_is_not_half_taken_in_on_a_full_disk(full, workshop):
    desk, disk = full
    before = desk.store.dump()
    county = workshop.folder / "p.stpack"
    refusal_of(lambda: taken_in(desk, county))
    check_sound(desk, disk, before)


def taken_in(desk, path):
    """Take a package in; one that is refused is listed, or stops the work."""
    (taken,) = packages.take_in(desk, [path])
    if taken.refusal:
        raise taken.refusal
    return taken.new


def test_a_roster_is_not_half_taken_in_on_a_full_disk(full, tmp_path):
    desk, disk = full
    before = desk.store.dump()
    preview = rosters.preview(desk, tmp_path / "roster.xlsx")
    refusal_of(lambda: rosters.take_in(desk, preview))
    check_sound(desk, disk, before)


def test_a_package_is_not_half_written_on_a_full_disk(full):
    desk, disk = full
    before = desk.store.dump()
    out = disk / "out.stpack"
    refusal_of(lambda: packages.export(desk, "县局", out))
    assert not list(disk.glob("out*"))
    check_sound(desk, disk, before)


def test_a_backup_is_not_half_written_on_a_full_disk(full):
    desk, disk = full
    before = desk.store.dump()
    refusal_of(desk.store.backup)
    assert not list(desk.path.parent.glob("*.backups/*"))
    check_sound(desk, disk, before)


def test_a_migration_on_a_full_disk_leaves_the_old_file(tmp_path):
    with small_disk(tmp_path / "disk", 1) as disk:
        path = disk / "w.surveytool"
        shutil.copyfile(V1, path)
        fill(disk)
        whole = path.read_bytes()
        refusal_of(lambda: Store.open(path, PASSPHRASE, host=cheap_host()))
        (disk / "film.mp4").unlink()
        assert path.read_bytes() == whole


def test_a_read_only_disk_is_refused(workshop, tmp_path):
    with small_disk(tmp_path / "disk", 8) as disk:
        path = workshop.copy(disk / "w")
        with desk_on(path) as desk:
            before = desk.store.dump()
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        out = disk / "out.stpack"
        refusal_of(lambda: write_on(path, out))
        subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
        with desk_on(path) as desk:
            assert desk.store.dump() == before
            assert desk.store.verify() == []


def write_on(path, out):
    with desk_on(path) as desk:
        desk.store.save(home(900))
        packages.export(desk, "县局", out)


def test_a_stick_torn_out_while_writing_leaves_nothing(workshop, tmp_path):
    """The folder vanishes under the writer, as it does when a stick is pulled."""
    stick = tmp_path / "stick"
    stick.mkdir()
    with desk_on(workshop.copy(tmp_path / "w")) as desk:
        before = desk.store.dump()
        shutil.rmtree(stick)
        refusal_of(lambda: packages.export(desk, "县局", stick / "out.stpack"))
        assert desk.store.dump() == before


def test_a_stick_torn_out_while_reading_changes_nothing(workshop, tmp_path):
    package = tmp_path / "p.stpack"
    whole = (workshop.folder / "p.stpack").read_bytes()
    with desk_on(workshop.copy(tmp_path / "w")) as desk:
        before = desk.store.dump()
        package.write_bytes(whole[:-700])
        assert refusal_of(lambda: taken_in(desk, package)).code == "sync.truncated"
        package.unlink()
        assert refusal_of(lambda: taken_in(desk, package)).code == "sync.cannot_read"
        assert desk.store.dump() == before
        package.write_bytes(whole)
        assert taken_in(desk, package)
