"""The columns of every sheet, to say where a field of a person stands."""

from surveytool.ledgers.header import Column
from surveytool.ledgers.layout import Layout
from surveytool.ledgers.people import RosterPerson
from surveytool.ledgers.place import Place
from surveytool.ledgers.workbook import Sheet


class Places:
    """Where fields stand, by sheet."""

    def __init__(self) -> None:
        self.columns: dict[tuple[str, str], tuple[int, Column]] = {}

    def learn(self, sheet: Sheet, layout: Layout) -> None:
        """Take note of the columns of a sheet; the preferred one goes first."""
        for column in layout.header.columns:
            at = (sheet.name, column.field)
            number = column.index + sheet.first_column + 1
            self.columns.setdefault(at, (number, column))

    def has(self, person: RosterPerson, field: str) -> bool:
        """Tell whether the person's sheet has a column for a field."""
        return (person.sheet, field) in self.columns

    def fields(self) -> dict[str, frozenset[str]]:
        """Return the fields that each sheet has columns for."""
        found: dict[str, set[str]] = {}
        for sheet, field in self.columns:
            found.setdefault(sheet, set()).add(field)
        return {sheet: frozenset(names) for sheet, names in found.items()}

    def of(self, person: RosterPerson, field: str) -> Place:
        """Return the cell of a person's field, the row where it has no column."""
        known = self.columns.get((person.sheet, field))
        if known is None:
            return Place(person.sheet, person.row)
        return Place(person.sheet, person.row, known[0], known[1].title)
