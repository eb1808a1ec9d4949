"""Writes a package: sealed for its receiver, signed by its sender, whole or not."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

import zstandard

from surveytool.domain.change import change_id
from surveytool.domain.refusal import Refusal
from surveytool.sync import frame
from surveytool.sync.card import PeerCard
from surveytool.sync.contents import Tally
from surveytool.sync.header import Header
from surveytool.sync.keys import DeviceKeys, seal
from surveytool.sync.manifest import Manifest
from surveytool.sync.record import BLOCK_LIMIT, Kind, Record

SUFFIX = ".stpack"
LEVEL = 6  # on the demo county 11 % smaller than level 3, and still quick


class CannotWriteError(Refusal):
    """The disk is full, read-only, or gone."""

    code = "sync.cannot_write"


def write_package(
    path: Path,
    manifest: Manifest,
    *,
    records: Iterable[Record],
    keys: DeviceKeys,
    receiver: PeerCard,
) -> Path:
    """Write a package beside its final name and rename it when it is on disk.

    Raises CannotWriteError, and ForgedCountsError where the records are not
    those that the manifest declares; the final name is untouched then.
    """
    part = path.with_name(f"{path.name}.part")
    header = Header(keys.device, receiver.device)
    head = frame.framed_header(header, manifest.format)
    blocks = _blocks(_all_records(manifest, records), receiver.seal_key)
    try:
        with part.open("wb") as file:
            _write(file, head, blocks=blocks, keys=keys)
        part.replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        raise CannotWriteError(path=path, reason=error.strerror) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return path


def _all_records(manifest: Manifest, records: Iterable[Record]) -> Iterator[Record]:
    tally = Tally(manifest, change_id)
    yield Record(Kind.MANIFEST, manifest.to_bytes())
    for record in records:
        tally.add(record)
        yield record
    closing = tally.closing()
    tally.add(closing)
    yield closing


def _blocks(records: Iterable[Record], seal_key: str) -> Iterator[bytes]:
    packer = zstandard.ZstdCompressor(level=LEVEL)
    for block in _gather(records):
        yield frame.framed_block(seal(packer.compress(block), seal_key), len(block))


def _gather(records: Iterable[Record]) -> Iterator[bytes]:
    gathered: list[bytes] = []
    size = 0
    for record in records:
        framed = record.framed()
        if size + len(framed) > BLOCK_LIMIT:
            yield b"".join(gathered)
            gathered, size = [], 0
        gathered.append(framed)
        size += len(framed)
    yield b"".join(gathered)


def _write(
    file: BinaryIO, head: bytes, *, blocks: Iterable[bytes], keys: DeviceKeys
) -> None:
    running = hashlib.sha512()

    def put(data: bytes) -> None:
        running.update(data)
        file.write(data)

    put(head)
    for block in blocks:
        put(block)
    put(frame.END_MARK)
    file.write(keys.sign(frame.signed_message(running.digest())))
    file.flush()
    os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":  # Windows cannot open a folder, and renames durably
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
