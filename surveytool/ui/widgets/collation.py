"""The order of Chinese names: by their sound, as people look them up."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCollator, QLocale


def by_sound(part: Callable[[Any], str]) -> Callable[[Any], Any]:
    """Return a sort key over a part of a row."""
    collator = QCollator(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    return lambda row: collator.sortKey(part(row))
