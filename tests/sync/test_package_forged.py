"""What a certified sender may have signed, and is refused all the same."""

import json

import pytest
import zstandard
from post import make_change

from surveytool.domain.change import Change, change_id, digest
from surveytool.domain.entity import Ref
from surveytool.sync import contents, frame, reader, record
from surveytool.sync.body import FalseChangeError
from surveytool.sync.keys import CannotUnsealError, DeviceKeys, seal
from surveytool.sync.letter import canonical
from surveytool.sync.manifest import (
    Counts,
    FalseManifestError,
    Manifest,
    Receipt,
    Stretch,
)
from surveytool.sync.record import Kind, Record

CHANGES = [make_change(n) for n in range(2)]
BODIES = [one.body() for one in CHANGES]


def test_a_block_that_unpacks_to_more_is_refused(post):
    bomb = zstandard.compress(bytes(3_000_000))
    with pytest.raises(reader.UnpacksWronglyError):
        post.open(post.forge((bomb, 1000)))


def test_a_frame_that_lies_about_its_size_is_refused(post):
    writer = zstandard.ZstdCompressor(write_content_size=False)
    with pytest.raises(reader.UnpacksWronglyError):
        post.open(post.forge((writer.compress(bytes(3_000_000)), 1000)))
    honest = bytearray(zstandard.compress(bytes(3_000_000)))
    size = honest.index((3_000_000).to_bytes(4, "little"))
    honest[size : size + 4] = (1000).to_bytes(4, "little")
    with pytest.raises(reader.UnpacksWronglyError):
        post.open(post.forge((bytes(honest), 1000)))


def test_a_block_that_declares_too_much_is_refused(post):
    size = record.BLOCK_LIMIT + 1
    with pytest.raises(frame.DamagedError):
        post.open(post.forge((zstandard.compress(bytes(size)), size)))


@pytest.mark.parametrize("packed", [b"junk", b"", zstandard.compress(b"x") + b"y"])
def test_what_is_not_packed_is_refused(post, packed):
    with pytest.raises(reader.UnpacksWronglyError):
        post.open(post.forge((packed, 1)))


def test_a_block_sealed_for_another_is_refused(post, monkeypatch):
    other = DeviceKeys.generate().seal_key
    monkeypatch.setattr("post.seal", lambda plain, _: seal(plain, other))
    with pytest.raises(CannotUnsealError):
        post.open(post.forge((zstandard.compress(b"x"), 1)))


def test_a_package_without_blocks_is_refused(post):
    with pytest.raises(frame.DamagedError):
        post.open(post.forge())


def package_of(post, *records, **other):
    """Return the records of a package whose closing record fits them."""
    manifest = post.manifest(BODIES, **other)
    tally = contents.Tally(manifest, change_id)
    for one in records:
        tally.add(one)
    return [Record(Kind.MANIFEST, manifest.to_bytes()), *records, tally.closing()]


def test_the_forger_of_these_tests_can_make_a_good_package(post):
    path = post.forge_records(*package_of(post, *post.records(BODIES)))
    assert list(post.open(path).changes()) == CHANGES


@pytest.mark.parametrize(
    "other",
    [
        {"counts": Counts(3, 0)},
        {"counts": Counts(2, 1)},
        {"villages": {}, "counts": Counts(9, 0)},
        {
            "villages": {
                "V1": Stretch(Receipt(0, ""), Receipt(2, digest(["00" * 32] * 2)))
            }
        },
        {"villages": {"V1": Stretch(Receipt(0, ""), Receipt(3, "00" * 32))}},
        {"villages": {"V1": Stretch(Receipt(1, "00" * 32), Receipt(3, "00" * 32))}},
    ],
)
def test_forged_counts_are_refused(post, other):
    records = post.records(BODIES)
    if not other.get("villages", True):
        records[0] = Record(Kind.WANTED)
    with pytest.raises(contents.ForgedCountsError):
        post.open(post.forge_records(*package_of(post, *records, **other)))


def test_more_changes_than_declared_are_refused(post):
    manifest = post.manifest(BODIES, counts=Counts(1, 0))
    first = Record(Kind.MANIFEST, manifest.to_bytes())
    with pytest.raises(contents.LargerThanDeclaredError):
        post.open(post.forge_records(first, *post.records(BODIES)))


def test_more_names_than_declared_are_refused(post):
    first = Record(Kind.MANIFEST, post.manifest(BODIES).to_bytes())
    named = Record(Kind.NAMED, bytes(32))
    with pytest.raises(contents.LargerThanDeclaredError):
        post.open(post.forge_records(first, Record(Kind.VILLAGE, b"V1"), named))


def test_a_village_that_is_not_declared_is_refused(post):
    first = Record(Kind.MANIFEST, post.manifest(BODIES).to_bytes())
    with pytest.raises(contents.LargerThanDeclaredError):
        post.open(post.forge_records(first, Record(Kind.VILLAGE, b"V2")))


