"""Keep the workspace safe: verify, back up, restore, dump."""

from datetime import datetime
from pathlib import Path
from typing import Any

from surveytool.domain.problem import Problem
from surveytool.store.keeping import prune
from surveytool.store.store import Store
from surveytool.tasks.desk import Desk
from surveytool.tasks.workspaces import desk_of, renew_device


def verify(desk: Desk) -> list[Problem]:
    """Check pages, hashes and standing values; the findings say what to do."""
    return desk.store.verify()


def backup(desk: Desk, out: Path | None = None) -> Path:
    """Make a dated, encrypted, checked copy; returns its path.

    Beside the workspace, old copies go by the rule of hours, days and weeks.
    """
    copy = desk.store.backup(out)
    desk.store.set_setting("last_backup", desk.stamp())
    if out is None:
        prune(copy.parent, desk.path, datetime.now())  # noqa: DTZ005 - names carry the local time
    return copy


def restore(copy: Path, path: Path, passphrase: str, operator: str = "") -> Desk:
    """Make a workspace from a backup; it becomes a new device."""
    store = Store.restore(copy, path, passphrase, operator=operator)
    renew_device(store)
    return desk_of(store)


def dump(desk: Desk) -> dict[str, Any]:
    """Return the canonical state: equal on every replica of the same changes."""
    return desk.store.dump()
