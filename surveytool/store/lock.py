"""One opener at a time: a lock that dies with the process, and its note."""

import json
import os
import sys
from pathlib import Path
from typing import IO

from surveytool.domain.refusal import Refusal

NOTE_AT = 64
"""The first bytes are what is locked; the note stays readable behind them."""


class InUseError(Refusal):
    """Someone else has the workspace open; facts: operator, host, pid."""

    code = "store.in_use"


class NoLock:
    """Nobody else can write either: the file is only read."""

    def say(self, *, operator: str, host: str) -> None:
        """Leave no note."""

    def release(self) -> None:
        """Let nobody in: nobody was kept out."""


class Lock:
    """The right to work on a workspace, held until released."""

    def __init__(self, path: Path) -> None:
        self.path = path.with_name(path.name + ".lock")
        self._file = self._take()

    def say(self, *, operator: str, host: str) -> None:
        """Leave a note of who holds it, for whoever comes second."""
        note = {"operator": operator, "host": host, "pid": os.getpid()}
        self._file.seek(NOTE_AT)
        self._file.truncate()
        self._file.write(json.dumps(note).encode())
        self._file.flush()

    def release(self) -> None:
        """Let the next one in."""
        # While it is still held: afterwards the file may be the next one's.
        self._remove()
        self._file.close()
        if sys.platform == "win32":
            self._remove()

    def _remove(self) -> None:
        try:
            self.path.unlink(missing_ok=True)
        except PermissionError:
            return  # Windows: we, or the next one, have it open

    def _take(self) -> IO[bytes]:
        while True:
            file = os.fdopen(os.open(self.path, os.O_RDWR | os.O_CREAT), "r+b")
            if not _grab(file):
                file.close()
                raise InUseError(path=self.path.stem, **self._holder())
            if self._is_current(file):
                return file
            file.close()

    def _is_current(self, file: IO[bytes]) -> bool:
        # The holder before may have removed the file that was just locked.
        try:
            return os.path.samestat(os.fstat(file.fileno()), self.path.stat())
        except FileNotFoundError:
            return False

    def _holder(self) -> dict[str, str]:
        unknown = {"operator": "?", "host": "?", "pid": "?"}
        try:
            note = json.loads(self.path.read_bytes()[NOTE_AT:])
        except (OSError, ValueError):
            return unknown
        return unknown | {name: str(fact) for name, fact in note.items()}


if sys.platform == "win32":
    import msvcrt

    def _grab(file: IO[bytes]) -> bool:
        file.seek(0)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _grab(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
