"""The computer around a workspace: its clock, its name, its own folder."""

import hashlib
import os
import platform
import sys
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from surveytool.store.drives import Drive, drive_of
from surveytool.store.keys import Cost


@dataclass(frozen=True, slots=True)
class Host:
    """What the store asks of the computer; tests put in their own.

    ``state`` is a folder of this user; ``cost`` is that of new passphrases.
    """

    clock: Callable[[], float]
    state: Path
    name: str
    machine: str
    cost: Cost
    drive: Callable[[Path], Drive] = field(default=drive_of)

    def place(self, path: Path) -> str:
        """Return a mark of this very file on this very computer."""
        mark = f"{self.machine}:{path.stat().st_ino}"
        return hashlib.sha256(mark.encode()).hexdigest()


def this_host() -> Host:
    """Return the computer the program runs on."""
    return Host(
        clock=time.time,
        state=_state_folder(),
        name=platform.node(),
        machine=_machine(),
        cost=Cost(),
    )


def _state_folder() -> Path:
    home = Path.home()
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA", home / "AppData" / "Local")
    else:
        base = os.environ.get("XDG_STATE_HOME", home / ".local" / "state")
    return Path(base) / "surveytool"


def _machine() -> str:
    if sys.platform == "win32":
        return _windows_machine()
    for name in ("/etc/machine-id", "/var/lib/dbus/machine-id"):
        if (file := Path(name)).is_file():
            return file.read_text("ascii").strip()
    return f"{uuid.getnode():x}"


def _windows_machine() -> str:
    if sys.platform != "win32":
        return ""
    import winreg  # noqa: PLC0415 - there is none elsewhere

    path = r"SOFTWARE\Microsoft\Cryptography"
    with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, path) as place:
        return str(winreg.QueryValueEx(place, "MachineGuid")[0])
