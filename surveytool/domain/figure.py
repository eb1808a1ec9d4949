"""A published number with everything needed to check it."""

from dataclasses import dataclass
from decimal import Decimal

from surveytool.domain.money import percent
from surveytool.domain.sentences import Language

NOTHING = {"zh": "无（分母为0）", "en": "none (denominator 0)"}


@dataclass(frozen=True, slots=True)
class Figure:
    """A count, or a ratio in per cent where there is a denominator."""

    name: str
    zh: str
    en: str
    definition_zh: str
    definition_en: str
    unit: str
    numerator: Decimal
    denominator: Decimal | None = None

    @property
    def value(self) -> Decimal | None:
        """The count, or the ratio half-up to two decimals; None over zero."""
        if self.denominator is None:
            return self.numerator
        return percent(self.numerator, self.denominator)

    def say(self, language: Language = "zh") -> str:
        """Return the value with its unit: 62.05%, 4257户."""
        value = self.value
        return NOTHING[language] if value is None else f"{value}{self.unit}"

    def definition(self, language: Language = "zh") -> str:
        """Return how the value is worked out, with the numbers put in."""
        words = self.definition_zh if language == "zh" else self.definition_en
        if self.denominator is None:
            return words
        return f"{words}（{self.numerator}÷{self.denominator}）"
