from dataclasses import dataclass, field
from pathlib import Path

from surveytool.domain.change import Change
from surveytool.domain.entity import Ref
from surveytool.domain.seat import Office, Role, Seat
from surveytool.store import Host, Store
from surveytool.store.keys import Cost

SEAT = Seat(
    Office.TOWNSHIP, Role.SURVEYOR, "李雪", "桔柑镇", "武都区", ("621202101201",)
)
PASSPHRASE = "青山 不老 绿水 长流"  # noqa: S105 - of test files only
WRONG = "另一个口令"


@dataclass
class Clock:
    now: float = 1_790_000_000.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Bench:
    """Makes stores in one folder, on one computer with its own clock."""

    folder: Path
    clock: Clock = field(default_factory=Clock)
    machine: str = "m1"

    @property
    def host(self) -> Host:
        return Host(
            self.clock, self.folder / "state", "pc", self.machine, Cost(64, 1, 1)
        )

    def create(self, name="w.surveytool", device="d1") -> Store:
        path = self.folder / name
        return Store.create(
            path, PASSPHRASE, SEAT, device_id=device, keys=b"k" * 32, host=self.host
        )

    def open(self, name="w.surveytool", passphrase=PASSPHRASE) -> Store:
        return Store.open(self.folder / name, passphrase, host=self.host)


H1, H2 = Ref("household", "h1"), Ref("household", "h2")
P1, P2, P3 = (Ref("person", f"p{n}") for n in (1, 2, 3))
VILLAGE = Ref("village", "621202101201")


def change(values, root=H1, seen=(), at="2026-11-23T10:00:00+08:00", **more):
    facts = {"who": "李雪", "dev": "d1", "at": at} | more
    return Change(root=root, set=values, seen=frozenset(seen), **facts)


def database(store):
    """Reach behind the store's back, as a curious or a careless person would."""
    return store._db  # noqa: SLF001 - that is the point
