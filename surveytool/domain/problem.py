"""A finding: bad data is normal and is listed, never raised."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from surveytool.domain.sentences import Language, sentence


class Severity(StrEnum):
    """How much a finding matters to the person who reads it."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding: its code in the catalogue, its place and its facts."""

    code: str
    where: str
    facts: Mapping[str, str] = field(default_factory=dict)
    severity: Severity = Severity.ERROR

    def say(self, language: Language = "zh") -> str:
        """Return the sentence for people."""
        return sentence(self.code, {"where": self.where} | dict(self.facts), language)
