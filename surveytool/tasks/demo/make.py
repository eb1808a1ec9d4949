"""Make the demo county's workspace, or open the one made before."""

from pathlib import Path

from surveytool.domain.seat import Office, Role, Seat
from surveytool.tasks.demo.county import county
from surveytool.tasks.demo.history import COUNTY, WORKER
from surveytool.tasks.demo.scale import SCALES
from surveytool.tasks.desk import Desk
from surveytool.tasks.workspaces import choose_profile, create, open_desk

PASSPHRASE = "demo-2026"  # noqa: S105 - fictional people only
NAMES = {Office.TOWNSHIP: "西岭镇.surveytool", Office.COUNTY: "湄山县.surveytool"}
SEATS = {
    Office.TOWNSHIP: Seat(Office.TOWNSHIP, Role.SURVEYOR, WORKER, "西岭镇", "湄山县"),
    Office.COUNTY: Seat(Office.COUNTY, Role.ADMINISTRATOR, COUNTY, "湄山县", "湄山县"),
}


def demo(
    folder: Path, *, office: Office = Office.TOWNSHIP, scale: str = "demo"
) -> Desk:
    """Open the demo workspace in a folder; the first time it is made."""
    path = folder / NAMES[office]
    if path.is_file():
        return open_desk(path, PASSPHRASE)
    folder.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.new")
    part.unlink(missing_ok=True)
    _make(part, office, scale)
    # Renamed when complete: a county half made is made anew.
    part.rename(path)
    return open_desk(path, PASSPHRASE)


def _make(path: Path, office: Office, scale: str) -> None:
    desk = create(path, PASSPHRASE, SEATS[office])
    desk.store.take(county(SCALES[scale], "dev-demo"))
    choose_profile(desk, "demo")
    desk.close()
