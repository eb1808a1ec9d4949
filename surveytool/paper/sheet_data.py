"""What a sheet says, as text: all labels, dates and amounts are already words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class SheetData:
    """One household's sheet: its values by name and its tables by name."""

    bookmark: str
    values: Row = field(default_factory=dict)
    tables: Mapping[str, Sequence[Row]] = field(default_factory=dict)
    running: str = ""

    def texts(self) -> Iterator[str]:
        """Go through every text of the sheet."""
        yield from (self.bookmark, self.running)
        yield from self.values.values()
        for rows in self.tables.values():
            for row in rows:
                yield from row.values()


@dataclass(frozen=True, slots=True)
class Imprint:
    """Who printed, when, and a note such as 补打 or a county's remark."""

    printed_by: str
    printed_at: str
    note: str = ""
