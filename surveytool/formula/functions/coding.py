"""Functions that encode: digests and base64."""

import base64
import binascii
import hashlib
from typing import ClassVar

from surveytool.domain.refusal import Refusal
from surveytool.formula.functions.signature import Function, texts

_ALGORITHMS = {
    "MD5": "md5",
    "SHA-1": "sha1",
    "SHA-256": "sha256",
    "SHA-384": "sha384",
    "SHA-512": "sha512",
}


class UnknownDigestError(Refusal):
    """digest() is asked for an algorithm or an encoding that it does not know."""

    code: ClassVar[str] = "formula.unknown_digest"


def _digest(text: str, algorithm: str, encoding: str = "base64") -> str:
    if algorithm not in _ALGORITHMS or encoding not in ("hex", "base64"):
        raise UnknownDigestError(algorithm=algorithm, encoding=encoding)
    found = hashlib.new(
        _ALGORITHMS[algorithm], text.encode("utf-8", "replace"), usedforsecurity=False
    )
    return found.hexdigest() if encoding == "hex" else _encoded(found.digest())


def _encoded(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _decoded(text: str) -> str:
    """Return the text, or nothing when it is not base64; stray bytes become U+FFFD."""
    try:
        return base64.b64decode(text, validate=True).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return ""


CODING: dict[str, Function] = {
    "digest": texts(_digest, 2, 3),
    "base64-encode": texts(lambda text: _encoded(text.encode("utf-8", "replace")), 1),
    "base64-decode": texts(_decoded, 1),
}
