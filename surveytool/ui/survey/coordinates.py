"""Places as people type or paste them: one point, or one point a line."""

import re
from decimal import Decimal

NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
DEGREES = re.compile(
    r"(-?\d{1,3})\s*[°度]\s*(?:(\d{1,2}(?:\.\d+)?)\s*[′'’分]\s*)?"
    r"(?:(\d{1,2}(?:\.\d+)?)\s*[″\"”秒]?\s*)?"
)
SOUTH_WEST = re.compile(r"[SWsw南西]")
MOST_SOUTH, MOST_WEST = Decimal(90), Decimal(180)
LEAST, MOST = 2, 4
GRID = Decimal("0.0000001")


def read_point(text: str) -> str:
    """Return a pasted point as "lat lon [altitude [accuracy]]", "" if it is none.

    Takes 31.07, 109.87; 109.87 31.07 (the one beyond 90 is the longitude);
    31°04′12″N 109°52′30″E; 北纬31.07 东经109.87.
    """
    numbers = _numbers(text)
    if not LEAST <= len(numbers) <= MOST:
        return ""
    south, west = numbers[:2]
    if abs(south) > MOST_SOUTH:
        south, west = west, south
    if abs(south) > MOST_SOUTH or abs(west) > MOST_WEST:
        return ""
    return " ".join(_plain(one) for one in (south, west, *numbers[2:]))


def read_points(text: str, *, closed: bool) -> tuple[str, int]:
    """Return points with ; between them and the first bad line, counted from 1.

    A closed line ends where it began. Line 0 means that all lines are points.
    """
    lines = [one.strip() for one in re.split(r"[;；\n]", text)]
    points = [read_point(one) for one in lines if one]
    for at, line in enumerate(lines, 1):
        if line and not read_point(line):
            return "", at
    if closed and points and points[0] != points[-1]:
        points.append(points[0])
    return ";".join(points), 0


def point_shown(value: str) -> str:
    """Return a stored point without the altitude and accuracy that are not known."""
    parts = [_plain(Decimal(part)) for part in value.split() if _is_number(part)]
    while len(parts) > LEAST and parts[-1] == "0":
        parts.pop()
    return " ".join(parts)


def points_shown(value: str) -> str:
    """Return stored points one a line."""
    return "\n".join(point_shown(one) for one in value.split(";") if one.strip())


def _numbers(text: str) -> list[Decimal]:
    if "°" in text or "度" in text:
        return [_degrees(found, text) for found in DEGREES.finditer(text)]
    text = text.replace("，", ",")
    return [
        -abs(Decimal(found[0])) if _is_turned(text, found) else Decimal(found[0])
        for found in NUMBER.finditer(text)
    ]


def _degrees(found: re.Match[str], text: str) -> Decimal:
    whole, minutes, seconds = (Decimal(part or 0) for part in found.groups())
    size = (abs(whole) + minutes / 60 + seconds / 3600).quantize(GRID)
    return -size if whole < 0 or _is_turned(text, found) else size


def _is_turned(text: str, found: re.Match[str]) -> bool:
    """Tell whether the letter or word that goes with a number says south or west."""
    if text.strip()[:1] in "-0123456789":
        return bool(SOUTH_WEST.match(text[found.end() :].strip()[:1]))
    return bool(SOUTH_WEST.search(text[: found.start()].strip()[-2:]))


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _is_number(text: str) -> bool:
    return NUMBER.fullmatch(text) is not None
