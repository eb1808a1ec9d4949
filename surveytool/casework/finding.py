"""What a rule says of a household: its sentence and the values it saw."""

from collections.abc import Mapping
from dataclasses import dataclass

from surveytool.domain.problem import Severity
from surveytool.domain.sentences import Language, sentence
from surveytool.domain.vocabulary import fields, label


@dataclass(frozen=True, slots=True)
class Seen:
    """A value that a rule looked at: a field, and who has it where it matters."""

    kind: str
    field: str
    value: str
    who: str = ""

    def say(self, language: Language = "zh") -> str:
        """Return the value as people read it."""
        words = fields(self.kind).get(self.field)
        title = words.title(language) if words else self.field
        value = label(self.kind, self.field, self.value, language)
        shown = value or ("未填" if language == "zh" else "not filled in")
        whose = f"{self.who} " if self.who else ""
        return f"{whose}{title}{'：' if language == 'zh' else ': '}{shown}"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found about a household.

    ``risk`` is the risk it points to, ``guarantee`` what it shows to be broken.
    """

    code: str
    zh: str
    en: str
    severity: Severity = Severity.WARNING
    saw: tuple[Seen, ...] = ()
    source: str = ""
    risk: str = ""
    guarantee: str = ""

    def say(self, language: Language = "zh") -> str:
        """Return the sentence for people."""
        return self.zh if language == "zh" else self.en

    def explain(self, language: Language = "zh") -> str:
        """Return the values that the rule saw."""
        joint = "；" if language == "zh" else "; "
        return joint.join(one.say(language) for one in self.saw)

    @property
    def explanation(self) -> str:
        """The values that the rule saw, in Chinese."""
        return self.explain("zh")


def from_catalogue(
    code: str,
    facts: Mapping[str, tuple[str, str]],
    *,
    severity: Severity,
    saw: tuple[Seen, ...] = (),
    source: str = "",
) -> Finding:
    """Return a finding of the catalogue of sentences; each fact in both languages."""
    zh = sentence(code, {name: both[0] for name, both in facts.items()}, "zh")
    en = sentence(code, {name: both[1] for name, both in facts.items()}, "en")
    return Finding(code, zh, en, severity, saw, source)
