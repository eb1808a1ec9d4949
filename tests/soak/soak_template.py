"""Workspaces that know each other and two families, copied for each history."""

from dataclasses import dataclass, field
from pathlib import Path

from soak_laptop import PASSPHRASE, Laptop, QuietStore, computer

from surveytool.casework.load import load_profile
from surveytool.casework.profile import Profile
from surveytool.domain.entity import Ref
from surveytool.domain.seat import Office, Role, Seat
from surveytool.sync.keys import DeviceKeys
from surveytool.tasks import peers

VILLAGES = ("V0", "V1", "V2", "V3")
NAMES = ("county", "town0", "town1", "town2", "town3")


@dataclass(frozen=True)
class Template:
    """Where the empty workspaces lie; the first is the county's."""

    folder: Path
    profile: Profile
    held: dict[str, dict] = field(default_factory=dict)


def make(folder, *, overlap):
    """Make five workspaces; a township has some villages, or has them all."""
    folder.mkdir()
    profile = load_profile("national")
    template = Template(folder, profile)
    for number, name in enumerate(NAMES):
        _create(folder, name, _seat(number, overlap=overlap))
    world = {}
    laptops = [open_copy(template, name, folder, world=world) for name in NAMES]
    county, *towns = laptops
    for town in towns:
        introduce(town, county)
    _begin(county, towns)
    for name, laptop in zip(NAMES, laptops, strict=True):
        template.held[name] = laptop.held
        laptop.store.close()
    return template


def _begin(county, towns):
    """Give the county two families, and its townships those of their villages."""
    for number in range(2):
        root, person = Ref("household", f"h{number}"), Ref("person", f"p{number}")
        values = {
            root: {"village": VILLAGES[number * 2], "code": f"62120{number:013}"},
            person: {"household": root.id, "full_name": "1"},
        }
        county.save(county.show(root), values)
    for town in towns:
        town.take([county.send(town, f"{town.device}.stpack")])


def introduce(one, other):
    """Let two computers keep each other's cards."""
    peers.keep(one.desk, other.card)
    peers.keep(other.desk, one.card)


def open_copy(template, name, folder, *, world, path=None, held=()):
    """Open a workspace as the computer whose it is."""
    path = path or folder / f"{name}.surveytool"
    host = computer(folder, name)
    return Laptop.open(path, host, profile=template.profile, held=held, world=world)


def _seat(number, *, overlap):
    if number == 0:
        return Seat(Office.COUNTY, Role.ADMINISTRATOR, "王", "county", "五都县")
    own = (VILLAGES[number - 1], VILLAGES[number % len(VILLAGES)])
    role = Role.ADMINISTRATOR
    villages = own if overlap else VILLAGES
    return Seat(Office.TOWNSHIP, role, "李", f"town{number}", "五都县", villages)


def _create(folder, name, seat):
    keys = DeviceKeys.generate()
    QuietStore.create(
        folder / f"{name}.surveytool",
        PASSPHRASE,
        seat,
        device_id=keys.device,
        keys=keys.to_bytes(),
        host=computer(folder, name),
    ).close()
