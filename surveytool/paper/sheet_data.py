"""What a sheet says, as text: all labels, dates and amounts are already words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

Row = Mapping[str, str]
Part = str | int | bool | Sequence["Part"] | Mapping[str, "Part"]
Parts = Mapping[str, Part]


@dataclass(frozen=True, slots=True)
class SheetData:
    """One household's sheet: its values by name and its tables by name.

    A sheet of the general template has ``blocks`` instead, in their order.
    ``note`` stands at the foot, as 补打（第2次） does.
    """

    bookmark: str
    values: Row = field(default_factory=dict)
    tables: Mapping[str, Sequence[Row]] = field(default_factory=dict)
    running: str = ""
    blocks: Sequence[Parts] = ()
    note: str = ""

    def texts(self) -> Iterator[str]:
        """Go through every text of the sheet."""
        yield from (self.bookmark, self.running)
        yield from self.values.values()
        for rows in self.tables.values():
            for row in rows:
                yield from row.values()
        yield from texts_in(self.blocks)


def texts_in(part: Part) -> Iterator[str]:
    """Go through every text of a part of a sheet."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, Mapping):
        for inner in part.values():
            yield from texts_in(inner)
    elif not isinstance(part, int):
        for inner in part:
            yield from texts_in(inner)


@dataclass(frozen=True, slots=True)
class Imprint:
    """Who printed, when, a note such as 补打, and words across each page."""

    printed_by: str
    printed_at: str
    note: str = ""
    watermark: str = ""
