"""The plain header of a package: formats and device ids, nothing about people."""

import json
from dataclasses import dataclass

from surveytool.domain.refusal import Refusal
from surveytool.sync.letter import canonical

LIMIT = 4096
ALGORITHMS = {
    "hash": "SHA-512",
    "pack": "zstd",
    "seal": "age-X25519",
    "sign": "Ed25519",
}


class UnknownAlgorithmError(Refusal):
    """A header that names algorithms which this program does not have."""

    code = "sync.unknown_algorithm"


@dataclass(frozen=True, slots=True)
class Header:
    """Which device made a package, and which one can open it."""

    sender: str
    receiver: str

    def to_bytes(self) -> bytes:
        """Return canonical JSON."""
        return canonical(ALGORITHMS | {"from": self.sender, "to": self.receiver})

    @classmethod
    def from_bytes(cls, data: bytes) -> "Header":
        """Read canonical JSON; raises UnknownAlgorithmError."""
        try:
            content = json.loads(data)
            header = cls(content["from"], content["to"])
            known = header.to_bytes() == data
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise UnknownAlgorithmError from error
        if not known or not isinstance(header.sender, str):
            raise UnknownAlgorithmError
        return header
