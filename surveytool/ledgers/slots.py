"""Cells of one row read into fields, each distinct cell read only once."""

from collections.abc import Callable

from surveytool.domain.problem import Problem, Severity
from surveytool.ledgers.cell import Cell, Row, bare_text, cell_text
from surveytool.ledgers.header import Column
from surveytool.ledgers.layout import Slot
from surveytool.ledgers.place import Place
from surveytool.ledgers.values import Value

JOINED = "risks"
MOST_REMEMBERED = 50_000
Tell = Callable[[Problem], None]


class SlotReader:
    """Reads the cells of one slot; what it has read before it remembers."""

    def __init__(self, slot: Slot, sheet: str, first_column: int) -> None:
        self.name = slot.name
        self.slot = slot
        self.sheet = sheet
        self.first_column = first_column
        self.index = slot.index
        self.is_single = len(slot.columns) == 1
        self.known: dict[Cell, str] = {"": ""}

    def read(self, row: Row, number: int, tell: Tell) -> str:
        """Return the stored value of a row; findings go to ``tell``."""
        if not self.is_single:
            return self._read_several(row, number, tell)
        cell = row[self.index]
        text = self.known.get(cell)
        return self._read_new(cell, number, tell) if text is None else text

    def place(self, number: int, column: Column | None = None) -> Place:
        """Return the place of a row's cell."""
        here = column or self.slot.columns[0]
        return Place(self.sheet, number, here.index + self.first_column + 1, here.title)

    def _read_new(self, cell: Cell, number: int, tell: Tell) -> str:
        value = self._read_at(self.slot.columns[0], cell, number, tell)
        if not value.fault and len(self.known) < MOST_REMEMBERED:
            self.known[cell] = value.text
        return value.text

    def _read_at(self, column: Column, cell: Cell, number: int, tell: Tell) -> Value:
        value = self.slot.read(cell)
        if value.fault:
            severity = Severity.ERROR if not value.text else Severity.WARNING
            place = self.place(number, column)
            tell(place.problem(value.fault, cell_text(cell), severity=severity))
        return value

    def _read_several(self, row: Row, number: int, tell: Tell) -> str:
        """Join the risks; of other repeated titles prefer the first filled."""
        columns = [one for one in self.slot.columns if bare_text(row[one.index])]
        texts = [
            self._read_at(one, row[one.index], number, tell).text for one in columns
        ]
        kept = list(dict.fromkeys(filter(None, texts)))
        if self.name == JOINED:
            return " ".join(dict.fromkeys(" ".join(kept).split()))
        if len(kept) > 1:
            place = self.place(number)
            tell(place.problem("roster.columns_disagree", "，".join(kept)))
        return kept[0] if kept else ""
