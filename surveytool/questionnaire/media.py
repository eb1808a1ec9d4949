"""The files that come with a form, found by name and nowhere else."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar
from urllib.parse import unquote

from surveytool.domain.refusal import Refusal
from surveytool.formula.xml import MAX_BYTES


class MediaTooLargeError(Refusal):
    """A file that comes with a form is larger than the limit."""

    code: ClassVar[str] = "questionnaire.media_too_large"


@dataclass(frozen=True, slots=True)
class Media:
    """A folder of files, or files already in memory."""

    folder: Path | None = None
    files: Mapping[str, bytes] = field(default_factory=dict)

    def read(self, address: str) -> bytes | None:
        """Return the bytes of "jr://file/x.xml" or "x.xml", or None if absent.

        Raises MediaTooLargeError.
        """
        name = file_name(address)
        if name in self.files:
            return self.files[name]
        path = self.path(name)
        if path is None:
            return None
        if path.stat().st_size > MAX_BYTES:
            raise MediaTooLargeError(name=name, limit=MAX_BYTES >> 20)
        return path.read_bytes()

    def holds(self, address: str) -> bool:
        """Whether a file is there."""
        return file_name(address) in self.files or self.path(address) is not None

    def path(self, address: str) -> Path | None:
        """Return where a file lies; None if not in the folder, or only linked there."""
        name = file_name(address)
        if self.folder is None or name in ("", ".", ".."):
            return None
        path = self.folder / name
        is_inside = path.resolve().parent == self.folder.resolve()
        return path if is_inside and path.is_file() else None


def file_name(address: str) -> str:
    """Return the bare file name of a jr:// address; folders are cut off."""
    name = unquote(address.strip()).replace("\\", "/").rpartition("/")[2]
    return "" if "\x00" in name else name
