"""How a new device joins: it asks with its keys, the county certifies its card."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from surveytool.domain.refusal import Refusal
from surveytool.sync.card import FalseCardError, PeerCard
from surveytool.sync.keys import DeviceKeys
from surveytool.sync.letter import Letter, read_letter, sign_letter

REQUEST_MAGIC = "surveytool join"
REQUEST_SUFFIX = ".stjoin"
ACCEPTANCE_MAGIC = "surveytool accept"
ACCEPTANCE_SUFFIX = ".staccept"


class AnotherDeviceError(Refusal):
    """An acceptance that answers another device's request."""

    code = "sync.acceptance_for_another"


@dataclass(frozen=True, slots=True)
class JoinRequest:
    """A newcomer's card as it would like it, signed by its own key."""

    card: PeerCard
    hash: str


@dataclass(frozen=True, slots=True)
class Acceptance:
    """The newcomer's card as the county certifies it, and the county's own."""

    card: PeerCard
    county: PeerCard
    request: str


def ask_to_join(card: PeerCard, keys: DeviceKeys) -> bytes:
    """Return the bytes of a newcomer's request file."""
    return sign_letter(REQUEST_MAGIC, {"card": card.to_content()}, keys).to_bytes()


def read_request(data: bytes) -> JoinRequest:
    """Read a request; raises FalseCardError and the refusals of letters."""
    letter = read_letter(data, REQUEST_MAGIC)
    card = _card(letter.content, "card")
    if letter.by != card.sign_key:
        raise FalseCardError
    return JoinRequest(card, hashlib.sha256(data).hexdigest())


def accept(
    request: JoinRequest, certified: PeerCard, *, county: PeerCard, keys: DeviceKeys
) -> bytes:
    """Return the acceptance: the card as the county decided it, same keys."""
    if certified.device != request.card.device:
        raise AnotherDeviceError(device=certified.device)
    content = {
        "card": certified.to_content(),
        "county": county.to_content(),
        "request": request.hash,
    }
    return sign_letter(ACCEPTANCE_MAGIC, content, keys).to_bytes()


def read_acceptance(data: bytes, device: str) -> Acceptance:
    """Read the county's answer to this device; raises AnotherDeviceError.

    Whether the county is the right one, people tell by its card's fingerprint.
    """
    letter = read_letter(data, ACCEPTANCE_MAGIC)
    card, county = _card(letter.content, "card"), _card(letter.content, "county")
    if letter.by != county.sign_key:
        raise FalseCardError
    if card.device != device:
        raise AnotherDeviceError(device=card.device)
    return Acceptance(card, county, _hash(letter))


def _card(content: Mapping[str, Any], name: str) -> PeerCard:
    card = content.get(name)
    if not isinstance(card, dict):
        raise FalseCardError
    return PeerCard.from_content(card)


def _hash(letter: Letter) -> str:
    request = letter.content.get("request")
    if not isinstance(request, str):
        raise FalseCardError
    return request
