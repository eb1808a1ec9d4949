"""Write the first seeds of each target: honest bytes for a fuzzer to bend.

python tests/fuzz/make_seeds.py
"""

import zstandard
from fuzz_targets import CARD, COUNTY, DATA, SEEDS, TOWN
from post import make_card, make_change

from surveytool.domain.change import digest
from surveytool.domain.seat import Office
from surveytool.sync import joining
from surveytool.sync.body import identify
from surveytool.sync.card import write_card
from surveytool.sync.contents import Tally
from surveytool.sync.header import Header
from surveytool.sync.holdings import NOTHING, Receipt
from surveytool.sync.manifest import Counts, Manifest, Stretch
from surveytool.sync.record import Kind, Record


def main():
    for target, seeds in honest().items():
        folder = SEEDS / target
        folder.mkdir(parents=True, exist_ok=True)
        for number, data in enumerate(seeds):
            (folder / f"honest-{number}").write_bytes(data)


def honest():
    changes = [make_change(n) for n in range(2)]
    first = manifest(changes, Counts(2, 0))
    named = manifest(changes, Counts(1, 1), want=("ab" * 32,))
    village = Record(Kind.VILLAGE, b"V1")
    carried = [Record(Kind.CHANGE, one.body()) for one in changes]
    name = Record(Kind.NAMED, bytes.fromhex(changes[0].id))
    plain = [closed(first, village, *carried), closed(named, village, name, carried[1])]
    packed = [zstandard.compress(one) for one in plain]
    card = write_card(make_card(TOWN), TOWN)
    county = make_card(COUNTY, Office.COUNTY)
    request = joining.ask_to_join(make_card(TOWN), TOWN)
    asked = joining.read_request(request)
    acceptance = joining.accept(asked, make_card(TOWN), county=county, keys=COUNTY)
    return {
        "outer": [(DATA / "package-v1.stpack").read_bytes()],
        "header": [Header(CARD.device, COUNTY.device).to_bytes() + b"\0\0x"],
        "inner": plain,
        "packed": [len(p).to_bytes(4) + z for p, z in zip(plain, packed, strict=True)],
        "records": plain,
        "manifest": [first.to_bytes(), named.to_bytes()],
        "change": [one.body() for one in changes],
        "letters": [card, request, acceptance],
    }


def manifest(changes, counts, **more):
    ids = [one.id for one in changes]
    stretch = Stretch(NOTHING, Receipt(len(ids), digest(ids)))
    return Manifest(
        "2026", TOWN.device, COUNTY.device, "五都县", "0.1.0",
        {"V1": stretch}, {"V1": Receipt(1, "cd" * 32)}, counts=counts, **more,
    )  # fmt: skip


def closed(first, *records):
    tally = Tally(first, identify)
    for one in records:
        tally.add(one)
    every = [Record(Kind.MANIFEST, first.to_bytes()), *records, tally.closing()]
    return b"".join(one.framed() for one in every)


if __name__ == "__main__":
    main()
