"""The devices that this workspace exchanges packages with."""

import json

from surveytool.domain.refusal import Refusal
from surveytool.domain.seat import Seat
from surveytool.sync.card import PeerCard
from surveytool.sync.keys import DeviceKeys
from surveytool.tasks.desk import Desk


class UnknownPeerError(Refusal):
    """No peer has this name or device id."""

    code = "tasks.unknown_peer"
    exit_code = 2


def own_card(desk: Desk) -> PeerCard:
    """Return this device's card."""
    return card_of(desk.store.device_seat, desk.keys)


def card_of(seat: Seat, keys: DeviceKeys) -> PeerCard:
    """Return the card of a seat with these keys."""
    return PeerCard(
        device=keys.device,
        name=seat.title or seat.operator,
        office=seat.office,
        role=seat.role,
        county=seat.county,
        villages=seat.villages,
        sign_key=keys.sign_key,
        seal_key=keys.seal_key,
    )


def keep(desk: Desk, card: PeerCard) -> None:
    """Remember a peer; from now on its packages are taken in."""
    desk.store.add_peer(card.device, json.dumps(card.to_content()).encode())
    desk.store.audit("peer_kept", card.device, card.name)


def peers(desk: Desk) -> list[PeerCard]:
    """Return every known peer."""
    cards = desk.store.peers().values()
    return [PeerCard.from_content(json.loads(card)) for card in cards]


def peer(desk: Desk, name: str) -> PeerCard:
    """Return a peer by device id or name; raises UnknownPeerError."""
    for card in peers(desk):
        if name in (card.device, card.name):
            return card
    raise UnknownPeerError(peer=name)
