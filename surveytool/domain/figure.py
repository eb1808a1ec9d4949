"""A published number with everything needed to check it."""

from dataclasses import dataclass
from decimal import Decimal

from surveytool.domain.money import CENT, half_up
from surveytool.domain.sentences import Language

NOTHING = {"zh": "无（分母为0）", "en": "none (denominator 0)"}


@dataclass(frozen=True, slots=True)
class Figure:
    """A count, or a ratio where there is a denominator: in per cent, or plain.

    ``times`` is 100 for per cent and 1 for a mean; ``step`` is the rounding.
    """

    name: str
    zh: str
    en: str
    definition_zh: str
    definition_en: str
    unit: str
    numerator: Decimal
    denominator: Decimal | None = None
    times: int = 100
    step: Decimal = CENT

    @property
    def value(self) -> Decimal | None:
        """The count, or the ratio half-up to its step; None over zero."""
        if self.denominator is None:
            return self.numerator
        if not self.denominator:
            return None
        return half_up(self.numerator * self.times / self.denominator, self.step)

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
