"""What hostile bytes are thrown at: each target lets nothing but refusals pass."""

import hashlib
import json
import os
import tempfile
from pathlib import Path

import zstandard

from surveytool.domain.refusal import Refusal
from surveytool.sync import frame
from surveytool.sync.body import identify, read_change
from surveytool.sync.card import read_card
from surveytool.sync.contents import Tally
from surveytool.sync.header import Header
from surveytool.sync.joining import read_acceptance, read_request
from surveytool.sync.keys import DeviceKeys, seal
from surveytool.sync.letter import canonical, read_letter, sign_letter
from surveytool.sync.manifest import Manifest
from surveytool.sync.reader import open_package
from surveytool.sync.record import Kind, Record, read_records

DATA = Path(__file__).parents[1] / "data"
SEEDS = Path(__file__).parent / "seeds"
CARD = read_card((DATA / "package-v1.stcard").read_bytes())
COUNTY = DeviceKeys.from_bytes((DATA / "package-v1.keys").read_bytes())
TOWN = DeviceKeys.from_bytes((Path(__file__).parent / "town.keys").read_bytes())
BENT = (Kind.MANIFEST, Kind.CHANGE)
MEMORY = Path("/dev/shm")  # noqa: S108 - files in memory, millions of them


def outer(data):
    """Read a whole file as a package of the certified sender."""
    _open(data, {CARD.device: CARD}.get)


def header(data):
    """Read a file whose magic, lengths and hashes are right, whatever is within."""
    head, _, sealed = data.partition(b"\0\0")
    start = frame.MAGIC + b"\0\1" + len(head).to_bytes(4)
    start += hashlib.sha256(head).digest() + head
    block = frame.framed_block(sealed, len(sealed))
    outer(start + block + frame.END_MARK + bytes(64))


def inner(data):
    """Read a rightly signed and sealed package with these bytes within."""
    packed = zstandard.compress(data, 1)
    _open(signed((packed, len(data))), _certified)


def packed(data):
    """Read a rightly signed and sealed package of these packed bytes."""
    _open(signed((data[4:], int.from_bytes(data[:4]) % (1 << 23))), _certified)


def records(data):
    """Read records whose counts and closing record fit them."""
    found = [
        Record(one.kind, straight(one.body)) if one.kind in BENT else one
        for one in _cut(data)
        if one.kind is not Kind.END
    ]
    if not found or found[0].kind is not Kind.MANIFEST:
        return
    tally = Tally(Manifest.from_bytes(found[0].body), identify)
    for one in found[1:]:
        tally.add(one)
    tally.add(tally.closing())
    tally.contents()


def manifest(data):
    """Read a manifest."""
    refused(Manifest.from_bytes, data)
    refused(Manifest.from_bytes, straight(data))


def change(data):
    """Read a change."""
    refused(read_change, data)
    refused(read_change, straight(data))


def letters(data):
    """Read a card, a request, an acceptance; signed anew, so that it is looked at."""
    for text in (data, _signed_anew(data)):
        refused(read_card, text)
        refused(read_request, text)
        refused(lambda text: read_acceptance(text, TOWN.device), text)
        refused(lambda text: read_letter(text, "surveytool card"), text)


TARGETS = {
    one.__name__: one
    for one in (outer, header, inner, packed, records, manifest, change, letters)
}


def refused(target, data):
    """Run a target; a refusal is the right answer and has its sentences."""
    try:
        target(data)
    except Refusal as refusal:
        if refusal.say("zh") == refusal.say("en"):
            raise


def straight(data):
    """Return JSON in its canonical form, so that more than the form is looked at."""
    try:
        return canonical(json.loads(data))
    except (ValueError, RecursionError):
        return data


def signed(*blocks):
    """Return a package of these blocks that a certified township has signed."""
    data = frame.framed_header(Header(TOWN.device, COUNTY.device))
    for plain, declared in blocks:
        data += frame.framed_block(seal(plain, COUNTY.seal_key), declared)
    data += frame.END_MARK
    message = frame.signed_message(hashlib.sha512(data).digest())
    return data + TOWN.sign(message)


def _signed_anew(data):
    try:
        read = json.loads(data)
        return sign_letter(read["magic"], read["content"], TOWN).to_bytes()
    except (ValueError, KeyError, TypeError, RecursionError):
        return data


def _certified(device):
    return _TownCard if device == TOWN.device else None


class _TownCard:
    device, sign_key, name = TOWN.device, TOWN.sign_key, "town"


def _open(data, trusted):
    folder = MEMORY if MEMORY.is_dir() else Path(tempfile.gettempdir())
    path = folder / f"fuzz-{os.getpid()}.stpack"
    path.write_bytes(data)
    try:
        list(open_package(path, COUNTY, trusted=trusted).changes())
    finally:
        path.unlink()


def _cut(data):
    """Cut bytes into records as far as they are any."""
    found = []
    try:
        found.extend(read_records(data))
    except Refusal:
        at = sum(len(one.framed()) for one in found)
        if data[at:]:
            found.append(Record(Kind.CHANGE, data[at:][: Kind.CHANGE.limit]))
    return found
