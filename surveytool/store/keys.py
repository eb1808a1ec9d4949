"""The workspace's key: random, wrapped by a key made from a passphrase.

The wrapped key stands in the file itself, in the text of a view that SQLCipher
leaves readable on the first page: docs/decisions/0002-workspace-key.md.
"""

import hashlib
import hmac
import json
import re
import secrets
import unicodedata
from collections.abc import Iterable
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

MARK = "surveytool-keys"
RECOVERY = "recovery"
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
    """A key wrapped by one passphrase, and what is needed to unwrap it.

    ``who`` is the tag of the operator whose passphrase it is, RECOVERY for the
    printed key, and empty in files that knew one operator only.
    """

    salt: bytes
    wrapped: bytes
    pepper: bytes
    cost: Cost
    who: str = ""

    @classmethod
    def wrap(
        cls,
        key: bytes,
        passphrase: str,
        *,
        salt: bytes,
        cost: Cost | None = None,
        who: str = "",
    ) -> "Slot":
        """Wrap a key; the salt is the file's own and never changes."""
        cost = cost or Cost()
        pepper = secrets.token_bytes(SALT_BYTES)
        nonce = secrets.token_bytes(NONCE_BYTES)
        sealed = AESGCM(_stretch(passphrase, pepper, cost)).encrypt(nonce, key, salt)
        return cls(salt, nonce + sealed, pepper, cost, who)

    def unwrap(self, passphrase: str) -> bytes | None:
        """Return the key, or None where the passphrase is another one."""
        nonce, sealed = self.wrapped[:NONCE_BYTES], self.wrapped[NONCE_BYTES:]
        cipher = AESGCM(_stretch(passphrase, self.pepper, self.cost))
        try:
            return cipher.decrypt(nonce, sealed, self.salt)
        except InvalidTag:
            return None

    def text(self) -> str:
        """Return the slot as it stands on the first page."""
        cost = self.cost
        content = {
            "v": 1,
            "salt": self.salt.hex(),
            "key": self.wrapped.hex(),
            "pepper": self.pepper.hex(),
            "argon2id": f"{cost.memory}/{cost.rounds}/{cost.lanes}",
        } | ({"who": self.who} if self.who else {})
        return MARK + json.dumps(content, separators=(",", ":"))


def read_slots(path: Path) -> tuple[Slot, ...]:
    """Read the slots off a file that is not open; raises NotAWorkspaceError."""
    with path.open("rb") as file:
        found = _SLOTS.findall(file.read(PAGE))
    if not found:
        raise NotAWorkspaceError(path=path)
    try:
        return tuple(_slot(json.loads(one)) for one in found)
    except (KeyError, ValueError) as error:
        raise NotAWorkspaceError(path=path) from error


def write_slots(db: Database, slots: Iterable[Slot]) -> None:
    """Put the slots on the file's first page, in place of those before."""
    rows = " union all select ".join(f"'{one.text()}'" for one in slots)
    db.execute("drop view if exists key_slot")
    db.execute(f"create view key_slot (slot) as select {rows}")
    taken = db.execute(
        "select sum(length(sql) + length(name) * 2 + 24) from sqlite_schema"
    ).fetchone()[0]
    if taken > ROOM:
        raise FirstPageFullError(bytes=taken)


def slots_of(db: Database) -> tuple[Slot, ...]:
    """Return the slots of an open file."""
    rows = db.execute("select slot from key_slot").fetchall()
    return tuple(_slot(json.loads(row[0].removeprefix(MARK))) for row in rows)


def _slot(content: dict[str, str]) -> Slot:
    memory, rounds, lanes = map(int, content["argon2id"].split("/"))
    return Slot(
        salt=bytes.fromhex(content["salt"]),
        wrapped=bytes.fromhex(content["key"]),
        pepper=bytes.fromhex(content["pepper"]),
        cost=Cost(memory, rounds, lanes),
        who=content.get("who", ""),
    )


def tag_of(name: str, salt: bytes) -> str:
    """Return the mark of an operator's slot; the name cannot be read off it."""
    plain = unicodedata.normalize("NFC", name).strip().encode()
    return hmac.digest(salt, plain, hashlib.sha256)[:6].hex()


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
