"""Characters as people and spreadsheets write them, brought to one form."""

import re
import unicodedata

INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff\x00-\x08\x0b-\x1f]"
)
BLANKS = re.compile(r"[\s\u00a0\u3000]+")
DOTS = re.compile(
    "[\u2022\u2027\u30fb\u2219\u22c5\uff0e\uff65\u00b7\u0387\u1427\u25cf]"
)


def plain(text: str) -> str:
    """Return text without invisible characters and outer or doubled blanks."""
    return BLANKS.sub(" ", INVISIBLE.sub("", text)).strip()


def half_width(text: str) -> str:
    """Return text with full-width letters, digits and signs made half-width."""
    return "".join(
        unicodedata.normalize("NFKC", char) if "\uff01" <= char <= "\uff5e" else char
        for char in text
    )


def compact(text: str) -> str:
    """Return half-width text with every blank taken out, for codes and titles."""
    return BLANKS.sub("", half_width(INVISIBLE.sub("", text)))


def person_name(text: str) -> str:
    """Return a name with the one separator U+00B7 (GB 18030 A1A4) in it.

    A full stop counts as separator only between Chinese characters; blanks
    inside a Chinese name are dropped, as in two-character names padded to three.
    """
    name = DOTS.sub("\u00b7", plain(text))
    name = re.sub(r"(?<=[^\x00-\x7f])\.(?=[^\x00-\x7f])", "\u00b7", name)
    return re.sub(r"(?<=[^\x00-\x7f]) (?=[^\x00-\x7f])", "", name)
