"""Packages by a real WebDAV server: resumable, certificate checked, only when asked."""

import os

import pytest
from offices import household
from webdav import TOKEN, USER, Server, certificate

from surveytool.sync import mailbox
from surveytool.sync.mailbox import Mailbox
from surveytool.tasks import packages, upload

V1 = "621202101201"


@pytest.fixture(scope="module")
def certified(tmp_path_factory):
    return certificate(tmp_path_factory.mktemp("certificate"))


@pytest.fixture
def server(tmp_path, certified):
    folder = tmp_path / "server"
    folder.mkdir()
    server = Server(folder, *certified)
    server.folder = folder
    yield server
    server.stop()


@pytest.fixture
def box(server, certified):
    return Mailbox(server.url, TOKEN, USER, certified[0])


@pytest.fixture
def pair(region):
    county = region.county(V1)
    town = region.join(county, "甲镇", V1)
    region.carry(county, town)
    household(town, "h1", V1)
    return county, town


def test_a_package_goes_up_and_comes_down(region, pair, server, box, tmp_path):
    county, town = pair
    parcel = region.send(town, county, "甲镇 到县.stpack")
    assert server.asked == []
    assert upload.send(town, parcel, box) == parcel.stat().st_size
    back = region.send(county, town, "给乡镇.stpack")
    upload.send(county, back, box)
    inbox = tmp_path / "in"
    inbox.mkdir()
    (fetched,) = upload.fetch(county, box, inbox)
    assert fetched.read_bytes() == parcel.read_bytes()
    (result,) = packages.take_in(county, [fetched])
    assert (result.refusal, result.new) == (None, 1)
    assert upload.fetch(county, box, inbox) == []
    (mine,) = upload.fetch(town, box, inbox)
    assert mine.name == back.name


def test_a_large_package_goes_on_where_it_stopped(
    pair, server, box, tmp_path, monkeypatch
):
    _, town = pair
    monkeypatch.setattr(upload, "PIECE", 1000)
    parcel = tmp_path / "large.stpack"
    parcel.write_bytes(os.urandom(4500))
    server.fails_after = 5  # two pieces are there, the third is not
    with pytest.raises(mailbox.ServerTroubleError):
        upload.send(town, parcel, box)
    server.fails_after = None
    assert upload.send(town, parcel, box) == 2500
    inbox = tmp_path / "in"
    inbox.mkdir()
    server.asked.clear()
    server.fails_after = 3
    with pytest.raises(mailbox.ServerTroubleError):
        upload.fetch_one(town, box, "large.stpack.pieces", inbox)
    server.fails_after, before = None, len(server.asked)
    fetched = upload.fetch_one(town, box, "large.stpack.pieces", inbox)
    assert fetched.read_bytes() == parcel.read_bytes()
    asked = [path for method, path in server.asked[before:] if method == "GET"]
    assert len(asked) == 4  # the index and the three pieces that were lacking
    assert list(inbox.iterdir()) == [fetched]


def test_a_download_goes_on_within_a_file(region, pair, box, tmp_path):
    county, town = pair
    parcel = region.send(town, county, "a.stpack")
    upload.send(town, parcel, box)
    whole = parcel.read_bytes()
    (tmp_path / "a.stpack.part").write_bytes(whole[:700])
    fetched = upload.fetch_one(county, box, "a.stpack", tmp_path)
    assert fetched.read_bytes() == whole


def test_pieces_that_do_not_fit_are_refused(pair, server, box, tmp_path, monkeypatch):
    _, town = pair
    monkeypatch.setattr(upload, "PIECE", 1000)
    parcel = tmp_path / "large.stpack"
    parcel.write_bytes(os.urandom(2500))
    upload.send(town, parcel, box)
    piece = min(server.folder.glob("*.0001"))
    piece.write_bytes(b"x" * 1000)
    inbox = tmp_path / "in"
    inbox.mkdir()
    with pytest.raises(upload.WrongPiecesError):
        upload.fetch_one(town, box, "large.stpack.pieces", inbox)
    assert list(inbox.iterdir()) == []
    (server.folder / "evil.stpack.pieces").write_bytes(
        b'{"hash": "ab", "pieces": ["../../etc/passwd"], "size": 1}'
    )
    with pytest.raises(upload.WrongPiecesError):
        upload.fetch_one(town, box, "evil.stpack.pieces", inbox)


def test_a_certificate_that_is_not_known_stops_everything(server):
    with pytest.raises(mailbox.BadCertificateError):
        Mailbox(server.url, TOKEN, USER).put("x", b"secret")
    assert server.asked == []


def test_every_refusal_of_the_network_has_its_own(server, certified):
    trust = certified[0]
    with pytest.raises(mailbox.NotSecureError):
        Mailbox("http://127.0.0.1/", TOKEN).put("x", b"")
    with pytest.raises(mailbox.NotAllowedError):
        Mailbox(server.url, "wrong", USER, trust).put("x", b"")
    with pytest.raises(mailbox.NotAllowedError):
        Mailbox(server.url, "token-alone", authority=trust).names()
    url = server.url
    server.stop()
    with pytest.raises(mailbox.CannotConnectError):
        Mailbox(url, TOKEN, USER, trust).names()


def test_names_from_a_server_never_leave_the_folder():
    listing = b"""<?xml version="1.0"?><d:multistatus xmlns:d="DAV:">
      <d:href>/box/</d:href><d:href>/box/a%20b.stpack</d:href>
      <d:href>/box/..%5C..%5Cevil.stpack</d:href><d:href>/box/%2e%2e/c.stpack</d:href>
    </d:multistatus>"""
    assert list(mailbox._names(listing)) == ["a b.stpack", "c.stpack"]  # noqa: SLF001


def test_an_answer_that_fails_is_not_taken_for_an_empty_folder(
    region, pair, box, tmp_path, monkeypatch
):
    county, town = pair
    upload.send(town, region.send(town, county, "甲镇.stpack"), box)

    def lost(*_, **__):
        raise mailbox.CannotConnectError(host="h")

    monkeypatch.setattr(Mailbox, "get", lost)
    with pytest.raises(mailbox.CannotConnectError):
        upload.fetch(county, box, tmp_path)


def test_a_misshapen_index_stops_no_other_package(region, pair, box, tmp_path):
    county, town = pair
    upload.send(town, region.send(town, county, "甲镇.stpack"), box)
    wrong = b"[]", b'{"pieces": ["x"], "hash": 7}', b"{", b"[" * 2**21
    for n, index in enumerate(wrong):
        box.put(f"{n}.stpack.pieces", index)
    inbox = tmp_path / "in"
    inbox.mkdir()
    assert len(upload.fetch(county, box, inbox)) == 1


def test_a_token_in_an_address_is_not_noted(region, pair, server, box, certified):
    county, town = pair
    url = server.url.replace("https://", "https://someone:SECRET@") + "?key=SECRET"
    assert "SECRET" not in Mailbox(url, TOKEN, USER, certified[0]).place
    upload.send(town, region.send(town, county, "甲镇.stpack"), box)
    assert any(one.detail == box.place for one in town.store.audit_lines())
