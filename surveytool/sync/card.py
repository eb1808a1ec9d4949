"""A peer's card: who a device is, and the keys that its packages bear."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pyrage
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from surveytool.domain.refusal import Refusal
from surveytool.domain.seat import Office, Role
from surveytool.sync.keys import DeviceKeys, device_id, fingerprint
from surveytool.sync.letter import read_letter, sign_letter

MAGIC = "surveytool card"
SUFFIX = ".stcard"
LONGEST_NAME = 200
MOST_VILLAGES = 1000


class FalseCardError(Refusal):
    """A card whose content is misshapen, or claims another device's id."""

    code = "sync.false_card"


@dataclass(frozen=True, slots=True)
class PeerCard:
    """What others know of a device; name is shown to people, for example 大庙镇."""

    device: str
    name: str
    office: Office
    role: Role
    county: str
    villages: tuple[str, ...]
    sign_key: str
    seal_key: str

    @property
    def fingerprint(self) -> str:
        """Eight groups of four digits, for two people to compare aloud."""
        return fingerprint(self.sign_key, self.seal_key)

    def to_content(self) -> dict[str, Any]:
        """Return plain values for JSON."""
        return {
            "device": self.device,
            "name": self.name,
            "office": self.office.value,
            "role": self.role.value,
            "county": self.county,
            "villages": list(self.villages),
            "sign_key": self.sign_key,
            "seal_key": self.seal_key,
        }

    @classmethod
    def from_content(cls, content: Mapping[str, Any]) -> "PeerCard":
        """Check plain values from a file; raises FalseCardError."""
        try:
            card = cls(
                device=_text(content["device"]),
                name=_text(content["name"]),
                office=Office(content["office"]),
                role=Role(content["role"]),
                county=_text(content["county"]),
                villages=_villages(content["villages"]),
                sign_key=_sign_key(content["sign_key"]),
                seal_key=_seal_key(content["seal_key"]),
            )
        except (KeyError, TypeError, ValueError, pyrage.RecipientError) as error:
            raise FalseCardError from error
        if card.device != device_id(card.sign_key, card.seal_key):
            raise FalseCardError
        if card.to_content() != content:
            raise FalseCardError
        return card


def write_card(card: PeerCard, keys: DeviceKeys) -> bytes:
    """Return the bytes of a card file that its own device signs."""
    return sign_letter(MAGIC, card.to_content(), keys).to_bytes()


def read_card(data: bytes) -> PeerCard:
    """Read a card file; raises FalseCardError and the refusals of letters."""
    letter = read_letter(data, MAGIC)
    card = PeerCard.from_content(letter.content)
    if letter.by != card.sign_key:
        raise FalseCardError
    return card


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > LONGEST_NAME:
        msg = "not a short text"
        raise ValueError(msg)
    if not value.isprintable():
        msg = "a name with control characters"
        raise ValueError(msg)
    return value


def _villages(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or len(value) > MOST_VILLAGES:
        msg = "not a list of villages"
        raise ValueError(msg)
    return tuple(_text(one) for one in value)


def _sign_key(value: object) -> str:
    key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(_text(value)))
    return key.public_bytes_raw().hex()


def _seal_key(value: object) -> str:
    return str(pyrage.x25519.Recipient.from_str(_text(value)))
