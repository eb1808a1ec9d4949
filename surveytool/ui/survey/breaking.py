"""Words of choices in lines: a button's text does not break by itself."""

from unicodedata import east_asian_width

from surveytool.ui.theme.look import Look

# How many half-width letters stand beside one another, by the size of the text.
ROOMS = ((1.2, 62), (1.6, 48), (9.0, 28))
SIGN, MOST = 6, 4


def room(look: Look) -> int:
    """Return how many half-width letters an answer has room for on a small screen."""
    return next(letters for scale, letters in ROOMS if look.scale <= scale)


def across(look: Look, texts: list[str]) -> int:
    """Return how many choices stand beside one another."""
    longest = max((wide(one) for one in texts), default=1)
    return max(1, min(MOST, room(look) // (longest + SIGN)))


def wide(words: str) -> int:
    """Return the width of words in half-width letters; Han characters take two."""
    return sum(2 if east_asian_width(one) in "WF" else 1 for one in words)


def broken(words: str, most: int) -> str:
    """Return words in lines of at most so many half-width letters."""
    lines, line = [], ""
    for part in _parts(words):
        if line and wide(line + part.rstrip()) > most:
            lines.append(line.rstrip())
            line = ""
        line += part
    return "\n".join([*lines, line.rstrip()])


def _parts(words: str) -> list[str]:
    """Return what stays together: Latin words with their blank, single characters."""
    parts: list[str] = []
    for one in words:
        is_wide = wide(one) > 1
        if parts and not is_wide and wide(parts[-1][-1]) == 1 and parts[-1][-1] != " ":
            parts[-1] += one
        else:
            parts.append(one)
    return parts
