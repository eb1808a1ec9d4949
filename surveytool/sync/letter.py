"""A small signed JSON file: a card, a request to join, an acceptance."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from surveytool.domain.refusal import Refusal
from surveytool.sync.keys import DeviceKeys, is_signed

FORMAT = 1
LIMIT = 64 * 1024
_KEYS = {"by", "content", "format", "magic", "signature"}


class NotALetterError(Refusal):
    """The file is not the kind of signed file that was asked for."""

    code = "sync.not_a_letter"


class NewerLetterError(Refusal):
    """The file was made by a newer program."""

    code = "sync.newer_letter"


class ForgedLetterError(Refusal):
    """The signature does not belong to the content."""

    code = "sync.forged_letter"


@dataclass(frozen=True, slots=True)
class Letter:
    """Content that someone signed: by is the signing key."""

    magic: str
    by: str
    content: Mapping[str, Any]
    signature: str

    def to_bytes(self) -> bytes:
        """Return the file's bytes."""
        return canonical(_unsigned(self) | {"signature": self.signature})


def sign_letter(magic: str, content: Mapping[str, Any], keys: DeviceKeys) -> Letter:
    """Sign content as a letter of this kind."""
    unsigned = Letter(magic, keys.sign_key, content, "")
    signature = keys.sign(_message(unsigned)).hex()
    return Letter(magic, keys.sign_key, content, signature)


def read_letter(data: bytes, magic: str) -> Letter:
    """Read a letter and check its signature; raises the refusals above."""
    letter = _parse(data, magic)
    if not _is_genuine(letter):
        raise ForgedLetterError(kind=magic)
    return letter


def canonical(content: Mapping[str, Any]) -> bytes:
    """Return the one JSON form that is signed and hashed."""
    return json.dumps(
        content, ensure_ascii=False, sort_keys=True, separators=(",", ":")
    ).encode()


def _parse(data: bytes, magic: str) -> Letter:
    if len(data) > LIMIT:
        raise NotALetterError(kind=magic)
    try:
        read = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise NotALetterError(kind=magic) from error
    if not isinstance(read, dict) or read.get("magic") != magic:
        raise NotALetterError(kind=magic)
    if isinstance(read.get("format"), int) and read["format"] > FORMAT:
        raise NewerLetterError(kind=magic)
    if set(read) != _KEYS or not _well_shaped(read):
        raise NotALetterError(kind=magic)
    return Letter(magic, read["by"], read["content"], read["signature"])


def _well_shaped(read: Mapping[str, Any]) -> bool:
    texts = isinstance(read["by"], str) and isinstance(read["signature"], str)
    return texts and isinstance(read["content"], dict) and read["format"] == FORMAT


def _is_genuine(letter: Letter) -> bool:
    try:
        signature = bytes.fromhex(letter.signature)
        return is_signed(_message(letter), signature, letter.by)
    except ValueError:  # keys or signatures that are no hex, text with surrogates
        return False


def _message(letter: Letter) -> bytes:
    return f"{letter.magic}\n".encode() + canonical(_unsigned(letter))


def _unsigned(letter: Letter) -> dict[str, Any]:
    return {
        "by": letter.by,
        "content": letter.content,
        "format": FORMAT,
        "magic": letter.magic,
    }
