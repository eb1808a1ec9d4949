"""Join a county: its card, the newcomer's request, the county's acceptance."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from surveytool.domain.refusal import Refusal
from surveytool.domain.seat import Office, Role
from surveytool.sync import card as cards
from surveytool.sync import joining as letters
from surveytool.sync.card import PeerCard
from surveytool.tasks import villages as places
from surveytool.tasks.desk import Desk
from surveytool.tasks.managing import check_manages
from surveytool.tasks.peers import card_of, keep, own_card
from surveytool.tasks.register import certify, found_county

CARD_SUFFIX = cards.SUFFIX
REQUEST_SUFFIX = letters.REQUEST_SUFFIX


class NotTheCountyError(Refusal):
    """Someone who is not the county accepts a device."""

    code = "tasks.not_the_county"


def write_card(desk: Desk, out: Path) -> str:
    """Write this office's card; returns its fingerprint to compare aloud."""
    found_county(desk)
    card = own_card(desk)
    out.write_bytes(cards.write_card(card, desk.keys))
    return card.fingerprint


def request(desk: Desk, county_card: Path, out: Path) -> str:
    """Ask to join the county of a card; returns that card's fingerprint.

    People compare the fingerprint with the county's before the first package.
    Raises OnlyAdministratorError: its word is taken from then on.
    """
    check_manages(desk)
    county = cards.read_card(county_card.read_bytes())
    keep(desk, county)
    desk.store.trust({county.device: county.sign_key})
    seat = replace(desk.seat, county=county.county)
    desk.store.set_seat(seat)
    out.write_bytes(letters.ask_to_join(card_of(seat, desk.keys), desk.keys))
    return county.fingerprint


def townships(desk: Desk) -> list[str]:
    """Return the townships that a newcomer may be given."""
    return places.townships(desk)


def accept(
    desk: Desk,
    request_file: Path,
    *,
    villages: Sequence[str] = (),
    township: str = "",
    role: Role | None = None,
) -> PeerCard:
    """Certify a newcomer for these villages, for a township's, or for all.

    Its role is what it asked for, unless the county gives it another one.
    """
    if desk.seat.office is not Office.COUNTY:
        raise NotTheCountyError
    asked = letters.read_request(request_file.read_bytes())
    given = [places.village_id(desk, one) for one in villages]
    if township:
        given += [row.id for row in places.of_township(desk, township)]
    if not given:
        given = [row.id for row in desk.store.villages()]
    card = replace(
        asked.card,
        role=role or asked.card.role,
        villages=tuple(given),
        county=desk.seat.county,
    )
    certify(desk, card)
    keep(desk, card)
    return card
