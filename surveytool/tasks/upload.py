"""The second way for packages: a folder on a server. Off until someone asks."""

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from surveytool.domain.refusal import Refusal
from surveytool.sync.frame import read_header
from surveytool.sync.header import LIMIT
from surveytool.sync.mailbox import Mailbox
from surveytool.tasks.desk import Desk
from surveytool.tasks.taking import SUFFIX

PIECE = 4 * 2**20
"""Bytes that go at once: an interrupted transfer begins again at the last piece."""

INDEX = ".pieces"
__all__ = ["Mailbox", "fetch", "fetch_one", "send"]
HEAD = 1024 + LIMIT
LARGEST_INDEX = 2**20
"""Bytes of an index: a package of 4 GiB has 1,000 pieces of 100 bytes each."""

Progress = Callable[[int, int], None]


class WrongPiecesError(Refusal):
    """The pieces on the server are not those of the package that was sent."""

    code = "tasks.wrong_pieces"


def send(
    desk: Desk, parcel: Path, box: Mailbox, *, progress: Progress | None = None
) -> int:
    """Send a package; returns the bytes that had to travel.

    A small one is one file. A large one goes in pieces named after its hash,
    those that are there already are left out, and last an index that names them.
    """
    size = parcel.stat().st_size
    if size <= PIECE:
        box.put(parcel.name, parcel.read_bytes())
        travelled = size
    else:
        travelled = _send_pieces(parcel, size, box, progress)
    desk.store.audit("package_sent", parcel.name, box.place)
    return travelled


def fetch(
    desk: Desk, box: Mailbox, folder: Path, *, progress: Progress | None = None
) -> list[Path]:
    """Fetch the packages for this computer that are not in the folder yet.

    An interrupted download goes on where it stopped. Whether they are sound is
    seen when they are taken in.
    """
    found = []
    names = [one for one in box.names() if one.endswith((SUFFIX, SUFFIX + INDEX))]
    for done, name in enumerate(names):
        if progress is not None:
            progress(done, len(names))
        target = folder / name.removesuffix(INDEX)
        if not target.exists() and _is_ours(desk, box, name):
            found.append(_fetch(box, name, target))
    desk.store.audit("package_fetched", box.place, str(len(found)))
    return found


def fetch_one(desk: Desk, box: Mailbox, name: str, folder: Path) -> Path:
    """Fetch one package by name, from a server that cannot list its files."""
    target = _fetch(box, name, folder / name.removesuffix(INDEX))
    desk.store.audit("package_fetched", box.place, name)
    return target


def _send_pieces(
    parcel: Path, size: int, box: Mailbox, progress: Progress | None
) -> int:
    mark = _hash(parcel)
    names = [f"{parcel.name}.{mark[:16]}.{n:04}" for n in range(-(-size // PIECE))]
    travelled = 0
    with parcel.open("rb") as file:
        for done, name in enumerate(names):
            if progress is not None:
                progress(done, len(names))
            data = file.read(PIECE)
            if box.size(name) != len(data):
                box.put(name, data)
                travelled += len(data)
    index = {"hash": mark, "pieces": names, "size": size}
    box.put(parcel.name + INDEX, json.dumps(index).encode())
    return travelled


def _fetch(box: Mailbox, name: str, target: Path) -> Path:
    part = target.with_name(f"{target.name}.part")
    if name.endswith(INDEX):
        _fetch_pieces(box, name, part)
    else:
        _download(box, name, part)
    return part.replace(target)


def _fetch_pieces(box: Mailbox, name: str, part: Path) -> None:
    index = _index(box, name)
    pieces = [part.with_name(f"{part.name}{n:04}") for n in range(len(index["pieces"]))]
    for piece, remote in zip(pieces, index["pieces"], strict=True):
        if not piece.exists():
            loading = piece.with_name(f"{piece.name}.part")
            _download(box, remote, loading)
            loading.replace(piece)
    with part.open("wb") as whole:
        for piece in pieces:
            with piece.open("rb") as one:
                shutil.copyfileobj(one, whole)
        _sync(whole)
    for piece in pieces:
        piece.unlink()
    if _hash(part) != index["hash"]:
        part.unlink()
        raise WrongPiecesError(file=name)


def _download(box: Mailbox, name: str, part: Path) -> None:
    after = part.stat().st_size if part.exists() else 0
    if after and after == box.size(name):
        return
    with part.open("ab") as file:
        for chunk in box.get(name, after):
            if not chunk:  # the server began again
                file.truncate(0)
            file.write(chunk)
        _sync(file)


def _sync(file: BinaryIO) -> None:
    """Have a file on the disk before it gets the name by which it is done."""
    file.flush()
    os.fsync(file.fileno())


def _is_ours(desk: Desk, box: Mailbox, name: str) -> bool:
    try:
        first = _index(box, name)["pieces"][0] if name.endswith(INDEX) else name
    except WrongPiecesError:
        return False
    data = _first(box.get(first, most=HEAD))  # a server's trouble is told
    try:
        header = read_header(BytesIO(data))
    except Refusal:
        return False
    return header.receiver == desk.keys.device


def _first(chunks: Iterator[bytes], most: int = HEAD) -> bytes:
    """Return the first bytes of a file, though a server may send all of it."""
    found = b""
    for chunk in chunks:
        found += chunk
        if len(found) >= most:
            break
    return found[:most]


def _index(box: Mailbox, name: str) -> dict[str, Any]:
    try:
        index: dict[str, Any] = json.loads(_first(box.get(name), LARGEST_INDEX))
        pieces, mark = list(index["pieces"]), str(index["hash"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise WrongPiecesError(file=name) from error
    stem = f"{name.removesuffix(INDEX)}.{mark[:16]}."
    if not pieces or not all(
        isinstance(one, str) and one.startswith(stem) for one in pieces
    ):
        raise WrongPiecesError(file=name)
    return index


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
