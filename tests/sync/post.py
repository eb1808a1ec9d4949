import hashlib
from dataclasses import dataclass
from pathlib import Path

import zstandard

from surveytool.domain.change import Change, change_id, digest
from surveytool.domain.entity import Ref
from surveytool.domain.seat import Office, Role
from surveytool.sync import frame
from surveytool.sync.card import PeerCard
from surveytool.sync.compose import Composed
from surveytool.sync.files import with_files
from surveytool.sync.header import Header
from surveytool.sync.holdings import Receipt
from surveytool.sync.keys import DeviceKeys, seal
from surveytool.sync.manifest import Counts, Manifest, Stretch
from surveytool.sync.reader import open_package
from surveytool.sync.record import Kind, Record
from surveytool.sync.writer import write_package


def make_card(keys, office=Office.TOWNSHIP, name="大庙镇"):
    role = Role.SURVEYOR if office is Office.TOWNSHIP else Role.ADMINISTRATOR
    return PeerCard(
        device=keys.device,
        name=name,
        office=office,
        role=role,
        county="五都县",
        villages=("V1",) if office is Office.TOWNSHIP else (),
        sign_key=keys.sign_key,
        seal_key=keys.seal_key,
    )


def make_change(n, village="V1"):
    ref = Ref("household", f"h{n}")
    values = {"village": village, "code": f"户{n}", "address": "幸福路" * 3}
    return Change(ref, "王", "dev-x", "2026-11-23T08:00:00", {ref: values})


LARGE = [make_change(f"{n}{'x' * 300_000}") for n in range(10)]
"""Too much to be kept after the check: it is read from the file again."""


@dataclass
class Post:
    """A township that sends to its county, and all that it takes."""

    town: DeviceKeys
    county: DeviceKeys
    folder: Path

    def trusted(self, device):
        return make_card(self.town) if device == self.town.device else None

    def manifest(self, bodies, **other):
        ids = [change_id(body) for body in bodies]
        stretch = Stretch(Receipt(0, ""), Receipt(len(ids), digest(ids)))
        facts = {
            "made": "2026-11-23T08:00:00",
            "sender": self.town.device,
            "receiver": self.county.device,
            "county": "五都县",
            "program": "0.1.0",
            "villages": {"V1": stretch},
            "counts": Counts(len(ids), 0),
        }
        return Manifest(**facts | other)

    def records(self, bodies):
        return [
            Record(Kind.VILLAGE, b"V1"),
            *(Record(Kind.CHANGE, body) for body in bodies),
        ]

    def write(self, changes, **other):
        bodies = [one.body() for one in changes]
        return write_package(
            self.folder / "p.stpack",
            self.manifest(bodies, **other),
            records=self.records(bodies),
            keys=self.town,
            receiver=make_card(self.county, Office.COUNTY),
        )

    def write_with(self, bodies, files):
        """Write a package with attachments."""
        composed = with_files(
            Composed(self.manifest(bodies), iter(self.records(bodies))),
            {name: len(data) for name, data in files.items()},
            files.__getitem__,
        )
        return write_package(
            self.folder / "f.stpack",
            composed.manifest,
            records=composed.records,
            keys=self.town,
            receiver=make_card(self.county, Office.COUNTY),
        )

    def forge(self, *blocks):
        """Sign a package of blocks that are what the test says, packed or not."""
        data = frame.framed_header(Header(self.town.device, self.county.device))
        for packed, declared in blocks:
            sealed = seal(packed, self.county.seal_key)
            data += frame.framed_block(sealed, declared)
        data += frame.END_MARK
        message = frame.signed_message(hashlib.sha512(data).digest())
        path = self.folder / "forged.stpack"
        path.write_bytes(data + self.town.sign(message))
        return path

    def forge_records(self, *records):
        """Sign a package of these records, whatever they are."""
        plain = b"".join(one.framed() for one in records)
        return self.forge((zstandard.compress(plain), len(plain)))

    def open(self, path, **other):
        known = {"trusted": self.trusted, "county": "五都县"} | other
        return open_package(path, self.county, **known)
