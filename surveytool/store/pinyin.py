"""Names as they are typed on a keyboard: full pinyin and initials."""

import unicodedata
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

import orjson

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


@lru_cache(maxsize=20000)
def spellings(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the ways to read a name, each a tuple of syllables."""
    common = tuple(filter(None, map(_common, name)))
    special = SURNAMES.get(name[:1])
    if special is None or special == common[0]:
        return (common,)
    return ((special, *common[1:]), common)


@cache
def _common(char: str) -> str:
    if char.isascii():
        return char.lower() if char.isalnum() else ""
    return _bare(_readings().get(str(ord(char)), "").split(",")[0])


@cache
def _readings() -> dict[str, str]:
    # Importing the library reads its phrases too: a third of a second, 57 MB.
    library = find_spec("pypinyin")
    if library is None or library.origin is None:
        return {}
    table = Path(library.origin).with_name("pinyin_dict.json")
    readings: dict[str, str] = orjson.loads(table.read_bytes())
    return readings


def _bare(syllable: str) -> str:
    # ü is typed as v on Chinese keyboards.
    apart = unicodedata.normalize("NFD", syllable).replace("u\u0308", "v")
    return "".join(char for char in apart if not unicodedata.combining(char)).lower()
