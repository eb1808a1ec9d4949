"""An old workbook's container, looked through before it is read.

The chains of sectors in a compound file ([MS-CFB] 2) may run in a circle in a
damaged file; the spreadsheet reader would follow them until memory is full.
"""

import struct
from array import array
from collections.abc import Iterator
from pathlib import Path

from surveytool.domain.refusal import Refusal
from surveytool.ledgers.archive import WorkbookBrokenError
from surveytool.ledgers.delimited import NotAWorkbookError
from surveytool.ledgers.records import check_records

LARGEST = 512 << 20
LOCKED = "EncryptedPackage".encode("utf-16-le")
HEADER = 512
LAST_REGULAR = 0xFFFFFFFA
SHORT_STREAM = 4096
ENTRY = 128
STORAGES = {1, 5}
STREAM, ROOT = 2, 5
SHORT = 64
SHIFTS = {9, 12}
BOOKS = {"workbook", "book"}


class WorkbookLockedError(Refusal):
    """The workbook is protected by a password."""

    code = "ledgers.locked"


def check_compound(path: Path) -> None:
    """Refuse compound files that are too large, locked or go in circles."""
    if path.stat().st_size > LARGEST:
        raise NotAWorkbookError(path=path.name)
    content = path.read_bytes()
    if LOCKED in content:
        raise WorkbookLockedError(path=path.name)
    try:
        _Container(content).check()
    except (ValueError, struct.error, IndexError) as error:
        raise WorkbookBrokenError(path=path.name) from error


def _name(directory: bytes, start: int) -> str:
    name = directory[start : start + 64].decode("utf-16-le", "replace")
    return name.partition("\0")[0].lower()


class _Container:
    """The sectors of a compound file; ValueError where they make no sense."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        (shift,) = struct.unpack_from("<H", content, 30)
        if shift not in SHIFTS:
            msg = "unknown sector size"
            raise ValueError(msg)
        self.size = 1 << shift
        self.sectors = len(content) // self.size + 1
        self.fat = self._joined(self._fat_sectors())

    def check(self) -> None:
        """Follow every chain that a reader would follow."""
        first_directory, first_short = struct.unpack_from("<I8xI", self.content, 48)
        short = array("I")
        if first_short <= LAST_REGULAR:
            short = self._joined(self._chain(self.fat, first_short))
        directory = b"".join(
            self._sector(one) for one in self._chain(self.fat, first_directory)
        )
        shared = b""
        for start in range(0, len(directory) - ENTRY + 1, ENTRY):
            kind = directory[start + 66]
            first, size = struct.unpack_from("<II", directory, start + 116)
            if kind not in STORAGES | {STREAM} or first > LAST_REGULAR:
                continue
            if size > len(self.content):
                msg = "a stream longer than the file"
                raise ValueError(msg)
            is_short = kind == STREAM and size < SHORT_STREAM
            chain = list(self._chain(short if is_short else self.fat, first))
            if kind == ROOT:
                shared = b"".join(map(self._sector, chain))
            elif _name(directory, start) in BOOKS:
                check_records(self._stream(chain, shared if is_short else None))

    def _stream(self, chain: list[int], shared: bytes | None) -> bytes:
        """Join a stream; a short one lies in the stream that the root holds."""
        if shared is None:
            return b"".join(map(self._sector, chain))
        return b"".join(shared[one * SHORT : (one + 1) * SHORT] for one in chain)

    def _fat_sectors(self) -> Iterator[int]:
        """Yield the sectors of the allocation table, first from the header."""
        yield from self._listed(struct.unpack_from("<109I", self.content, 76))
        (following,) = struct.unpack_from("<I", self.content, 68)
        for _ in range(self.sectors):
            if following > LAST_REGULAR:
                return
            *listed, following = struct.unpack(
                f"<{self.size // 4}I", self._sector(following)
            )
            yield from self._listed(listed)
        msg = "a circle in the table of tables"
        raise ValueError(msg)

    def _listed(self, sectors: tuple[int, ...] | list[int]) -> Iterator[int]:
        return (one for one in sectors if one <= LAST_REGULAR)

    def _joined(self, sectors: Iterator[int]) -> "array[int]":
        joined = array("I")
        for sector in sectors:
            joined.frombytes(self._sector(sector))
            if len(joined) * 4 > len(self.content) * 2:
                msg = "a table larger than the file"
                raise ValueError(msg)
        return joined

    def _sector(self, number: int) -> bytes:
        start = HEADER + number * self.size
        if self.size > HEADER:
            start = (number + 1) * self.size
        sector = self.content[start : start + self.size]
        if not sector:
            msg = "a sector beyond the end"
            raise ValueError(msg)
        return sector.ljust(self.size, b"\0")

    def _chain(self, table: "array[int]", first: int) -> Iterator[int]:
        number = first
        for _ in range(len(table) + 1):
            if number > LAST_REGULAR:
                return
            yield number
            number = table[number]
        msg = "a circle of sectors"
        raise ValueError(msg)
