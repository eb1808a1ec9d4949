"""Places in rules that values are put into: ``${income_line}``, ``{people}``."""

import re
from collections.abc import Mapping
from string import Formatter

_PLACE = re.compile(r"\$\{\s*([A-Za-z0-9_]+)\s*\}")


def thresholds_in(text: str) -> frozenset[str]:
    """Return the names of the thresholds that a text asks for."""
    return frozenset(_PLACE.findall(text))


def filled(text: str, values: Mapping[str, str]) -> str | None:
    """Put values in place of names; None where one has no value in force."""
    if thresholds_in(text) - values.keys():
        return None
    return _PLACE.sub(lambda found: values[found[1]], text)


def places_of(sentence: str) -> frozenset[str]:
    """Return the places of a sentence; "{" where its braces do not match."""
    try:
        parts = list(Formatter().parse(sentence))
    except ValueError:
        return frozenset("{")
    return frozenset(place for _, place, _, _ in parts if place is not None)
