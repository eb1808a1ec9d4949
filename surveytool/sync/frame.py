"""The outer frame of a package: header, sealed blocks, signature."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

from surveytool.domain.refusal import Refusal
from surveytool.sync.header import LIMIT as HEADER_LIMIT
from surveytool.sync.header import Header
from surveytool.sync.keys import is_signed
from surveytool.sync.record import BLOCK_LIMIT

MAGIC = b"\x89STPACK\r\n\x1a"
FORMATS = (1, 2)
SEALED_LIMIT = 5 * 1024 * 1024
MOST_BLOCKS = 4096
END_MARK = bytes(8)
SIGNATURE = 64
_HASH = 32


class NotAPackageError(Refusal):
    """The file does not begin as a package does."""

    code = "sync.not_a_package"


class NewerPackageError(Refusal):
    """The package has a format that this program does not know yet."""

    code = "sync.newer_package"


class TruncatedError(Refusal):
    """The file ends before the package does."""

    code = "sync.truncated"


class DamagedError(Refusal):
    """The bytes at this place are not those that were written."""

    code = "sync.damaged"


class BadSignatureError(Refusal):
    """Every part is whole, yet the sender did not sign this."""

    code = "sync.bad_signature"


@dataclass(frozen=True, slots=True)
class Block:
    """Where a sealed block lies, its hash, and its length when unpacked."""

    at: int
    size: int
    unpacked: int
    hash: bytes

    def read(self, file: BinaryIO) -> bytes:
        """Return the sealed bytes; raises DamagedError if they have changed."""
        file.seek(self.at)
        sealed = file.read(self.size)
        if hashlib.sha256(sealed).digest() != self.hash:
            raise DamagedError(at=self.at)
        return sealed


@dataclass(frozen=True, slots=True)
class Frame:
    """A package whose signature is right: who made it, and its blocks."""

    header: Header
    blocks: tuple[Block, ...]


def read_header(file: BinaryIO) -> Header:
    """Return the plain header alone; nothing in it is proven."""
    return _read_header(_Walk(file))


def read_frame(file: BinaryIO, sign_key_of: Callable[[Header], str]) -> Frame:
    """Walk a package without opening it; raises this file's refusals.

    ``sign_key_of`` returns the sender's key or raises its own refusal.
    """
    walk = _Walk(file)
    header = _read_header(walk)
    sign_key = sign_key_of(header)
    blocks = _read_blocks(walk)
    message = signed_message(walk.hash.digest())
    signature = walk.take(SIGNATURE)
    if file.read(1):
        raise DamagedError(at=walk.at)
    if not is_signed(message, signature, sign_key):
        raise BadSignatureError(sender=header.sender)
    return Frame(header, blocks)


def framed_header(header: Header, form: int = 1) -> bytes:
    """Return the bytes before the first block of a package of a format."""
    data = header.to_bytes()
    size = len(data).to_bytes(4)
    return MAGIC + form.to_bytes(2) + size + hashlib.sha256(data).digest() + data


def framed_block(sealed: bytes, unpacked: int) -> bytes:
    """Return a block's bytes in the file."""
    sizes = len(sealed).to_bytes(4) + unpacked.to_bytes(4)
    return sizes + hashlib.sha256(sealed).digest() + sealed


def signed_message(hash_of_all: bytes) -> bytes:
    """Return what the sender signs: SHA-512 of all bytes before the signature."""
    return b"surveytool package\n" + hash_of_all


class _Walk:
    """Reads exact stretches, hashing all of them."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.at = 0
        self.hash = hashlib.sha512()

    def take(self, size: int) -> bytes:
        data = self._file.read(size)
        if len(data) < size:
            raise TruncatedError(at=self.at + len(data))
        self.at += size
        self.hash.update(data)
        return data

    def take_hashed(self, size: int, expected: bytes) -> bytes:
        at = self.at
        data = self.take(size)
        if hashlib.sha256(data).digest() != expected:
            raise DamagedError(at=at)
        return data


def _read_header(walk: _Walk) -> Header:
    try:
        magic = walk.take(len(MAGIC))
    except TruncatedError as error:
        raise NotAPackageError from error
    if magic != MAGIC:
        raise NotAPackageError
    version = int.from_bytes(walk.take(2))
    if version > max(FORMATS):
        raise NewerPackageError(format=version)
    size = int.from_bytes(walk.take(4))
    if version not in FORMATS or not 0 < size <= HEADER_LIMIT:
        raise DamagedError(at=len(MAGIC))
    expected = walk.take(_HASH)
    return Header.from_bytes(walk.take_hashed(size, expected))


def _read_blocks(walk: _Walk) -> tuple[Block, ...]:
    blocks: list[Block] = []
    while (sizes := walk.take(len(END_MARK))) != END_MARK:
        size, unpacked = int.from_bytes(sizes[:4]), int.from_bytes(sizes[4:])
        if not (0 < size <= SEALED_LIMIT and 0 < unpacked <= BLOCK_LIMIT):
            raise DamagedError(at=walk.at - len(END_MARK))
        expected = walk.take(_HASH)
        blocks.append(Block(walk.at, size, unpacked, expected))
        walk.take_hashed(size, expected)
        if len(blocks) > MOST_BLOCKS:
            raise DamagedError(at=walk.at)
    if not blocks:
        raise DamagedError(at=walk.at)
    return tuple(blocks)
