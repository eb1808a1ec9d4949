"""What a household can be found by, as two small indexes keep it.

``word`` has names whole (marked =), their parts of one or two characters,
initials and beginnings of syllables; ``gram`` cuts every text into threes.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from operator import add

from surveytool.store.pinyin import spellings
from surveytool.store.standing import Standing

SHORT = 2
NAMES = 50_000
"""How many names are remembered with their spellings: a county has some 200,000."""


@dataclass(frozen=True, slots=True)
class Words:
    """The texts of a household: the head's and its own, and the members'."""

    head: str
    member: str

    @property
    def line(self) -> str:
        """Both, as they are kept: the head's, a form feed, the members'."""
        return f"{self.head}\f{self.member}"

    @classmethod
    def read(cls, line: str) -> "Words":
        """Read what line() wrote."""
        head, _, member = line.partition("\f")
        return cls(head, member)

    @property
    def short(self) -> tuple[str, str]:
        """The short words of both, parted by blanks."""
        return _short_words(self.head), _short_words(self.member)


def words_of(
    household: Standing, head: Standing | None, members: Iterable[Standing]
) -> Words:
    """Return what a household can be found by; one line a person."""
    own = [household.get("code"), household.get("phone")]
    first = _person(head) if head else ""
    return Words(
        "\n".join([first, "\t".join(filter(None, own))]),
        "\n".join(map(_person, members)),
    )


def name_of(line: str) -> str:
    """Return the name that begins a person's line."""
    return line.split("\t", 1)[0]


def bare_name(text: str) -> str:
    """Return a name without what parts words: blanks and ASCII signs."""
    if text.isalnum():
        return text
    return "".join([char for char in text if char.isalnum() or not char.isascii()])


def _person(person: Standing) -> str:
    get = person.fields.get
    name = get("full_name", "")
    own = f"{name}\t{get('id_number', '')}\t{get('phone', '')}\t"
    return own.lower() + _typed(name)


@lru_cache(maxsize=NAMES)
def _typed(name: str) -> str:
    read = spellings(name)
    texts = ["".join(syllables) for syllables in read]
    texts += ["".join([one[0] for one in syllables]) for syllables in read]
    return "\t".join(texts)


def _short_words(lines: str) -> str:
    return " ".join([_parts(line.partition("\t")[0]) for line in lines.split("\n")])


@lru_cache(maxsize=NAMES)
def _parts(name: str) -> str:
    if not name:
        return ""
    bare = bare_name(name)
    parts = ["=" + bare, *bare, *map(add, bare, bare[1:])]
    for syllables in spellings(name):
        initials = [one[0] for one in syllables]
        parts += initials
        parts += map(add, initials, initials[1:])
        parts += [one[:SHORT] for one in syllables]
    return " ".join(parts)
