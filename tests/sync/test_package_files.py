"""Attachments in packages: streamed, checked by their names, asked for."""

import hashlib

import pytest
from post import make_change

from surveytool.sync import compose
from surveytool.sync.contents import ForgedCountsError, MisplacedRecordError, Tally
from surveytool.sync.files import PIECE, FalseFileError, assemble, with_files
from surveytool.sync.manifest import Files
from surveytool.sync.record import Kind, Record


def named(data):
    return f"{hashlib.sha256(data).hexdigest()}.jpg"


SMALL, LARGE = b"small", bytes(range(256)) * 9000
FILES = {named(data): data for data in (SMALL, LARGE)}


def parcel(post, files, declared=None):
    """Return what a package of one change with these attachments is made of."""
    body = make_change(1).body()
    some = [*post.records([body])]
    for name, data in files.items():
        some.append(Record(Kind.FILE, name.encode()))
        pieces = range(0, len(data), PIECE)
        some += [Record(Kind.PIECE, data[at : at + PIECE]) for at in pieces]
    declared = declared or Files(len(files), sum(map(len, files.values())))
    return post.manifest([body], files=declared), some


def forge(post, manifest, records):
    tally = Tally(manifest, lambda body: hashlib.sha256(body).hexdigest())
    framed = [Record(Kind.MANIFEST, manifest.to_bytes()), *records]
    for record in records:
        tally._count(record)  # noqa: SLF001 - whatever it is
    return post.forge_records(*framed, tally.closing())


def test_attachments_come_after_the_changes_piece_by_piece(post):
    body = make_change(1).body()
    manifest, records = parcel(post, FILES)
    sizes = {name: len(data) for name, data in FILES.items()}
    plain = compose.Composed(post.manifest([body]), iter(post.records([body])))
    assert plain.manifest.format == 1
    made = with_files(plain, sizes, FILES.__getitem__)
    assert (made.manifest, made.manifest.format) == (manifest, 2)
    found = list(made.records)
    assert found[:2] == records[:2]
    assert {one.name: one.data for one in assemble(found)} == FILES


def test_a_package_may_only_ask(post):
    body = make_change(1).body()
    plain = compose.Composed(post.manifest([body]), iter(post.records([body])))
    asking = with_files(plain, {}, FILES.__getitem__, asked=["b.jpg", "a.jpg"])
    assert (asking.manifest.ask, asking.manifest.format) == (("a.jpg", "b.jpg"), 2)
    assert with_files(plain, {}, FILES.__getitem__) == plain


def test_a_package_with_attachments_is_written_and_read(post):
    body = make_change(1).body()
    path = post.write_with([body], FILES)
    assert path.read_bytes()[10:12] == b"\x00\x02"
    package = post.open(path)
    assert {one.name: one.data for one in package.files()} == FILES
    assert list(package.changes()) == [make_change(1)]
    assert package.manifest.files == (2, len(SMALL) + len(LARGE))


def test_an_attachment_that_is_another_than_it_says_is_refused(post):
    manifest, records = parcel(post, {named(SMALL): b"smalL"})
    with pytest.raises(FalseFileError):
        post.open(forge(post, manifest, records))


@pytest.mark.parametrize("name", ["../../evil.jpg", "a.jpg", "", "0" * 64])
def test_a_name_that_is_none_is_refused(post, name):
    manifest, records = parcel(post, {name: SMALL})
    with pytest.raises(FalseFileError):
        post.open(forge(post, manifest, records))


def test_more_bytes_than_declared_are_refused(post):
    manifest, records = parcel(post, FILES, Files(2, 10))
    with pytest.raises(ForgedCountsError):
        post.open(forge(post, manifest, records))


def test_a_change_after_an_attachment_is_refused(post):
    body = make_change(1).body()
    manifest, _ = parcel(post, {named(SMALL): SMALL})
    head, change = post.records([body])
    file = [Record(Kind.FILE, named(SMALL).encode()), Record(Kind.PIECE, SMALL)]
    with pytest.raises(MisplacedRecordError):
        post.open(forge(post, manifest, [head, *file, change]))


def test_a_piece_without_its_name_is_refused(post):
    manifest, records = parcel(post, {})
    with pytest.raises(FalseFileError):
        post.open(forge(post, manifest, [*records, Record(Kind.PIECE, SMALL)]))
