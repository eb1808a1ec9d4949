"""Photos and scans: small, bare, sealed, kept once, and never lost unnoticed."""

import time
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw
from stores import H1, P1, PASSPHRASE, VILLAGE, Bench, change

from surveytool.domain.refusal import Refusal
from surveytool.store import Store, attic, pictures
from surveytool.store.attic import (
    BrokenAttachmentError,
    MissingAttachmentError,
    TooLargeError,
    UnknownKindError,
)
from surveytool.store.pictures import NotAPictureError, PictureTooLargeError

SECRET = b"zhangsanfeng lives here"
DESCRIPTION, ORIENTATION, GPS = 0x010E, 0x0112, 0x8825


def photo(size=(3000, 2000), orientation=6, kind="JPEG"):
    picture = Image.linear_gradient("L").resize(size).convert("RGB")
    ImageDraw.Draw(picture).rectangle((0, 0, size[0] // 4, size[1] // 4), fill="red")
    exif = Image.Exif()
    exif[DESCRIPTION], exif[ORIENTATION] = SECRET.decode(), orientation
    exif.get_ifd(GPS)[2] = (33.0, 23.0, 1.0)
    out = BytesIO()
    picture.save(out, kind, exif=exif, comment=SECRET)
    return out.getvalue()


def signature():
    picture = Image.new("L", (900, 300), 255)
    ImageDraw.Draw(picture).line((10, 250, 400, 20, 800, 280), fill=0, width=5)
    out = BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def shown(store, name):
    return Image.open(BytesIO(store.attachment(name)))


def put_in(store, name):
    store.save(change({H1: {"village": VILLAGE.id}, P1: {"household": "h1"}}))
    store.save(change({P1: {"photo": name}}, at="1"))


def test_a_photo_is_kept_upright_small_and_bare(store):
    name = store.attach(photo(), "image/jpeg")
    assert name.endswith(".jpg")
    picture = shown(store, name)
    assert picture.size == (1067, 1600)
    assert not picture.getexif()
    assert SECRET not in store.attachment(name)
    red, green, _ = picture.getpixel((picture.width - 20, 20))
    assert red > 200
    assert green < 60


def test_a_signature_stays_a_drawing(store):
    name = store.attach(signature(), "image/png")
    assert name.endswith(".png")
    assert shown(store, name).size == (900, 300)
    assert len(store.attachment(name)) < 20_000


def test_the_same_content_is_kept_once(store):
    first = store.attach(photo(), "image/jpeg")
    assert store.attach(photo(), "image/jpeg") == first
    files = [one for one in store.attic.folder.rglob("*") if one.is_file()]
    assert [one.name for one in files] == [first]
    assert store.attach(photo(orientation=1), "image/jpeg") != first


@pytest.mark.parametrize(
    ("data", "kind", "error"),
    [
        (b"MZ\x90 not a picture", "image/jpeg", NotAPictureError),
        (photo()[:900], "image/jpeg", NotAPictureError),
        (b"", "image/png", NotAPictureError),
        (b"PK\x03\x04", "application/zip", UnknownKindError),
        (bytes(attic.LARGEST + 1), "application/pdf", TooLargeError),
    ],
)
def test_what_cannot_be_kept_is_refused_with_a_sentence(store, data, kind, error):
    with pytest.raises(error) as refusal:
        store.attach(data, kind)
    assert refusal.value.say("zh") != refusal.value.say("en")
    assert not store.attic.folder.exists()


@pytest.mark.parametrize("side", [9000, 15000])
def test_a_picture_that_unpacks_to_too_much_is_refused(store, side):
    out = BytesIO()
    Image.new("1", (side, side)).save(out, "PNG")
    assert len(out.getvalue()) < 100_000
    with pytest.raises(PictureTooLargeError):
        store.attach(out.getvalue(), "image/png")


@pytest.mark.filterwarnings("ignore::UserWarning")
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_hostile_pictures_are_kept_or_refused(data):
    whole = bytearray(photo((64, 48)))
    at = data.draw(st.integers(0, len(whole) - 1))
    whole[at] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(1, len(whole)))
    try:
        made, ending = pictures.remake(bytes(whole[:cut]))
    except Refusal:
        return
    assert ending == "jpg"
    assert max(Image.open(BytesIO(made)).size) <= pictures.LONG_SIDE


def test_scans_are_kept_as_they_are_and_sealed(store):
    scan = b"%PDF-1.7 " + SECRET * 9000
    name = store.attach(scan, "application/pdf")
    assert name.endswith(".pdf")
    assert store.attachment(name) == scan
    (file,) = (one for one in store.attic.folder.rglob("*") if one.is_file())
    assert SECRET not in file.read_bytes()


def test_a_peer_s_attachment_must_be_what_its_name_says(bench):
    with bench.create() as one, bench.create("two.surveytool", "d2") as two:
        name = one.attach(signature(), "image/png")
        data = one.attachment(name)
        assert two.has_attachments([name, "../../etc/passwd"]) == set()
        for wrong in (f"{'0' * 64}.png", "../../../tmp/evil.png"):
            with pytest.raises(BrokenAttachmentError):
                two.keep_attachment(wrong, data)
        two.keep_attachment(name, data)
        assert two.has_attachments([name]) == {name}
        assert two.attachment(name) == data
        with pytest.raises(MissingAttachmentError):
            two.attachment("../w.surveytool")


def test_what_a_village_and_a_household_name_is_known(store):
    name, other = (
        store.attach(made, "image/png") for made in (signature(), photo(kind="PNG"))
    )
    put_in(store, name)
    store.save(change({P1: {"photo": other}}, at="2"))
    assert store.attachments(H1) == {name, other}
    assert store.attachments(VILLAGE.id) == {name, other}
    assert store.attachments("621202101299") == set()
    assert store.attachments() == {name, other}


def test_verify_names_what_is_missing_or_damaged(store):
    name = store.attach(signature(), "image/png")
    put_in(store, name)
    assert store.verify() == []
    (file,) = store.attic.folder.rglob("*.png")
    content = bytearray(file.read_bytes())
    content[-20] ^= 1
    file.write_bytes(content)
    assert [one.code for one in store.verify()] == ["store.broken_attachment"]
    with pytest.raises(BrokenAttachmentError):
        store.attachment(name)
    file.unlink()
    (found,) = store.verify()
    assert found.code == "store.missing_attachment"
    assert name in found.say("zh")


def test_a_backup_brings_attachments_along_and_copies_each_once(tmp_path):
    bench = Bench(tmp_path)
    with bench.create() as store:
        name = store.attach(photo(), "image/jpeg")
        put_in(store, name)
        copy = store.backup()
        (kept,) = copy.parent.rglob("*.jpg")
        when = kept.stat().st_mtime_ns
        store.backup()
        assert kept.stat().st_mtime_ns == when
        data = store.attachment(name)
    path = tmp_path / "elsewhere" / "back.surveytool"
    path.parent.mkdir()
    with Store.restore(copy, path, PASSPHRASE, host=bench.host) as back:
        assert back.attachment(name) == data
        assert back.verify() == []


def test_attachments_do_not_slow_saves(store):
    def median(times):
        return sorted(times)[len(times) // 2]

    def saves(first):
        times = []
        for n in range(first, first + 30):
            start = time.perf_counter()
            store.save(change({P1: {"phone": str(n)}}, at=str(n)))
            times.append(time.perf_counter() - start)
        return median(times)

    saves(0)
    before = saves(100)
    for n in range(12):
        store.attach(b"%PDF" + bytes([n]) * 2**20, "application/pdf")
    assert saves(200) < before * 3 + 0.01
