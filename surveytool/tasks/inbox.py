"""The inbox: a folder in which packages for this computer turn up; off by default."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from surveytool.domain.refusal import Refusal
from surveytool.sync.frame import END_MARK, SIGNATURE, read_header
from surveytool.tasks.desk import Desk
from surveytool.tasks.taking import SUFFIX, TakenIn, take_in

FOLDER, TAKEN = "inbox", "inbox_taken"
MOST_REMEMBERED = 2000
_TAIL = len(END_MARK) + SIGNATURE


class NotAFolderError(Refusal):
    """The folder to watch is not there."""

    code = "tasks.not_a_folder"


class Stamp(NamedTuple):
    """How a file looked: it is left alone while that still changes."""

    size: int
    changed: int


@dataclass(frozen=True, slots=True)
class Polled:
    """What a look into the inbox found: for the next look, and to take in now.

    ``tried`` was ready once: it is offered again only when it has changed.
    """

    stamps: Mapping[Path, Stamp] = field(default_factory=dict)
    ready: tuple[Path, ...] = ()
    tried: Mapping[Path, Stamp] = field(default_factory=dict)


NOTHING = Polled()


def folder(desk: Desk) -> Path | None:
    """Return the folder that is watched, None while none is."""
    text = desk.store.setting(FOLDER)
    return Path(text) if text else None


def watch(desk: Desk, chosen: Path | None) -> None:
    """Watch a folder from now on, or none; raises NotAFolderError."""
    if chosen is not None and not chosen.is_dir():
        raise NotAFolderError(folder=chosen)
    desk.store.set_setting(FOLDER, str(chosen) if chosen else "")
    desk.store.audit("inbox", str(chosen or ""))


def look(desk: Desk, before: Polled = NOTHING) -> Polled:
    """Look into the folder; only reads, and takes nothing that still grows.

    Ready are packages for this device that are whole, that looked the same the
    last time, and that were not taken in from here before. A folder that is not
    there now, such as a stick that was removed, is empty.
    """
    watched = folder(desk)
    if watched is None:
        return NOTHING
    stamps = _stamps(watched)
    taken = set(desk.store.setting(TAKEN).split())
    ready = [
        path
        for path, stamp in sorted(stamps.items())
        if before.stamps.get(path) == stamp
        and before.tried.get(path) != stamp
        and _is_ours(path, desk.keys.device, taken)
    ]
    tried = {**before.tried, **{path: stamps[path] for path in ready}}
    return Polled(stamps, tuple(ready), tried)


def empty(desk: Desk, found: Polled) -> list[TakenIn]:
    """Take in what is ready; the files stay where they are."""
    marks = {path: _mark(path) for path in found.ready}
    results = take_in(desk, found.ready)
    good = [marks[one.path] for one in results if one.refusal is None]
    known = [*desk.store.setting(TAKEN).split(), *(mark for mark in good if mark)]
    desk.store.set_setting(TAKEN, " ".join(known[-MOST_REMEMBERED:]))
    return results


def _stamps(watched: Path) -> dict[Path, Stamp]:
    found = {}
    try:
        with os.scandir(watched) as entries:
            for entry in entries:
                if entry.name.endswith(SUFFIX) and entry.is_file(follow_symlinks=False):
                    facts = entry.stat()
                    stamp = Stamp(facts.st_size, facts.st_mtime_ns)
                    found[Path(entry.path)] = stamp
    except OSError:  # the stick was removed while we looked
        return {}
    return found


def _is_ours(path: Path, device: str, taken: set[str]) -> bool:
    try:
        with path.open("rb") as file:
            if read_header(file).receiver != device:
                return False
            file.seek(-_TAIL, os.SEEK_END)
            is_whole = file.read(len(END_MARK)) == END_MARK
            return is_whole and file.read().hex() not in taken
    except (OSError, Refusal):
        return False


def _mark(path: Path) -> str:
    """Return a package's signature, by which it is known again, "" if it is gone."""
    try:
        with path.open("rb") as file:
            file.seek(-SIGNATURE, os.SEEK_END)
            return file.read().hex()
    except OSError:
        return ""
