"""Photos, signatures, recordings and files that belong to an answer."""

from mimetypes import guess_type
from pathlib import Path

from surveytool.domain.refusal import Refusal
from surveytool.tasks.desk import Desk

LARGEST = 64 * 2**20
"""More bytes than any attachment may have: a longer file is not even read."""


class UnreadableFileError(Refusal):
    """A chosen file cannot be read; facts: file."""

    code = "tasks.unreadable_file"


class FileTooLargeError(Refusal):
    """A chosen file is too long to be read at all; facts: file, size, most (MiB)."""

    code = "tasks.file_too_large"


def keep(desk: Desk, data: bytes, media_type: str) -> str:
    """Keep a picture or recording; return its name, which is the answer's value.

    Raises what the store refuses: no picture, too large, a kind that is not kept.
    """
    return desk.store.attach(data, media_type)


def keep_file(desk: Desk, file: Path) -> str:
    """Keep a file that was chosen, its kind by its ending; return its name.

    Raises UnreadableFileError, FileTooLargeError and what keep() raises.
    """
    try:
        size = file.stat().st_size
        if size > LARGEST:
            raise FileTooLargeError(file=file.name, size=size >> 20, most=LARGEST >> 20)
        data = file.read_bytes()
    except OSError as error:
        raise UnreadableFileError(file=file.name) from error
    kind, _ = guess_type(file.name)
    return keep(desk, data, kind or file.suffix.lower() or "?")


def read(desk: Desk, name: str) -> bytes:
    """Return an attachment's bytes; raises what the store refuses."""
    return desk.store.attachment(name)
