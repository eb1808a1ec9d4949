"""What the disk does to us, in sentences: full, read-only, torn out."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from surveytool.domain.refusal import Refusal
from surveytool.store.sqlcipher import DatabaseError


class DiskFullError(Refusal):
    """There is no room left; facts: path."""

    code = "store.disk_full"


class ReadOnlyError(Refusal):
    """The file or its folder cannot be written; facts: path."""

    code = "store.read_only"


class DiskError(Refusal):
    """The drive did not do what it was told; facts: path, detail."""

    code = "store.disk_error"


class RemovableError(Refusal):
    """The workspace is on a stick; facts: path."""

    code = "store.on_removable"


class NetworkError(Refusal):
    """The workspace is on a network drive; facts: path."""

    code = "store.on_network"


FULL = "full"
READ_ONLY = ("readonly", "read-only")
BROKEN = ("disk i/o error", "unable to open")


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what SQLite and the system say of a disk into a refusal.

    Raises DiskFullError, ReadOnlyError or DiskError; the transaction was undone.
    """
    try:
        yield
    except DatabaseError as error:
        refusal = _refusal(str(error).lower(), path)
        if refusal is None:
            raise
        raise refusal from error
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskFullError(path=path) from error
        if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
            raise ReadOnlyError(path=path) from error
        raise DiskError(path=path, detail=error.strerror or error) from error


def _refusal(said: str, path: Path) -> Refusal | None:
    if FULL in said:
        return DiskFullError(path=path)
    if any(word in said for word in READ_ONLY):
        return ReadOnlyError(path=path)
    if any(word in said for word in BROKEN):
        return DiskError(path=path, detail=said)
    return None
