"""What `strings` and scans in four encodings find of a county's people: nothing."""

import re
import shutil
import subprocess
from contextlib import closing

import pytest
from fault_workshop import cheap_host

from surveytool.casework.load import load_profile
from surveytool.domain.resources import FORMS
from surveytool.domain.seat import Office, Role, Seat
from surveytool.store import Store
from surveytool.sync.keys import DeviceKeys
from surveytool.tasks import packages, peers
from surveytool.tasks.demo.county import county, places
from surveytool.tasks.demo.scale import SCALES
from surveytool.tasks.desk import Desk

# Runs that may be text in each encoding, and the letters below which chance finds
# as much as a leak would: two letters of GBK are four bytes.
ENCODINGS = {
    "utf-8": (rb"(?:[\xe3-\xe9][\x80-\xbf]{2}){2,}", 2),
    "gbk": (rb"(?:[\x81-\xfe][\x40-\xfe]){3,}", 3),
    "utf-16-le": (rb"(?:[\x00-\xff][\x4e-\x9f]){3,}", 3),
    "utf-16-be": (rb"(?:[\x4e-\x9f][\x00-\xff]){3,}", 3),
}
DIGITS = re.compile(rb"[0-9]{10,17}[0-9Xx]")
VILLAGES = tuple(one.code for one in places(SCALES["small"]))
NAMES = ("full_name", "helper_name", "account_holder", "address")


def names_in(data, names):
    """Return the names that can be read off some bytes."""
    found = set()
    for encoding, (pattern, least) in ENCODINGS.items():
        wanted = {one.encode(encoding): one for one in names if len(one) >= least}
        sizes = {len(one) for one in wanted}
        for run in re.finditer(pattern, data):
            text = run[0]
            windows = (
                text[at : at + size]
                for size in sizes
                for at in range(len(text) - size + 1)
            )
            found |= {wanted[one] for one in windows if one in wanted}
    return found


def numbers_in(data, numbers):
    """Return the ID and phone numbers that can be read off some bytes."""
    wanted = {one.encode() for one in numbers}
    runs = [
        run[0]
        for text in (data, data[::2], data[1::2])
        for run in DIGITS.finditer(text)
    ]
    return {
        run[at : at + size]
        for run in runs
        for size in (11, 18)
        for at in range(len(run) - size + 1)
        if run[at : at + size].upper() in wanted
    }


def new_desk(path, title, office):
    keys = DeviceKeys.generate()
    seat = Seat(office, Role.ADMINISTRATOR, "钱卫东", title, "湄山县", VILLAGES)
    store = Store.create(
        path,
        "口令",
        seat,
        device_id=keys.device,
        keys=keys.to_bytes(),
        host=cheap_host(),
    )
    return Desk(store, keys, load_profile("demo"), FORMS)


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """Everything on the disk while a county works: files, log, backup, package."""
    folder = tmp_path_factory.mktemp("readable")
    with closing(new_desk(folder / "w.surveytool", "湄山县", Office.COUNTY)) as desk:
        desk.store.take(county(SCALES["small"], desk.store.device_id))
        with closing(
            new_desk(folder / "t.surveytool", "西岭镇", Office.TOWNSHIP)
        ) as other:
            peers.keep(desk, peers.own_card(other))
        desk.store.backup(folder / "backups")
        packages.export(desk, "西岭镇", folder / "out.stpack")
        people = [*desk.store.each("person"), *desk.store.each("household")]
        files = {one: one.read_bytes() for one in folder.rglob("*") if one.is_file()}
    secrets = {one.get(name) for one in people for name in NAMES} - {""}
    numbers = {one.get(name) for one in people for name in ("id_number", "phone")} - {
        ""
    }
    return files, secrets, numbers


def test_the_scans_would_find_what_is_there():
    names, numbers = {"欧阳秀英", "李雪"}, {"621202196801011234", "13893912345"}
    for encoding in ENCODINGS:
        text = "欧阳秀英".encode(encoding)
        assert names_in(b"\0\1" + text + b"\0\1", names) == {"欧阳秀英"}
    assert names_in("x李雪y".encode(), names) == {"李雪"}
    assert len(numbers_in(b"id=621202196801011234;13893912345", numbers)) == 2
    assert numbers_in("13893912345".encode("utf-16-le"), numbers)


def test_nobodys_name_or_number_can_be_read_off_any_file(files):
    contents, names, numbers = files
    assert len(names) > 100
    assert len(numbers) > 100
    kinds = {one.name.rsplit(".", 1)[-1] for one in contents}
    assert {"surveytool", "surveytool-wal", "stpack"} <= kinds
    assert sum(map(len, contents.values())) > 1_000_000
    for path, data in contents.items():
        assert not names_in(data, names), path
        assert not numbers_in(data, numbers), path


@pytest.mark.skipif(not shutil.which("strings"), reason="binutils are not here")
def test_strings_finds_no_number_and_no_name(files):
    contents, names, numbers = files
    for path in contents:
        if path.exists():
            found = subprocess.run(
                ["strings", "-a", "-n", "6", str(path)], capture_output=True, check=True
            ).stdout
            assert not numbers_in(found, numbers), path
            assert not names_in(found, names), path
