import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from post import LARGE, make_card, make_change

from surveytool.domain.refusal import Refusal
from surveytool.sync import frame, reader
from surveytool.sync.header import UnknownAlgorithmError
from surveytool.sync.keys import DeviceKeys

CHANGES = [make_change(n) for n in range(2)]


def test_every_flipped_byte_is_refused(post):
    path = post.write(CHANGES)
    data = path.read_bytes()
    for at in range(len(data)):
        for bit in (1, 0x80):
            bad = bytearray(data)
            bad[at] ^= bit
            path.write_bytes(bad)
            with pytest.raises(Refusal):
                post.open(path)


def test_every_truncation_is_refused(post):
    path = post.write(CHANGES)
    data = path.read_bytes()
    for size in range(len(data)):
        path.write_bytes(data[:size])
        expected = frame.NotAPackageError if size < 10 else frame.TruncatedError
        with pytest.raises(expected):
            post.open(path)


def test_every_appended_byte_is_refused(post):
    path = post.write(CHANGES)
    with path.open("ab") as file:
        file.write(b"\0")
    with pytest.raises(frame.DamagedError):
        post.open(path)


def test_damage_is_named_with_its_place(post):
    path = post.write(CHANGES)
    data = bytearray(path.read_bytes())
    data[-200] ^= 1
    path.write_bytes(data)
    with pytest.raises(frame.DamagedError) as caught:
        post.open(path)
    at = int(caught.value.facts["at"])
    assert at <= len(data) - 200
    assert str(at) in caught.value.say("zh")
    assert str(at) in caught.value.say("en")


@settings(max_examples=50)
@given(st.binary(max_size=300), st.booleans())
def test_noise_is_no_package(tmp_path_factory, noise, begins_well):
    path = tmp_path_factory.mktemp("noise") / "p.stpack"
    path.write_bytes(frame.MAGIC + b"\0\1" + noise if begins_well else noise)
    with pytest.raises(Refusal):
        reader.open_package(path, DeviceKeys.generate(), trusted=lambda _: None)


def test_a_newer_format_is_named_so(post):
    path = post.write(CHANGES)
    data = path.read_bytes()
    path.write_bytes(data[:10] + b"\0\3" + b"anything else")
    with pytest.raises(frame.NewerPackageError):
        post.open(path)


def test_unknown_algorithms_are_refused(post, monkeypatch):
    monkeypatch.setattr("surveytool.sync.header.ALGORITHMS", {"seal": "SM4"})
    path = post.write(CHANGES)
    monkeypatch.undo()
    with pytest.raises(UnknownAlgorithmError):
        post.open(path)


def test_another_device_cannot_open_it(post):
    path = post.write(CHANGES)
    with pytest.raises(reader.NotForUsError):
        reader.open_package(path, post.town, trusted=post.trusted)


def test_an_uncertified_sender_is_refused(post):
    path = post.write(CHANGES)
    with pytest.raises(reader.NotCertifiedError):
        post.open(path, trusted=lambda _: None)
    with pytest.raises(reader.NotCertifiedError):
        post.open(path, trusted=lambda _: make_card(post.county))


def test_a_stranger_who_borrows_the_senders_id_is_refused(post):
    town, post.town = post.town, DeviceKeys.generate()
    path = post.write(CHANGES, sender=town.device)
    data = path.read_bytes()
    old, new = post.town.device.encode(), town.device.encode()
    header = data[48 : 48 + int.from_bytes(data[12:16])].replace(old, new)
    borrowed = frame.MAGIC + b"\0\1" + data[12:16]
    borrowed += hashlib.sha256(header).digest() + header + data[48 + len(header) : -64]
    message = frame.signed_message(hashlib.sha512(borrowed).digest())
    path.write_bytes(borrowed + post.town.sign(message))
    post.town = town
    with pytest.raises(frame.BadSignatureError):
        post.open(path)


def test_another_countys_package_is_refused(post):
    path = post.write(CHANGES, county="别的县")
    with pytest.raises(reader.WrongCountyError):
        post.open(path)
    assert post.open(path, county="").manifest.county == "别的县"


def test_passing_on_anothers_package_is_refused(post):
    path = post.write(CHANGES, sender="dev-other")
    with pytest.raises(reader.FalseSenderError):
        post.open(path)


def test_a_missing_file_is_refused(post):
    with pytest.raises(reader.CannotReadError):
        post.open(post.folder / "none.stpack")
    with pytest.raises(reader.CannotReadError):
        post.open(post.folder)


def test_the_signature_is_looked_at_before_anything_is_unsealed(post, monkeypatch):
    path = post.write(CHANGES)
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(data)
    monkeypatch.setattr(DeviceKeys, "unseal", None)  # calling it would raise
    with pytest.raises(frame.BadSignatureError):
        post.open(path)


def test_a_stick_removed_while_reading_is_refused(post):
    path = post.write(LARGE)
    package = post.open(path)
    path.unlink()
    with pytest.raises(reader.CannotReadError):
        list(package.changes())
