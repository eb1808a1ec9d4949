"""Thresholds in a rule's expression: ``${income_line}`` stands for its value."""

import re
from collections.abc import Mapping

_PLACE = re.compile(r"\$\{\s*([A-Za-z0-9_]+)\s*\}")


def thresholds_in(text: str) -> frozenset[str]:
    """Return the names of the thresholds that a text asks for."""
    return frozenset(_PLACE.findall(text))


def filled(text: str, values: Mapping[str, str]) -> str | None:
    """Put values in place of names; None where one has no value in force."""
    if thresholds_in(text) - values.keys():
        return None
    return _PLACE.sub(lambda found: values[found[1]], text)
