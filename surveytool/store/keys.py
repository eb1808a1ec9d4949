"""The workspace's key: random, wrapped by a key made from a passphrase.

The wrapped key stands in the file itself, in the text of a view that SQLCipher
leaves readable on the first page: docs/decisions/0002-workspace-key.md.
"""

import json
import re
import secrets
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlite_utils import Database

from surveytool.domain.refusal import Refusal
from surveytool.store.sqlcipher import PAGE

KEY_BYTES, SALT_BYTES, NONCE_BYTES = 32, 16, 12
ROOM = PAGE - 2048
"""What schema and key slots together may take of the first page, in bytes."""

_SLOTS = re.compile(rb"surveytool-keys(\{[^{}]*\})")


class NotAWorkspaceError(Refusal):
    """The file does not begin like a workspace."""

    code = "store.not_a_workspace"


class FirstPageFullError(Refusal):
    """The schema has outgrown the first page, where the key must stand."""

    code = "store.first_page_full"
    exit_code = 4


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess of the passphrase costs: memory in KiB, rounds, lanes."""

    memory: int = 65536
    rounds: int = 3
    lanes: int = 2


@dataclass(frozen=True, slots=True)
class Slot:
    """A key wrapped by one passphrase, and what is needed to unwrap it."""

    salt: bytes
    wrapped: bytes
    pepper: bytes
    cost: Cost

    @classmethod
    def wrap(
        cls, key: bytes, passphrase: str, *, salt: bytes, cost: Cost | None = None
    ) -> "Slot":
        """Wrap a key; the salt is the file's own and never changes."""
        cost = cost or Cost()
        pepper = secrets.token_bytes(SALT_BYTES)
        nonce = secrets.token_bytes(NONCE_BYTES)
        sealed = AESGCM(_stretch(passphrase, pepper, cost)).encrypt(nonce, key, salt)
        return cls(salt, nonce + sealed, pepper, cost)

    def unwrap(self, passphrase: str) -> bytes | None:
        """Return the key, or None where the passphrase is another one."""
        nonce, sealed = self.wrapped[:NONCE_BYTES], self.wrapped[NONCE_BYTES:]
        cipher = AESGCM(_stretch(passphrase, self.pepper, self.cost))
        try:
            return cipher.decrypt(nonce, sealed, self.salt)
        except InvalidTag:
            return None

    def write(self, db: Database) -> None:
        """Put the slot on the file's first page, in place of the one before."""
        db.execute("drop view if exists key_slot")
        db.execute(f"create view key_slot as select '{self._text()}' as slot")
        taken = db.execute(
            "select sum(length(sql) + length(name) * 2 + 24) from sqlite_schema"
        ).fetchone()[0]
        if taken > ROOM:
            raise FirstPageFullError(bytes=taken)

    def _text(self) -> str:
        cost = self.cost
        content = {
            "v": 1,
            "salt": self.salt.hex(),
            "key": self.wrapped.hex(),
            "pepper": self.pepper.hex(),
            "argon2id": f"{cost.memory}/{cost.rounds}/{cost.lanes}",
        }
        return "surveytool-keys" + json.dumps(content, separators=(",", ":"))


def read_slot(path: Path) -> Slot:
    """Read the slot off a file that is not open."""
    with path.open("rb") as file:
        match = _SLOTS.search(file.read(PAGE))
    if match is None:
        raise NotAWorkspaceError(path=path)
    try:
        return _slot(json.loads(match[1]))
    except (KeyError, ValueError) as error:
        raise NotAWorkspaceError(path=path) from error


def _slot(content: dict[str, str]) -> Slot:
    memory, rounds, lanes = map(int, content["argon2id"].split("/"))
    return Slot(
        salt=bytes.fromhex(content["salt"]),
        wrapped=bytes.fromhex(content["key"]),
        pepper=bytes.fromhex(content["pepper"]),
        cost=Cost(memory, rounds, lanes),
    )


def new_key() -> tuple[bytes, bytes]:
    """Return a new random key and file salt."""
    return secrets.token_bytes(KEY_BYTES), secrets.token_bytes(SALT_BYTES)


def _stretch(passphrase: str, pepper: bytes, cost: Cost) -> bytes:
    # The same characters typed on another system may arrive decomposed.
    secret = unicodedata.normalize("NFC", passphrase).encode()
    return hash_secret_raw(
        secret=secret,
        salt=pepper,
        time_cost=cost.rounds,
        memory_cost=cost.memory,
        parallelism=cost.lanes,
        hash_len=KEY_BYTES,
        type=Type.ID,
    )
