"""A record of the inner stream: type, length, bytes."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from surveytool.domain.refusal import Refusal

HEAD = 5
BLOCK_LIMIT = 4 * 1024 * 1024


class Kind(Enum):
    """What a record holds, and how long it may be."""

    MANIFEST = b"M", BLOCK_LIMIT - HEAD
    VILLAGE = b"V", 256
    CHANGE = b"C", 1024 * 1024
    NAMED = b"N", 32
    WANTED = b"W", 0
    FILE = b"F", 69
    PIECE = b"P", 1024 * 1024
    END = b"E", BLOCK_LIMIT - HEAD

    def __str__(self) -> str:
        return self.name.lower()

    @property
    def mark(self) -> bytes:
        """The type byte."""
        return self.value[0]

    @property
    def limit(self) -> int:
        """The greatest length of its bytes."""
        return self.value[1]


_KINDS = {kind.mark: kind for kind in Kind}


class TooLongError(Refusal):
    """A record longer than its kind may be."""

    code = "sync.record_too_long"


class UnknownRecordError(Refusal):
    """A record of no known type, or one that its block cuts off."""

    code = "sync.unknown_record"


@dataclass(frozen=True, slots=True)
class Record:
    """One record; raises TooLongError where it is longer than its kind may be."""

    kind: Kind
    body: bytes = b""

    def __post_init__(self) -> None:
        if len(self.body) > self.kind.limit:
            raise TooLongError(kind=self.kind, size=len(self.body))

    def framed(self) -> bytes:
        """Return its bytes in the stream."""
        return self.kind.mark + len(self.body).to_bytes(4) + self.body


def read_records(block: bytes) -> Iterator[Record]:
    """Cut a block into records; raises UnknownRecordError or TooLongError."""
    at = 0
    while at < len(block):
        kind = _KINDS.get(block[at : at + 1])
        size = int.from_bytes(block[at + 1 : at + HEAD])
        body = block[at + HEAD : at + HEAD + size]
        if kind is None or at + HEAD > len(block) or len(body) != size:
            raise UnknownRecordError
        yield Record(kind, body)
        at += HEAD + size
