"""A device's keys: Ed25519 to sign, age X25519 to unseal."""

import hashlib
import json
from dataclasses import dataclass

import pyrage
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)

from surveytool.domain.refusal import Refusal

FORMAT = 1


class UnreadableKeysError(Refusal):
    """The stored bytes are not the keys of a device."""

    code = "sync.unreadable_keys"


class CannotUnsealError(Refusal):
    """Sealed bytes do not open with this device's key."""

    code = "sync.cannot_unseal"


@dataclass(frozen=True, slots=True, repr=False)
class DeviceKeys:
    """The secret keys of one device; never shown, logged or sent."""

    _sign: Ed25519PrivateKey
    _seal: pyrage.x25519.Identity

    @classmethod
    def generate(cls) -> "DeviceKeys":
        """Make the keys of a new device."""
        return cls(Ed25519PrivateKey.generate(), pyrage.x25519.Identity.generate())

    @classmethod
    def from_bytes(cls, stored: bytes) -> "DeviceKeys":
        """Read what to_bytes wrote; raises UnreadableKeysError."""
        try:
            content = json.loads(stored)
            if content["format"] != FORMAT:
                raise UnreadableKeysError
            return cls(
                Ed25519PrivateKey.from_private_bytes(bytes.fromhex(content["sign"])),
                pyrage.x25519.Identity.from_str(content["seal"]),
            )
        except (ValueError, KeyError, TypeError, pyrage.IdentityError) as error:
            raise UnreadableKeysError from error

    def to_bytes(self) -> bytes:
        """Return the secrets for the encrypted workspace to keep."""
        sign = self._sign.private_bytes_raw().hex()
        content = {"format": FORMAT, "sign": sign, "seal": str(self._seal)}
        return json.dumps(content).encode()

    @property
    def device(self) -> str:
        """The device's id, bound to its public keys."""
        return device_id(self.sign_key, self.seal_key)

    @property
    def sign_key(self) -> str:
        """The public signing key, 64 hex digits."""
        return self._sign.public_key().public_bytes_raw().hex()

    @property
    def seal_key(self) -> str:
        """The public age recipient, which begins with age1."""
        return str(self._seal.to_public())

    def sign(self, message: bytes) -> bytes:
        """Return the Ed25519 signature of a message, 64 bytes."""
        return self._sign.sign(message)

    def unseal(self, sealed: bytes) -> bytes:
        """Open what was sealed for this device; raises CannotUnsealError."""
        try:
            return bytes(pyrage.decrypt(sealed, [self._seal]))
        except pyrage.DecryptError as error:
            raise CannotUnsealError from error


def seal(plain: bytes, seal_key: str) -> bytes:
    """Seal bytes so that only the device with this key can open them."""
    return bytes(pyrage.encrypt(plain, [pyrage.x25519.Recipient.from_str(seal_key)]))


def is_signed(message: bytes, signature: bytes, sign_key: str) -> bool:
    """Tell whether a signature is this key's over this message."""
    key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(sign_key))
    try:
        key.verify(signature, message)
    except InvalidSignature:
        return False
    return True


def device_id(sign_key: str, seal_key: str) -> str:
    """Return the id that belongs to a pair of public keys."""
    return f"dev-{_mark(sign_key, seal_key)[:20]}"


def fingerprint(sign_key: str, seal_key: str) -> str:
    """Return eight groups of four digits for two people to compare aloud."""
    digits = f"{int(_mark(sign_key, seal_key), 16) % 10**32:032}"
    return " ".join(digits[at : at + 4] for at in range(0, 32, 4))


def _mark(sign_key: str, seal_key: str) -> str:
    return hashlib.sha256(f"{sign_key} {seal_key}".encode()).hexdigest()
