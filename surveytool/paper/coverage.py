"""Which characters no font has: told before printing, never printed as boxes."""

from collections.abc import Sequence
from functools import cache

from fontTools.ttLib import TTFont

from surveytool.domain.problem import Problem, Severity
from surveytool.paper.clean import printable
from surveytool.paper.fonts import font_files
from surveytool.paper.sheet_data import SheetData


@cache
def covered() -> frozenset[int]:
    """Return every code point that a bundled font has a glyph for."""
    points: set[int] = set()
    for path in font_files():
        with TTFont(path, lazy=True) as font:
            points.update(font.getBestCmap())
    return frozenset(points)


def missing_characters(text: str) -> str:
    """Return the characters of a text that no font has, each once, in order."""
    wanted = dict.fromkeys(printable(text))
    return "".join(
        char for char in wanted if char != "\n" and ord(char) not in covered()
    )


def missing_in(pages: Sequence[SheetData]) -> tuple[Problem, ...]:
    """Return one finding per sheet with characters that no font has."""
    found = []
    for page in pages:
        characters = missing_characters("".join(page.texts()))
        if characters:
            facts = {"characters": "、".join(map(_named, characters))}
            where = page.bookmark
            found.append(Problem("paper.no_glyph", where, facts, Severity.WARNING))
    return tuple(found)


def _named(char: str) -> str:
    return f"{char}（U+{ord(char):04X}）"
