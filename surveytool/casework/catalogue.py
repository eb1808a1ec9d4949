"""Which measures answer a risk, and which measures a county has on offer."""

from dataclasses import dataclass, field

from surveytool.casework.rule import Validity


@dataclass(frozen=True, slots=True)
class Match:
    """The classes of measures of which a risk needs at least one."""

    risk: str
    classes: tuple[str, ...]
    source: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """A measure that may be suggested against risks.

    ``when`` and ``people`` are ODK expressions as in a rule; without ``people``
    the measure is for the whole household.
    """

    code: str
    measure_class: str
    zh: str
    en: str
    risks: tuple[str, ...] = ()
    unit: str = ""
    standard: str = ""
    amount: str = ""
    when: str = ""
    people: str = ""
    validity: Validity = field(default_factory=Validity)
    source: str = ""
