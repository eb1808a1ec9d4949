"""Opens a package: the signature first, then everything, then nothing is in doubt."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

import zstandard

from surveytool.domain.change import Change, ChangeId, change_id
from surveytool.domain.refusal import Refusal
from surveytool.sync.body import read_change
from surveytool.sync.card import PeerCard
from surveytool.sync.contents import Contents, MisplacedRecordError, Tally
from surveytool.sync.files import Parcel, assemble
from surveytool.sync.frame import Block, Frame, read_frame
from surveytool.sync.header import Header
from surveytool.sync.keys import DeviceKeys
from surveytool.sync.manifest import Manifest
from surveytool.sync.record import Kind, Record, read_records

KEPT_BYTES = 8 * 2**20
"""Up to here a package's changes are read once and kept; a county's are too many."""

Trusted = Callable[[str], PeerCard | None]


class NotForUsError(Refusal):
    """The package is sealed for another device."""

    code = "sync.not_for_us"


class NotCertifiedError(Refusal):
    """The sender's device is not certified here."""

    code = "sync.not_certified"


class WrongCountyError(Refusal):
    """The package belongs to another county."""

    code = "sync.wrong_county"


class FalseSenderError(Refusal):
    """The manifest names other peers than the header: someone passed it on."""

    code = "sync.false_sender"


class UnpacksWronglyError(Refusal):
    """A block unpacks to something else than it declares."""

    code = "sync.unpacks_wrongly"


class CannotReadError(Refusal):
    """The file cannot be read: gone, or a bad disk."""

    code = "sync.cannot_read"


@dataclass(slots=True)
class _Kept:
    """The changes read while a package was checked, unless they are too many."""

    changes: list[Change] = field(default_factory=list)
    size: int = 0

    @property
    def is_whole(self) -> bool:
        return self.size <= KEPT_BYTES

    def identify(self, body: bytes) -> ChangeId:
        change = read_change(body)
        self.size += len(body)
        if self.is_whole:
            self.changes.append(change)
        else:
            self.changes.clear()
        return change_id(body)


@dataclass(frozen=True, slots=True)
class Package:
    """A package checked whole: its manifest, its ids, and its changes as a stream."""

    path: Path
    sender: PeerCard
    manifest: Manifest
    contents: Contents
    _frame: Frame
    _keys: DeviceKeys
    _kept: _Kept

    def changes(self) -> Iterator[Change]:
        """Read the changes one by one; raises DamagedError if the file changed."""
        if self._kept.is_whole:
            yield from self._kept.changes
            return
        for record in _records(self.path, self._frame.blocks, self._keys):
            if record.kind is Kind.CHANGE:
                yield Change.recall(record.body)

    def files(self) -> Iterator[Parcel]:
        """Read the attachments one by one; raises DamagedError if the file changed."""
        if self.manifest.files.carried:
            yield from assemble(_records(self.path, self._frame.blocks, self._keys))


def open_package(
    path: Path, keys: DeviceKeys, *, trusted: Trusted, county: str = ""
) -> Package:
    """Check a package whole, its signature before anything else.

    ``trusted`` returns the card of a certified device or None. ``county`` is ours,
    empty where it does not matter. Every way to fail is a Refusal of this room.
    """
    frame, sender = _read_signed(path, keys, trusted)
    records = _records(path, frame.blocks, keys)
    manifest = _read_manifest(next(records), frame.header)
    if county and manifest.county != county:
        raise WrongCountyError(theirs=manifest.county, ours=county)
    kept = _Kept()
    tally = Tally(manifest, kept.identify)
    for record in records:
        tally.add(record)
    return Package(path, sender, manifest, tally.contents(), frame, keys, kept)


def inspect_package(path: Path, keys: DeviceKeys, *, trusted: Trusted) -> Manifest:
    """Return a signed package's manifest without reading its changes."""
    frame, _ = _read_signed(path, keys, trusted)
    first = next(_records(path, frame.blocks, keys))
    return _read_manifest(first, frame.header)


def _read_signed(
    path: Path, keys: DeviceKeys, trusted: Trusted
) -> tuple[Frame, PeerCard]:
    cards: list[PeerCard] = []

    def sign_key_of(header: Header) -> str:
        if header.receiver != keys.device:
            raise NotForUsError(receiver=header.receiver)
        card = trusted(header.sender)
        if card is None or card.device != header.sender:
            raise NotCertifiedError(sender=header.sender)
        cards.append(card)
        return card.sign_key

    with _opened(path) as file:
        frame = read_frame(file, sign_key_of)
    return frame, cards[0]


def _read_manifest(record: Record, header: Header) -> Manifest:
    if record.kind is not Kind.MANIFEST:
        raise MisplacedRecordError(kind=record.kind)
    manifest = Manifest.from_bytes(record.body)
    if (manifest.sender, manifest.receiver) != (header.sender, header.receiver):
        raise FalseSenderError(named=manifest.sender, sender=header.sender)
    return manifest


def _records(
    path: Path, blocks: tuple[Block, ...], keys: DeviceKeys
) -> Iterator[Record]:
    with _opened(path) as file:
        for block in blocks:
            yield from read_records(_unpack(keys.unseal(block.read(file)), block))


def _unpack(packed: bytes, block: Block) -> bytes:
    try:
        declared = zstandard.get_frame_parameters(packed).content_size
        if declared != block.unpacked:
            raise UnpacksWronglyError(at=block.at)
        return zstandard.ZstdDecompressor().decompress(
            packed, max_output_size=block.unpacked, allow_extra_data=False
        )
    except zstandard.ZstdError as error:
        raise UnpacksWronglyError(at=block.at) from error


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    try:
        with path.open("rb") as file:
            yield file
    except OSError as error:
        raise CannotReadError(path=path, reason=error.strerror) from error
