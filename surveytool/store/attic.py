"""Photos, signatures and scans: encrypted files beside the workspace.

Why beside it and not inside: docs/decisions/0006-attachments-beside.md.
"""

import hashlib
import os
import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import pyrage
from pyrage.x25519 import Identity

from surveytool.domain.refusal import Refusal
from surveytool.store.pictures import remake
from surveytool.store.troubles import told

LARGEST = 20 * 2**20
"""The most bytes that one attachment may have."""

ENDINGS = {
    "application/pdf": "pdf",
    "audio/mpeg": "mp3",
    "audio/mp4": "m4a",
    "audio/aac": "aac",
    "audio/amr": "amr",
    "audio/ogg": "ogg",
    "audio/wav": "wav",
    "audio/x-wav": "wav",
}
NAME = re.compile(r"[0-9a-f]{64}\.[a-z0-9]{2,4}")
FOLDER = "attachments"


class UnknownKindError(Refusal):
    """A file of a kind that is not kept; facts: kind."""

    code = "store.unknown_kind"


class TooLargeError(Refusal):
    """A file is larger than an attachment may be; facts: size, most (MiB)."""

    code = "store.attachment_too_large"


class MissingAttachmentError(Refusal):
    """An attachment is not on this computer; facts: name."""

    code = "store.missing_attachment"


class BrokenAttachmentError(Refusal):
    """An attachment does not read back, or is another than it says; facts: name."""

    code = "store.broken_attachment"


@dataclass(frozen=True, slots=True)
class Attic:
    """The folder of attachments; any thread may use it, no transaction waits."""

    folder: Path
    identity: str

    @classmethod
    def beside(cls, path: Path, identity: str) -> "Attic":
        """Return the attic of a workspace file."""
        return cls(path.with_name(f"{path.name}.{FOLDER}"), identity)

    def attach(self, data: bytes, media_type: str) -> str:
        """Keep a picture or file and return its name, made of its content.

        Raises NotAPictureError, PictureTooLargeError, UnknownKindError,
        TooLargeError.
        """
        _check_size(data)
        if media_type.startswith("image/"):
            data, ending = remake(data)
        elif media_type in ENDINGS:
            ending = ENDINGS[media_type]
        else:
            raise UnknownKindError(kind=media_type)
        name = f"{hashlib.sha256(data).hexdigest()}.{ending}"
        self._write(name, data)
        return name

    def keep(self, name: str, data: bytes) -> None:
        """Keep what a peer sent under its name; raises BrokenAttachmentError."""
        _check_size(data)
        if not is_name(name) or hashlib.sha256(data).hexdigest() != name[:64]:
            raise BrokenAttachmentError(name=name)
        self._write(name, data)

    def read(self, name: str) -> bytes:
        """Return an attachment's bytes; raises what copy_to() raises."""
        out = BytesIO()
        self.copy_to(name, out)
        return out.getvalue()

    def copy_to(self, name: str, out: BinaryIO) -> None:
        """Write an attachment out in portions, and check it on the way.

        Raises MissingAttachmentError or BrokenAttachmentError.
        """
        measured = _Measured(out)
        try:
            with self._file(name).open("rb") as file:
                identity = Identity.from_str(self.identity)
                pyrage.decrypt_io(file, measured, [identity])
        except FileNotFoundError as error:
            raise MissingAttachmentError(name=name) from error
        except (pyrage.DecryptError, OSError) as error:
            raise BrokenAttachmentError(name=name) from error
        if measured.digest.hexdigest() != name[:64]:
            raise BrokenAttachmentError(name=name)

    def has(self, names: Iterable[str]) -> set[str]:
        """Return those of the names that are on this computer."""
        return {name for name in names if is_name(name) and self._file(name).is_file()}

    def copy_from(self, other: "Attic", names: Iterable[str]) -> int:
        """Copy the files that are only in another folder; returns how many."""
        wanted = set(names)
        lacking = other.has(wanted) - self.has(wanted)
        for name in sorted(lacking):
            self._put(name, BytesIO(other._file(name).read_bytes()))  # noqa: SLF001 - one of ours
        return len(lacking)

    def _write(self, name: str, data: bytes) -> None:
        if not self._is_sound(name):
            sealed = BytesIO()
            to = Identity.from_str(self.identity).to_public()
            pyrage.encrypt_io(BytesIO(data), sealed, [to])
            sealed.seek(0)
            self._put(name, sealed)

    def _is_sound(self, name: str) -> bool:
        if not self._file(name).is_file():
            return False
        try:
            self.read(name)
        except BrokenAttachmentError:
            return False
        return True

    def _put(self, name: str, content: BinaryIO) -> None:
        file = self._file(name)
        with told(file):
            file.parent.mkdir(parents=True, exist_ok=True)
        part = file.with_name(f"{name}.{secrets.token_hex(4)}.part")
        with told(file):
            try:
                with part.open("xb") as out:
                    out.write(content.read())
                    out.flush()
                    os.fsync(out.fileno())
                part.replace(file)
            finally:
                part.unlink(missing_ok=True)

    def _file(self, name: str) -> Path:
        if not is_name(name):
            raise MissingAttachmentError(name=name)
        return self.folder / name[:2] / name


class _Measured:
    """Hashes what is written through it."""

    def __init__(self, out: BinaryIO) -> None:
        self._out, self.digest = out, hashlib.sha256()

    def write(self, data: bytes) -> int:
        self.digest.update(data)
        return self._out.write(data)

    def flush(self) -> None:
        self._out.flush()


def new_identity() -> str:
    """Return a new key for attachments, as text."""
    return str(Identity.generate())


def is_name(text: str) -> bool:
    """Tell whether a value names an attachment."""
    return len(text) <= 69 and NAME.fullmatch(text) is not None  # noqa: PLR2004 - 64 digits, a point, an ending


def _check_size(data: bytes) -> None:
    if len(data) > LARGEST:
        size, most = (f"{n / 2**20:.0f}" for n in (len(data), LARGEST))
        raise TooLargeError(size=size, most=most)
