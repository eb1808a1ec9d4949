"""Stored values as people read them, in the language of the screen."""

from dataclasses import dataclass

from surveytool.domain.entity import Entity
from surveytool.domain.money import read_amount, show
from surveytool.domain.sentences import Language
from surveytool.domain.vocabulary import code_lists, fields, label

DAY = len("2026-01-01")


@dataclass(frozen=True, slots=True)
class Words:
    """The labels of codes and fields in one language."""

    language: Language = "zh"

    def code(self, name: str, code: str) -> str:
        """Return the label of a code of a list."""
        return code_lists()[name].label(code, self.language) if code else ""

    def codes(self, name: str, codes: str) -> str:
        """Return the labels of blank-separated codes."""
        return code_lists()[name].labels(codes, self.language)

    def value(self, entity: Entity, name: str) -> str:
        """Return an entity's value as people read it."""
        value = entity.get(name)
        return label(entity.ref.kind, name, value, self.language) if value else ""

    def title(self, kind: str, name: str) -> str:
        """Return what a field is called."""
        words = fields(kind).get(name)
        return words.title(self.language) if words else name

    def amount(self, text: str) -> str:
        """Return an amount in whole yuan with thousands separated."""
        amount = read_amount(text) if text else None
        return "" if amount is None else show(amount.quantize(1))

    def day(self, iso: str) -> str:
        """Return a date without the time of day."""
        return iso[:DAY]

    def moment(self, iso: str) -> str:
        """Return a date with hours and minutes, as 2026-11-23 09:12."""
        return iso.replace("T", " ")[: DAY + len(" 09:12")]

    def short_day(self, iso: str) -> str:
        """Return a date without its year: 10-22."""
        return iso[5:DAY]
