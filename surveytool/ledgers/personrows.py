"""The rows of a sheet that hold persons, with merged cells carried down."""

from collections.abc import Iterator

from surveytool.domain.problem import Severity
from surveytool.ledgers.cell import Cell, Row
from surveytool.ledgers.gathering import Tally
from surveytool.ledgers.layout import Layout
from surveytool.ledgers.place import Place
from surveytool.ledgers.rowkind import SURE_ID, RowKind, row_kind
from surveytool.ledgers.slots import Tell
from surveytool.ledgers.workbook import Sheet

SHORTEST_NAME = 2


def person_rows(
    sheet: Sheet, layout: Layout, rows: Iterator[Row], *, tell: Tell, tally: Tally
) -> Iterator[tuple[int, Row]]:
    """Yield each person's row with its number; others are counted or listed."""
    name, identity = layout.first("person.full_name"), layout.first("person.id_number")
    name_at = name.index if name else None
    id_at = identity.index if identity else None
    carry = _Carrier(sheet, layout)
    has_persons = False
    for number, row in enumerate(rows, layout.header.last_row + 1):
        if len(row) < layout.width:
            row.extend([""] * (layout.width - len(row)))
        carry.down(row, number)
        if _is_plainly_person(row, name_at, id_at):
            kind = RowKind.PERSON
        else:
            kind = row_kind(row, layout.header)
        if kind is RowKind.PERSON:
            has_persons = True
            yield number, row
        elif kind is RowKind.FOOTER and has_persons:
            tally.footers += 1
        elif kind is RowKind.STRAY and has_persons:
            place = Place(sheet.name, number)
            tell(place.problem("roster.no_person", severity=Severity.WARNING))


def _is_plainly_person(row: Row, name_at: int | None, id_at: int | None) -> bool:
    """Spare the close look at the rows, nearly all, that need none."""
    if name_at is None or id_at is None:
        return False
    name, number = row[name_at], row[id_at]
    return (
        isinstance(name, str)
        and isinstance(number, str)
        and len(name) >= SHORTEST_NAME
        and len(number) >= SURE_ID
    )


class _Carrier:
    """Carries merged household and village cells down over their rows."""

    def __init__(self, sheet: Sheet, layout: Layout) -> None:
        carried = {
            column.index
            for column in layout.header.columns
            if not column.field.startswith("person.")
        }
        self.starts: dict[int, list[tuple[int, int]]] = {}
        for column, first, last in sheet.merges:
            if column in carried:
                self.starts.setdefault(first, []).append((column, last))
        self.active: dict[int, tuple[int, Cell]] = {}

    def down(self, row: Row, number: int) -> None:
        """Fill the merged cells of a row from the first of their rows."""
        if number in self.starts:
            for column, last in self.starts[number]:
                self.active[column] = (last, row[column])
        elif self.active:
            for column, (last, cell) in list(self.active.items()):
                if number > last:
                    del self.active[column]
                elif row[column] == "":
                    row[column] = cell
