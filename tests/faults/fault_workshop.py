"""Workspaces for the faults, and a process in them that is killed at some moment."""

import os
import select
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from fault_deeds import FORM, HOUSEHOLD, PASSPHRASE, WHERE
from openpyxl import Workbook

from surveytool.casework.load import load_profile
from surveytool.domain.change import Change
from surveytool.domain.entity import Ref
from surveytool.domain.seat import Office, Role, Seat
from surveytool.store import Store
from surveytool.store.host import this_host
from surveytool.store.keys import Cost
from surveytool.sync.keys import DeviceKeys
from surveytool.tasks import packages, peers
from surveytool.tasks.desk import Desk

HERE = Path(__file__).parent
V1 = HERE.parent / "data" / "workspace-v1.surveytool"
VILLAGE = "621202101201"
TITLES = (
    "乡镇", "行政村", "村编码", "组", "户编号", "姓名", "与户主关系", "证件号码",
    "户类型", "监测对象类别", "识别监测时间", "致贫返贫风险", "家庭人口数",
)  # fmt: skip
CHEAP = Cost(64, 1, 1)


def cheap_host():
    """This computer, with passphrases that cost nothing."""
    return replace(this_host(), cost=CHEAP)


def home(number):
    root, person = Ref("household", f"h{number}"), Ref("person", f"p{number}")
    values = {
        root: {"village": VILLAGE, "code": f"62120{number:05}"},
        person: {"household": root.id, "full_name": f"王{number}", "relation": "head"},
    }
    return Change(root, "王", "d", "2026-11-23T08:00:00", values)


def write_roster(path, households=40):
    book = Workbook()
    book.active.append(TITLES)
    place = ("西岭镇", "上坪村", VILLAGE, "一组")
    watch = ("脱贫户", "脱贫不稳定户", "202301", "因病", "1")
    for number in range(households):
        own = (f"9{number:04}", "马文山", "户主", "")
        book.active.append(place + own + watch)
    book.save(path)


@dataclass
class Workshop:
    """What each killed process starts from; made once."""

    folder: Path
    keys: dict[str, DeviceKeys] = field(default_factory=dict)

    def __post_init__(self):
        self.folder.mkdir()
        town = self._make("town", Office.TOWNSHIP)
        county = self._make("county", Office.COUNTY)
        for one, other in ((town, county), (county, town)):
            peers.keep(one, peers.own_card(other))
        town.store.take(home(number) for number in range(20))
        county.store.take(home(number) for number in range(15, 60))
        packages.export(county, "大庙镇", self.folder / "p.stpack")
        self.keys = {"town": town.keys, "county": county.keys}
        self.town_card = peers.own_card(town)
        for desk in (town, county):
            desk.store.close()
        write_roster(self.folder / "roster.xlsx")

    def copy(self, to, name="town"):
        """Copy a workspace; it remains the device that it was, unlike in life."""
        to.mkdir()
        path = to / "w.surveytool"
        if name == "v1":
            shutil.copyfile(V1, path)
            return path
        shutil.copyfile(self.folder / f"{name}.surveytool", path)
        keys = self.keys[name]
        with Store.open(path, PASSPHRASE, host=cheap_host()) as store:
            store.adopt(keys.device, keys.to_bytes())
        return path

    def _make(self, name, office):
        keys = DeviceKeys.generate()
        title = {"town": "大庙镇", "county": "县局"}[name]
        seat = Seat(office, Role.ADMINISTRATOR, "王", title, "五都县", (VILLAGE,))
        path = self.folder / f"{name}.surveytool"
        store = Store.create(
            path,
            PASSPHRASE,
            seat,
            device_id=keys.device,
            keys=keys.to_bytes(),
            host=cheap_host(),
        )
        return Desk(store, keys, load_profile("national"), HERE)


class Nursery:
    """Bears processes that are killed; one at a time."""

    def __init__(self):
        root = str(HERE.parents[1])
        self._process = subprocess.Popen(
            [sys.executable, str(HERE / "fault_nursery.py")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": root},
        )
        self._rest = b""

    def close(self):
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait()

    def run(self, deed, path, other="", *, seconds=None):
        """Let a process live for some seconds after it has begun; return its words.

        Returns what it said, whether it came to its end by itself, and how long it
        took.
        """
        line = f"{deed}\t{path}\t{other}\n"
        self._process.stdin.write(line.encode())
        self._process.stdin.flush()
        said, pid, begun = [], 0, None
        while True:
            left = None
            if begun is not None and seconds is not None and pid:
                left = max(0.0, begun + seconds - time.monotonic())
            word = self._line(left)
            if word is None:
                # It may have come to its end in this very moment.
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
                seconds = None
            elif word.startswith("born"):
                pid = int(word.split()[1])
            elif word == "begun":
                begun = time.monotonic()
            elif word.startswith("dead"):
                status = int(word.split()[1])
                assert status in (0, signal.SIGKILL), said
                took = time.monotonic() - (begun or time.monotonic())
                return said, status == 0, took
            else:
                said.append(word.removeprefix("done").strip())

    def _line(self, seconds):
        while b"\n" not in self._rest:
            ready, _, _ = select.select([self._process.stdout], [], [], seconds)
            if not ready:
                return None
            self._rest += os.read(self._process.stdout.fileno(), 65536)
        line, _, self._rest = self._rest.partition(b"\n")
        return line.decode()


def answers(store):
    """Return what is typed in the address of the form so far."""
    found = store.entities("submission", household=HOUSEHOLD)
    return [int(one.get(WHERE, "0")) for one in found if one.get("form") == FORM]
