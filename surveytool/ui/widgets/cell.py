"""What stands in one cell of a table, before it is painted."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Mark:
    """A badge in a cell; framed ones are white with an icon in their tone."""

    words: str
    tone: str = "plain"
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """Text with an optional icon or dot, then badges."""

    text: str = ""
    tone: str = ""
    bold: bool = False
    icon: str = ""
    dot: str = ""
    marks: tuple[Mark, ...] = ()

    @property
    def words(self) -> str:
        """Everything the cell says, for the clipboard and screen readers."""
        said = [self.text, *(mark.words for mark in self.marks)]
        return " ".join(part for part in said if part)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, what it shows of a row, its width in units.

    A column with ``spare`` hides where room is short, the highest first;
    ``grow`` shares out room that is left.
    """

    title: str
    cell: Callable[[Any], Cell]
    width: int = 90
    right: bool = False
    spare: int = 0
    grow: int = 0
    key: Callable[[Any], Any] | None = None
