"""What a roster file holds once it is read: villages, households, persons."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from surveytool.domain.problem import Problem

Fields = dict[str, str]


@dataclass(frozen=True, slots=True)
class RosterPerson:
    """One person of a file, with the fields of ``person`` that are filled."""

    fields: Fields
    sheet: str
    row: int

    def get(self, name: str) -> str:
        """Return a field's value, empty where it is not set."""
        return self.fields.get(name, "")


@dataclass(frozen=True, slots=True)
class RosterHousehold:
    """One household of a file, its head first among the persons.

    ``key`` names it within the file: its 户编号 where that names it alone.
    ``village`` is the key of its village.
    """

    key: str
    village: str
    fields: Fields
    persons: tuple[RosterPerson, ...]

    @property
    def sheet(self) -> str:
        """The sheet of the first row."""
        return self.persons[0].sheet

    @property
    def rows(self) -> tuple[int, ...]:
        """The rows of the persons, counted from 1."""
        return tuple(person.row for person in self.persons)

    def get(self, name: str) -> str:
        """Return a field's value, empty where it is not set."""
        return self.fields.get(name, "")


@dataclass(frozen=True, slots=True)
class Counts:
    """What an import counts, under the names of its machine-readable report.

    ``persons`` are rows; ``households`` are groups of rows.
    ``bad_id_lost_digits``: ID cells refused, since a spreadsheet kept only 15
    digits. ``bad_id_checksum``: ID numbers whose check digit is false.
    ``id_normalised``: ID texts that held strange characters (blanks,
    apostrophes, full-width digits, lower-case x); lengthening a cleanly
    written 15-digit number is counted in ``id_15`` only.
    ``duplicate_person``: ID numbers that stand on more than one row.
    ``minority_dot``: names whose separator was not U+00B7.
    ``rare_name``: names with a character that GBK lacks.
    ``footer_rows``: totals, signatures and notes below persons.
    ``by_type``: for each kind of monitoring, households and persons, then
    the households and persons whose risk is eliminated.
    """

    households: int = 0
    persons: int = 0
    bad_id_lost_digits: int = 0
    bad_id_checksum: int = 0
    id_normalised: int = 0
    duplicate_person: int = 0
    no_head: int = 0
    two_heads: int = 0
    minority_dot: int = 0
    rare_name: int = 0
    footer_rows: int = 0
    by_type: Mapping[str, list[int]] = field(default_factory=dict)
    id_15: int = 0


@dataclass(frozen=True, slots=True)
class Roster:
    """A roster file, read: villages by key, households in the file's order.

    ``columns`` are the fields, as kind.name, that each sheet has columns for.
    """

    villages: Mapping[str, Fields]
    households: tuple[RosterHousehold, ...]
    problems: tuple[Problem, ...]
    counts: Counts
    columns: Mapping[str, frozenset[str]] = field(default_factory=dict)
