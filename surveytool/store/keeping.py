"""Which backups are kept: near in time many, far back few.

All of the last 2 hours, then one an hour for 8 hours, one a day for 7 days and
one a week for 5 weeks; always the newest 3. docs/manual/safety.md says it too.
"""

import re
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path

STAMP = "%Y-%m-%d-%H%M%S"
ALL_FOR = timedelta(hours=2)
HOURLY_FOR = timedelta(hours=8)
DAILY_FOR = timedelta(days=7)
WEEKLY_FOR = timedelta(weeks=5)
NEWEST = 3

_DATED = re.compile(r"-(\d{4}-\d{2}-\d{2}-\d{6})(-\d{1,3})?$")


def kept(times: Iterable[datetime], now: datetime) -> set[datetime]:
    """Return which backup times stay; of each hour, day and week the last one."""
    newest_first = sorted(set(times), reverse=True)
    stay, taken = set(newest_first[:NEWEST]), set[tuple[str, str]]()
    for time in newest_first:
        mark = _mark(time, now - time)
        if mark is None:
            continue
        if mark[0] == "all" or mark not in taken:
            stay.add(time)
        taken.add(mark)
    return stay


def prune(folder: Path, workspace: Path, now: datetime) -> list[Path]:
    """Remove the backups of a workspace that the rule lets go; returns them.

    Only files named as backups of this workspace are ever touched.
    """
    found = backups(folder, workspace)
    stay = kept((time for _, time in found), now)
    gone = [path for path, time in found if time not in stay]
    for path in gone:
        path.unlink(missing_ok=True)
    return gone


def backups(folder: Path, workspace: Path) -> list[tuple[Path, datetime]]:
    """Return a workspace's backups with their times, newest first."""
    if not folder.is_dir():
        return []
    found = []
    for path in folder.iterdir():
        dated = _DATED.search(path.stem)
        if dated and path.suffix == workspace.suffix:
            name = path.stem[: dated.start()]
            if name == workspace.stem and path.is_file():
                found.append((path, datetime.strptime(dated[1], STAMP)))  # noqa: DTZ007 - the local time of the name
    return sorted(found, key=lambda one: (one[1], one[0].name), reverse=True)


def _mark(time: datetime, age: timedelta) -> tuple[str, str] | None:
    """Return the span a backup stands for, None where it is too old."""
    if age <= ALL_FOR:
        return "all", ""
    if age <= HOURLY_FOR:
        return "hour", time.strftime("%Y-%m-%d %H")
    if age <= DAILY_FOR:
        return "day", time.strftime("%Y-%m-%d")
    if age <= WEEKLY_FOR:
        return "week", time.strftime("%G-%V")
    return None
