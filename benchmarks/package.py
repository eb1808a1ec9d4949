"""Make and read a package of synthetic household changes, against zstd alone.

Run as: python benchmarks/package.py [N]   (20,000 changes unless said)
"""

import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Self

import zstandard

from surveytool.domain.change import Change, ChangeId, change_id, digest
from surveytool.domain.entity import Ref
from surveytool.domain.seat import Office, Role
from surveytool.sync.card import PeerCard
from surveytool.sync.holdings import NOTHING, Receipt
from surveytool.sync.keys import DeviceKeys
from surveytool.sync.manifest import Counts, Manifest, Stretch
from surveytool.sync.reader import open_package
from surveytool.sync.record import Kind, Record
from surveytool.sync.writer import write_package

N = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
VILLAGE = "620000000001"


def main() -> None:
    """Print a line for each step."""
    town, county = card(Office.TOWNSHIP), card(Office.COUNTY)
    with tempfile.TemporaryDirectory() as folder:
        spool, path = Path(folder) / "bodies", Path(folder) / "p.stpack"
        ids = save_bodies(spool)
        raw = spool.stat().st_size
        with Step("floor: zstd -3 of the same bytes", raw) as step:
            step.size = floor(spool)
        with Step("write the package", raw) as step:
            write(path, spool, ids=ids, town=town, county=county)
            step.size = path.stat().st_size
        with Step("check it whole", raw) as step:
            package = open_package(path, county[0], trusted=lambda _: town[1])
        with Step("hand out its changes", raw) as step:
            assert sum(1 for _ in package.changes()) == N  # noqa: S101 - the proof


class Step:
    """Prints CPU seconds, sizes in MB and the peak memory so far in MB."""

    def __init__(self, name: str, raw: int) -> None:
        self.name, self.raw, self.size = name, raw, 0

    def __enter__(self) -> Self:
        self.begin = time.process_time()
        return self

    def __exit__(self, *_: object) -> None:
        seconds = time.process_time() - self.begin
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        sizes = f"{self.size / 1e6:8.2f} of {self.raw / 1e6:.2f} MB"
        told = sizes if self.size else " " * len(sizes)
        print(f"{self.name:34}{seconds:7.2f} s CPU{told}   peak {peak:.0f} MB")


def save_bodies(spool: Path) -> list[ChangeId]:
    """Write the bodies down, so that making them is not measured."""
    ids = []
    with spool.open("wb") as file:
        for body in bodies():
            ids.append(change_id(body))
            file.write(len(body).to_bytes(4) + body)
    return ids


def spooled(spool: Path) -> Iterator[bytes]:
    """Read the bodies back one by one."""
    with spool.open("rb") as file:
        while head := file.read(4):
            yield file.read(int.from_bytes(head))


def floor(spool: Path) -> int:
    """Compress the same bodies in one stream, and return the length."""
    packer = zstandard.ZstdCompressor(level=3).compressobj()
    return sum(len(packer.compress(body)) for body in spooled(spool)) + len(
        packer.flush()
    )


def write(
    path: Path,
    spool: Path,
    *,
    ids: list[ChangeId],
    town: tuple[DeviceKeys, PeerCard],
    county: tuple[DeviceKeys, PeerCard],
) -> None:
    """Write all bodies as one village's feed."""
    stretch = Stretch(NOTHING, Receipt(len(ids), digest(ids)))
    manifest = Manifest(
        made="2026-11-23T08:00:00",
        sender=town[1].device,
        receiver=county[1].device,
        county="县",
        program="benchmark",
        villages={VILLAGE: stretch},
        counts=Counts(len(ids), 0),
    )
    write_package(
        path, manifest, records=records(spool), keys=town[0], receiver=county[1]
    )


def records(spool: Path) -> Iterator[Record]:
    """Yield the records of a feed."""
    yield Record(Kind.VILLAGE, VILLAGE.encode())
    for body in spooled(spool):
        yield Record(Kind.CHANGE, body)


def bodies() -> Iterator[bytes]:
    """Yield first-time changes of households of four or five persons, seeded."""
    dice = random.Random(2026)  # noqa: S311 - synthetic data
    for _ in range(N):
        root = Ref("household", uuid(dice))
        sets = {root: household(dice)}
        for order in range(dice.choice([4, 5, 5])):
            sets[Ref("person", uuid(dice))] = person(dice, root, order)
        yield Change(root, "导入", "dev-0", "2026-11-23T08:00:00", sets).body()


def household(dice: random.Random) -> dict[str, str]:
    """Return the fields of a household."""
    numbers = {f"income_{n}": f"{dice.randrange(10**7) / 100:.2f}" for n in range(12)}
    codes = {f"code_{n}": str(dice.randrange(4)) for n in range(15)}
    phone = f"1{dice.randrange(10**10):010}"
    return {"village": VILLAGE, "phone": phone, "address": "某村某组"} | numbers | codes


def person(dice: random.Random, root: Ref, order: int) -> dict[str, str]:
    """Return the fields of a person."""
    codes = {f"code_{n}": str(dice.randrange(4)) for n in range(20)}
    name = "".join(chr(0x4E00 + dice.randrange(3000)) for _ in range(3))
    number = f"{dice.randrange(10**18):018}"
    base = {"household": root.id, "order": str(order), "full_name": name}
    return base | {"id_number": number} | codes


def uuid(dice: random.Random) -> str:
    """Return an id that looks random and is not."""
    text = f"{dice.getrandbits(128):032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def card(office: Office) -> tuple[DeviceKeys, PeerCard]:
    """Return a new device and its card."""
    keys = DeviceKeys.generate()
    known = {"sign_key": keys.sign_key, "seal_key": keys.seal_key}
    role = Role.ADMINISTRATOR
    return keys, PeerCard(keys.device, "", office, role, "县", (), **known)


if __name__ == "__main__":
    main()
