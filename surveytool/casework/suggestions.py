"""Which measures of the county's catalogue a household's risks call for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from surveytool.casework.catalogue import Offer
from surveytool.casework.profile import Profile
from surveytool.casework.reading import Reading, read
from surveytool.casework.residents import Residents
from surveytool.domain.entity import Entity
from surveytool.domain.sentences import Language


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A measure that fits: against which risk, and for whom ("" = the household)."""

    code: str
    measure_class: str
    risk: str
    person: str
    person_name: str
    zh: str
    en: str
    unit: str = ""
    standard: str = ""
    amount: str = ""

    def say(self, language: Language = "zh") -> str:
        """Return the measure's content for people."""
        return self.zh if language == "zh" else self.en


@lru_cache(maxsize=8)
def offers_of(profile: Profile, on: date) -> tuple[tuple[Offer, Reading], ...]:
    """Return the offers in force whose thresholds are known."""
    values = profile.values_on(on)
    pairs = [
        (offer, read(offer.when, offer.people, values))
        for offer in profile.offers
        if offer.validity.covers(on)
    ]
    return tuple((offer, done) for offer, done in pairs if done is not None)


def suggest(
    profile: Profile,
    household: Entity,
    persons: Sequence[Entity],
    on: date,
    risks: Sequence[str] | None = None,
) -> list[Suggestion]:
    """Return the measures that fit, by risk in the household's own order.

    ``risks`` are those of the plan being written, by default the recorded ones.
    """
    home = Residents(household, persons, on)
    wanted = household.get("risks").split() if risks is None else risks
    return [
        one
        for risk in wanted
        for offer, reading in offers_of(profile, on)
        if risk in offer.risks
        for one in _fitting(offer, reading, home, risk)
    ]


def _fitting(
    offer: Offer, reading: Reading, home: Residents, risk: str
) -> Iterator[Suggestion]:
    people = reading.hits(home)
    if people is None:
        return
    chosen: list[Entity | None] = [*people] or [None]
    for person in chosen:
        yield Suggestion(
            offer.code,
            offer.measure_class,
            risk,
            person.id if person else "",
            person.get("full_name") if person else "",
            offer.zh,
            offer.en,
            offer.unit,
            offer.standard,
            offer.amount,
        )
