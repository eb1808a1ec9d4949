import hashlib
import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from post import LARGE, Post, make_card, make_change

from surveytool.domain.seat import Office
from surveytool.sync.contents import ForgedCountsError
from surveytool.sync.frame import DamagedError
from surveytool.sync.keys import DeviceKeys
from surveytool.sync.manifest import Counts
from surveytool.sync.reader import inspect_package
from surveytool.sync.record import BLOCK_LIMIT, HEAD, Kind, Record, read_records
from surveytool.sync.writer import CannotWriteError, write_package

CHANGES = [make_change(n) for n in range(5)]


def test_a_package_gives_back_what_was_put_in(post):
    package = post.open(post.write(CHANGES))
    assert list(package.changes()) == CHANGES
    assert package.manifest == post.manifest([one.body() for one in CHANGES])
    assert package.contents.feeds == {"V1": tuple(one.id for one in CHANGES)}
    assert package.contents.carried == {one.id for one in CHANGES}
    assert package.sender.device == post.town.device


def test_a_package_can_be_read_twice(post):
    package = post.open(post.write(CHANGES))
    assert list(package.changes()) == list(package.changes())


def test_an_empty_package_is_a_package(post):
    assert list(post.open(post.write([])).changes()) == []


def test_the_manifest_is_seen_without_the_changes(post):
    path = post.write(CHANGES)
    manifest = inspect_package(path, post.county, trusted=post.trusted)
    assert manifest.counts == (5, 0)


def test_nothing_personal_is_readable_in_the_file(post):
    data = post.write(CHANGES).read_bytes()
    for text in ("大庙镇", "五都县", "幸福路", "王", "household", "dev-x"):
        assert text.encode() not in data


def test_many_blocks_are_one_package(post):
    noise = [os.urandom(300_000).hex() for _ in range(16)]
    changes = [
        type(one)(one.root, one.who, one.dev, one.at, {one.root: {"note": text}})
        for one, text in zip(map(make_change, range(16)), noise, strict=True)
    ]
    path = post.write(changes)
    assert path.stat().st_size > BLOCK_LIMIT
    assert list(post.open(path).changes()) == changes


def test_records_never_span_blocks_and_come_back():
    records = [Record(Kind.CHANGE, b"x" * n) for n in (0, 1, 1024 * 1024)]
    block = b"".join(one.framed() for one in records)
    assert list(read_records(block)) == records
    assert len(records[0].framed()) == HEAD


@settings(max_examples=50)
@given(st.lists(st.tuples(st.sampled_from(list(Kind)), st.binary(max_size=32))))
def test_records_come_back(pairs):
    records = [Record(kind, body[: kind.limit]) for kind, body in pairs]
    assert list(read_records(b"".join(one.framed() for one in records))) == records


def test_a_failed_writing_leaves_no_file(post):
    bodies = [one.body() for one in CHANGES]
    with pytest.raises(ForgedCountsError):
        write_package(
            post.folder / "p.stpack",
            post.manifest(bodies),
            records=post.records(bodies[1:]),
            keys=post.town,
            receiver=make_card(post.county, Office.COUNTY),
        )
    assert list(post.folder.iterdir()) == []


def test_a_failed_writing_leaves_the_older_file(post):
    old = post.write(CHANGES).read_bytes()
    with pytest.raises(ForgedCountsError):
        post.write(CHANGES, counts=Counts(6, 0))
    assert (post.folder / "p.stpack").read_bytes() == old


def test_a_folder_that_is_not_there_is_refused(tmp_path):
    keys = DeviceKeys.generate()
    with pytest.raises(CannotWriteError):
        Post(keys, keys, tmp_path / "gone").write(CHANGES)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="only Linux has it")  # noqa: PTH110 - a device, no path of ours
def test_a_full_disk_is_refused(post):
    (post.folder / "p.stpack.part").symlink_to("/dev/full")
    with pytest.raises(CannotWriteError):
        post.write(CHANGES)
    assert list(post.folder.iterdir()) == []


def test_a_small_package_gives_what_was_checked_whatever_happens_to_the_file(post):
    path = post.write(CHANGES)
    package = post.open(path)
    path.unlink()
    assert list(package.changes()) == CHANGES


def test_a_large_file_that_changes_after_the_check_is_refused(post):
    path = post.write(LARGE)
    package = post.open(path)
    assert list(package.changes()) == LARGE
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    with pytest.raises(DamagedError):
        list(package.changes())


def test_the_file_is_as_the_page_says(post):
    data = post.write(CHANGES).read_bytes()
    assert data[:12] == b"\x89STPACK\r\n\x1a\x00\x01"
    size = int.from_bytes(data[12:16])
    header = data[48 : 48 + size]
    assert data[16:48] == hashlib.sha256(header).digest()
    at = 48 + size
    sealed, unpacked = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8]
    assert int.from_bytes(unpacked) > sum(len(one.body()) for one in CHANGES)
    block = data[at + 40 : at + 40 + sealed]
    assert data[at + 8 : at + 40] == hashlib.sha256(block).digest()
    assert block.startswith(b"age-encryption.org/v1\n")
    assert data[at + 40 + sealed : -64] == bytes(8)
