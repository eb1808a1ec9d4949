"""A package of format 1, written on 2026-11-23, opens in every later program."""

from pathlib import Path

from post import make_change

from surveytool.sync.card import read_card
from surveytool.sync.keys import DeviceKeys
from surveytool.sync.reader import open_package

DATA = Path(__file__).parents[1] / "data"


def test_a_package_of_format_1_still_opens():
    card = read_card((DATA / "package-v1.stcard").read_bytes())
    keys = DeviceKeys.from_bytes((DATA / "package-v1.keys").read_bytes())
    package = open_package(
        DATA / "package-v1.stpack", keys, trusted={card.device: card}.get
    )
    known, *new = [make_change(n) for n in (1, 2, 3)]
    far = make_change(9, "V9")
    assert list(package.changes()) == [*new, far]
    assert package.contents.feeds == {"V1": tuple(one.id for one in [known, *new])}
    assert package.manifest.counts == (3, 1)
    assert package.manifest.want == ("ab" * 32,)
    assert package.manifest.have["V1"].n == 1
    assert package.manifest.county == "五都县"
    assert package.sender == card
