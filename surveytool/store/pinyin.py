"""Names as they are typed on a keyboard: full pinyin and initials."""

import unicodedata
from functools import cache, lru_cache
from itertools import islice, product

# Surnames whose reading is not the character's first one.
SURNAMES = {
    "曾": "zeng", "单": "shan", "仇": "qiu", "任": "ren", "解": "xie", "华": "hua",
    "查": "zha", "区": "ou", "盖": "ge", "覃": "qin", "翟": "zhai", "尉": "wei",
    "缪": "miao", "朴": "piao", "乐": "yue", "种": "chong", "员": "yun",
    "召": "shao", "长": "zhang", "黑": "he", "冼": "xian", "燕": "yan", "万": "wan",
    "宁": "ning", "逄": "pang", "秘": "bi", "繁": "po", "折": "she", "那": "na",
    "牟": "mu", "晁": "chao", "俱": "ju", "令": "ling", "洗": "xian", "佴": "nai",
    "撒": "sa", "卜": "bu", "柏": "bai", "葛": "ge", "贾": "jia", "石": "shi",
}  # fmt: skip
READINGS = 4
"""How many ways of reading a name are kept."""


@lru_cache(maxsize=20000)
def spellings(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the ways to read a name, each a tuple of syllables."""
    readings = [_readings(char, first=place == 0) for place, char in enumerate(name)]
    return tuple(islice(product(*filter(None, readings)), READINGS))


def _readings(char: str, *, first: bool) -> tuple[str, ...]:
    if char.isascii():
        return (char.lower(),) if char.isalnum() else ()
    common = _common(char)
    special = SURNAMES.get(char) if first else None
    return tuple(dict.fromkeys((special, *common))) if special else common


@cache
def _common(char: str) -> tuple[str, ...]:
    from pypinyin.constants import PINYIN_DICT  # noqa: PLC0415 - a third of a second

    readings = PINYIN_DICT.get(ord(char), "")
    return (_bare(readings.split(",")[0]),) if readings else ()


def _bare(syllable: str) -> str:
    apart = unicodedata.normalize("NFD", syllable.replace("ü", "v"))
    bare = "".join(char for char in apart if not unicodedata.combining(char))
    return bare.replace("u\u0308", "v").lower()
