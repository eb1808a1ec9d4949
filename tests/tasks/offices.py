"""Real workspaces of one county, quickly made, at which tasks are done."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from surveytool.casework.load import load_profile
from surveytool.domain.change import Change
from surveytool.domain.entity import Ref
from surveytool.domain.resources import FORMS
from surveytool.domain.seat import Office, Role, Seat
from surveytool.store import Host, Store
from surveytool.store.keys import Cost
from surveytool.sync.keys import DeviceKeys
from surveytool.tasks import joining, packages
from surveytool.tasks.desk import Desk

PASSPHRASE = "青山 不老 绿水 长流"  # noqa: S105 - of test files only
COUNTY = "西和县"


def monday():
    return datetime.fromisoformat("2026-11-23T09:00:00+08:00")


@dataclass
class Region:
    """A county and its townships, with their files in one folder."""

    folder: Path
    desks: list = field(default_factory=list)

    def desk(self, title, office=Office.TOWNSHIP, role=Role.SURVEYOR):
        keys = DeviceKeys.generate()
        home = self.folder / title
        home.mkdir()
        host = Host(lambda: 1_790_000_000.0, home, "pc", title, Cost(64, 1, 1))
        seat = Seat(office, role, f"{title}的人", title, COUNTY)
        store = Store.create(
            home / "w.surveytool", PASSPHRASE, seat,
            device_id=keys.device, keys=keys.to_bytes(), host=host,
        )  # fmt: skip
        desk = Desk(store, keys, load_profile("national"), FORMS, monday)
        self.desks.append(desk)
        return desk

    def county(self, *villages):
        desk = self.desk("县局", Office.COUNTY, Role.ADMINISTRATOR)
        for village in villages:
            ref = Ref("village", village)
            desk.write(ref, {ref: {"title": f"{village}村", "code": village}})
        return desk

    def join(self, county, title, *villages, role=Role.SURVEYOR):
        town = self.desk(title, role=role)
        self.certify(county, town, *villages)
        return town

    def certify(self, county, town, *villages):
        card, request = self.folder / "c.stcard", self.folder / "t.stjoin"
        joining.write_card(county, card)
        joining.request(town, card, request)
        return joining.accept(county, request, villages=villages)

    def send(self, sender, receiver, name="p.stpack"):
        path = sender.path.with_name(name)
        packages.export(sender, receiver.keys.device, path)
        return path

    def carry(self, sender, receiver):
        (result,) = packages.take_in(receiver, [self.send(sender, receiver)])
        assert result.refusal is None, result.refusal
        return result

    def close(self):
        for desk in self.desks:
            desk.close()


def household(desk, name, village, **values):
    ref = Ref("household", name)
    desk.write(ref, {ref: {"village": village, "code": name} | values})
    return ref


def edit(desk, ref, **values):
    desk.write(ref, {ref: values})


def forged(desk, root, values, **more):
    """Return a change as a tampered program would write it."""
    facts = {"who": "某人", "dev": desk.keys.device, "at": "2026"} | more
    return Change(root=root, set=values, **facts)


def reasons(desk):
    return sorted(one.reason for one in desk.store.quarantine())


def register(desk):
    """Return everything that must be equal on every replica alike."""
    held = {one.id: one.reason for one in desk.store.quarantine()}
    return desk.store.dump(), held
