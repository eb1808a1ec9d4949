"""Which kind of drive a file is on: only a fixed one is fit to work on."""

import os
import re
import sys
from enum import StrEnum
from pathlib import Path

SHARES = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "9p", "ceph"}
FUSED = {"davfs", "fuse.davfs", "fuse.sshfs", "fuse.gvfsd-fuse", "fuse.rclone"}
NETWORK_TYPES = SHARES | FUSED
MOUNTS, BLOCKS = Path("/proc/mounts"), Path("/sys/class/block")
OCTAL = re.compile(r"\\([0-7]{3})")
WINDOWS_REMOVABLE, WINDOWS_REMOTE, WINDOWS_CD = 2, 4, 5


class Drive(StrEnum):
    """A kind of drive."""

    FIXED = "fixed"
    REMOVABLE = "removable"
    NETWORK = "network"


def drive_of(path: Path) -> Drive:
    """Return the kind of drive a file is on, or would be on."""
    whole = path.absolute()
    if sys.platform == "win32":
        return windows_drive(whole)
    try:
        return linux_drive(whole.resolve(), MOUNTS.read_text("utf-8"), BLOCKS)
    except OSError:
        return Drive.FIXED


def linux_drive(path: Path, mounts: str, blocks: Path) -> Drive:
    """Find the mount a path is under, and what the kernel says of its disk."""
    device, kind = _mount(path, mounts)
    if kind in NETWORK_TYPES:
        return Drive.NETWORK
    disk = blocks / Path(device).name
    if not disk.exists():
        return Drive.FIXED
    disk = disk.resolve()
    # A partition's flag stands with its disk; a USB hard disk says it is fixed.
    flags = [one / "removable" for one in (disk, disk.parent)]
    removable = any(one.is_file() and one.read_text().strip() == "1" for one in flags)
    on_usb = any(part.startswith("usb") for part in disk.parts)
    return Drive.REMOVABLE if removable or on_usb else Drive.FIXED


def windows_drive(path: Path) -> Drive:
    """Ask Windows about a drive letter; a share without a letter is remote."""
    if sys.platform != "win32":
        return Drive.FIXED
    import ctypes  # noqa: PLC0415 - windll is there only

    kind = ctypes.windll.kernel32.GetDriveTypeW(path.anchor)
    if kind == WINDOWS_REMOTE or path.anchor.startswith("\\\\"):
        return Drive.NETWORK
    removable = kind in (WINDOWS_REMOVABLE, WINDOWS_CD)
    return Drive.REMOVABLE if removable else Drive.FIXED


def _mount(path: Path, mounts: str) -> tuple[str, str]:
    found, longest = ("", ""), -1
    for line in mounts.splitlines():
        device, point, kind = line.split(" ")[:3]
        place = os.fsdecode(
            os.fsencode(point).decode("unicode_escape").encode("latin-1")
        )
        # Of two mounts at one place the later one is seen.
        if len(place) >= longest and path.is_relative_to(place):
            found, longest = (device, kind), len(place)
    return found
