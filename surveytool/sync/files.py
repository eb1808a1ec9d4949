"""Attachments in a package: each a name, then its bytes in pieces."""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from surveytool.domain.refusal import Refusal
from surveytool.sync.compose import Composed
from surveytool.sync.manifest import MOST_ASKED, Files
from surveytool.sync.record import Kind, Record

PIECE = 1024 * 1024
LARGEST = 20 * PIECE
"""The most bytes that one attachment may have."""

NAME = re.compile(r"[0-9a-f]{64}\.[a-z0-9]{2,4}")
IN_BODY = re.compile(rb'"([0-9a-f]{64}\.[a-z0-9]{2,4})"')


class FalseFileError(Refusal):
    """An attachment is not what its name says, or larger than one may be."""

    code = "sync.false_file"


@dataclass(frozen=True, slots=True)
class Parcel:
    """An attachment that a package carries."""

    name: str
    data: bytes


class FileTally:
    """Checks and counts attachments, holding no more than a hash."""

    def __init__(self) -> None:
        self._name, self._size, self._hash = "", 0, hashlib.sha256()
        self._names: set[str] = set()
        self._bytes = 0

    @property
    def has_begun(self) -> bool:
        """Whether the changes are over."""
        return bool(self._names)

    def add(self, record: Record) -> None:
        """Check one record; raises FalseFileError."""
        if record.kind is Kind.FILE:
            self.end()
            self._open(record.body.decode(errors="replace"))
            return
        self._size += len(record.body)
        self._bytes += len(record.body)
        self._hash.update(record.body)
        if not self._name or self._size > LARGEST:
            raise FalseFileError(name=self._name)

    def end(self) -> Files:
        """Return what was carried; raises FalseFileError for the last one."""
        if self._name and self._hash.hexdigest() != self._name[:64]:
            raise FalseFileError(name=self._name)
        return Files(len(self._names), self._bytes)

    def _open(self, name: str) -> None:
        if NAME.fullmatch(name) is None or name in self._names:
            raise FalseFileError(name=name)
        self._names.add(name)
        self._name, self._size, self._hash = name, 0, hashlib.sha256()


def named_in(bodies: Iterable[bytes]) -> set[str]:
    """Return the attachments that changes name."""
    return {name.decode() for body in bodies for name in IN_BODY.findall(body)}


def with_files(
    composed: Composed,
    sizes: dict[str, int],
    read: Callable[[str], bytes],
    *,
    asked: Iterable[str] = (),
) -> Composed:
    """Return a package with attachments after its changes, and those it asks for."""
    ask = tuple(sorted(asked))[:MOST_ASKED]
    if not sizes and not ask:
        return composed
    files = Files(len(sizes), sum(sizes.values()))
    manifest = replace(composed.manifest, files=files, ask=ask)
    return replace(
        composed,
        manifest=manifest,
        records=_followed(composed.records, sorted(sizes), read),
    )


def assemble(records: Iterable[Record]) -> Iterator[Parcel]:
    """Put pieces together again, one attachment in memory at a time."""
    name, pieces = "", list[bytes]()
    for record in records:
        if record.kind is Kind.FILE:
            if name:
                yield Parcel(name, b"".join(pieces))
            name, pieces = record.body.decode(), []
        elif record.kind is Kind.PIECE:
            pieces.append(record.body)
    if name:
        yield Parcel(name, b"".join(pieces))


def _followed(
    records: Iterator[Record], names: Iterable[str], read: Callable[[str], bytes]
) -> Iterator[Record]:
    yield from records
    for name in names:
        data = read(name)
        yield Record(Kind.FILE, name.encode())
        for at in range(0, len(data), PIECE):
            yield Record(Kind.PIECE, data[at : at + PIECE])
