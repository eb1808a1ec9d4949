"""Real workspaces for the tests of pages."""

from datetime import datetime
from pathlib import Path

from surveytool.domain.seat import Office, Role, Seat
from surveytool.tasks import workspaces
from surveytool.tasks.demo.county import county
from surveytool.tasks.demo.scale import SCALES
from surveytool.tasks.desk import Desk

PASSPHRASE = "湄山 2026 demo"  # noqa: S105 - opens a demo only
COUNTY = Seat(Office.COUNTY, Role.ADMINISTRATOR, "钱卫东", "湄山县", "湄山县")
TOWNSHIP = Seat(Office.TOWNSHIP, Role.SURVEYOR, "赵志远", "西岭镇", "湄山县")


def monday() -> datetime:
    """The demo county's own day."""
    return datetime.fromisoformat("2026-11-23T09:00:00+08:00")


def make_desk(path: Path, seat: Seat) -> Desk:
    """Make a workspace with the small demo county in it."""
    desk = workspaces.create(path, PASSPHRASE, seat)
    desk.store.take(county(SCALES["small"], desk.store.device_id))
    workspaces.choose_profile(desk, "demo")
    desk.clock = monday
    return desk
