"""A table before it is paper, a spreadsheet or a screen."""

from dataclasses import dataclass
from typing import Literal

from surveytool.domain.figure import Figure

Kind = Literal["text", "count", "percent", "money"]


@dataclass(frozen=True, slots=True)
class Column:
    """A heading with its unit, and what its cells hold."""

    title: str
    unit: str = ""
    kind: Kind = "text"

    @property
    def heading(self) -> str:
        """The title with the unit in brackets."""
        return f"{self.title}（{self.unit}）" if self.unit else self.title


@dataclass(frozen=True, slots=True)
class Chart:
    """Columns of a table, by their places, to be drawn as bars for each row."""

    title: str
    columns: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Headings, rows of plain text and a total row, with what explains them.

    Numbers are plain decimal text ("15923", "62.05"), so that every reader may
    write them its own way; a value that does not exist is "—".
    """

    name: str
    title: str
    subtitle: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    total: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    charts: tuple[Chart, ...] = ()