def test_a_wrong_closing_hash_is_refused(post):
    *records, end = package_of(post, *post.records(BODIES))
    false = canonical(json.loads(end.body) | {"hash": "00" * 32})
    with pytest.raises(contents.ForgedCountsError):
        post.open(post.forge_records(*records, Record(Kind.END, false)))


def test_a_package_without_its_end_is_refused(post):
    with pytest.raises(contents.ForgedCountsError):
        post.open(post.forge_records(*package_of(post, *post.records(BODIES))[:-1]))


MANIFEST = Record(Kind.MANIFEST, b"{}")
VILLAGE = Record(Kind.VILLAGE, b"V1")
WANTED = Record(Kind.WANTED)
NAMED = Record(Kind.NAMED, bytes(32))
CHANGE = Record(Kind.CHANGE, BODIES[0])


@pytest.mark.parametrize(
    "records",
    [
        [MANIFEST],
        [CHANGE],
        [Record(Kind.NAMED, bytes(32))],
        [VILLAGE, VILLAGE],
        [VILLAGE, CHANGE, CHANGE],
        [VILLAGE, Record(Kind.NAMED, bytes(31))],
        [VILLAGE, NAMED, NAMED],
        [WANTED, WANTED],
        [WANTED, VILLAGE],
        [WANTED, Record(Kind.NAMED, bytes(32))],
    ],
)
def test_records_out_of_place_are_refused(post, records):
    manifest = post.manifest(BODIES, counts=Counts(2, 9))
    first = Record(Kind.MANIFEST, manifest.to_bytes())
    with pytest.raises(contents.MisplacedRecordError):
        post.open(post.forge_records(first, *records))


def test_a_record_after_the_end_is_refused(post):
    records = package_of(post, *post.records(BODIES))
    with pytest.raises(contents.MisplacedRecordError):
        post.open(post.forge_records(*records, WANTED))


def test_a_package_that_does_not_begin_with_its_manifest_is_refused(post):
    with pytest.raises(contents.MisplacedRecordError):
        post.open(post.forge_records(VILLAGE))


@pytest.mark.parametrize(
    "plain", [b"X\0\0\0\0", b"C", b"C\0\0\0\5abc", b"C\xff\xff\xff\xff"]
)
def test_records_that_are_none_are_refused(post, plain):
    with pytest.raises(record.UnknownRecordError):
        post.open(post.forge((zstandard.compress(plain), len(plain))))


def test_too_long_records_are_refused(post):
    plain = b"N" + (33).to_bytes(4) + bytes(33)
    with pytest.raises(record.TooLongError):
        post.open(post.forge((zstandard.compress(plain), len(plain))))


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"[" * 100_000,
        BODIES[0] + b" ",
        Change(Ref("household", "h"), "u", "d", "at", {}).body(),
        BODIES[0].replace(b'"v":1', b'"v":2'),
        BODIES[0].replace("王".encode(), b"\\u738b"),
        BODIES[0].replace(b'"code":"', b'"code":7,"x":"'),
        BODIES[0].replace('"who":"王"'.encode(), b'"who":7'),
        BODIES[0].replace(b'"seen":[]', b'"seen":[1]'),
        BODIES[0].replace(b'"seen":[]', b'"seen":[[]]'),
    ],
)
def test_a_change_that_is_not_canonical_is_refused(post, body):
    records = package_of(post, VILLAGE, Record(Kind.CHANGE, body))
    with pytest.raises(FalseChangeError):
        post.open(post.forge_records(*records))


@pytest.mark.parametrize(
    "change",
    [
        {"villages": {"V1": [0, "", 2]}},
        {"villages": {"V1": [2, "0" * 64, 1, "0" * 64]}},
        {"villages": {"V1": [0, "", -1, "0" * 64]}},
        {"villages": {"V1": [0, "", 1, "x" * 64]}},
        {"villages": {"V1": [0, "0" * 64, 1, "0" * 64]}},
        {"villages": {"V1": [False, "", 1, "0" * 64]}},
        {"villages": {"V1": [0, "", 1e0, "0" * 64]}},
        {"villages": []},
        {"have": {"V1": [1, ""]}},
        {"have": {"V1": [2**50, "0" * 64]}},
        {"have": 1},
        {"want": ["x"]},
        {"want": ["0" * 64] * 50_001},
        {"counts": {"changes": 1}},
        {"counts": {"changes": 1, "named": "1"}},
        {"counts": [1, 2]},
        {"made": None},
        {"format": 2},
        {"extra": 1},
    ],
)
def test_a_misshapen_manifest_is_refused(post, change):
    content = json.loads(post.manifest(BODIES).to_bytes()) | change
    with pytest.raises(FalseManifestError):
        Manifest.from_bytes(canonical(content))


@pytest.mark.parametrize("data", [b"", b"[]", b"[" * 100_000, b"\xff", b"1"])
def test_what_is_no_manifest_is_refused(data):
    with pytest.raises(FalseManifestError):
        Manifest.from_bytes(data)
