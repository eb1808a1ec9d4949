"""By which ways clues come, and the lists that people go through."""

from dataclasses import dataclass, field

from surveytool.casework.rule import Validity


@dataclass(frozen=True, slots=True)
class Channel:
    """A way by which clues come, and the procedure that they set going."""

    code: str
    zh: str
    en: str
    procedure: str
    validity: Validity = field(default_factory=Validity)
    source: str = ""


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list that people go through: six looks, six questions; the county edits it."""

    code: str
    zh: str
    en: str
    items: tuple[str, ...]
    source: str = ""
