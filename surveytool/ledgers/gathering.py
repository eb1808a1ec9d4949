"""Households as they are put together, row by row."""

from dataclasses import dataclass, field

from surveytool.ledgers.cell import Cell
from surveytool.ledgers.people import RosterPerson


@dataclass(slots=True)
class Gathered:
    """A household of which further rows may still come."""

    village: str
    sheet: str
    row: int
    cells: tuple[Cell, ...] = ()
    telling: tuple[Cell, ...] = ()
    fields: dict[str, str] = field(default_factory=dict)
    persons: list[RosterPerson] = field(default_factory=list)
    disagreeing: set[str] = field(default_factory=set)

    @property
    def code(self) -> str:
        """The 户编号, empty where the file has none."""
        return self.fields.get("code", "")


@dataclass(slots=True)
class Tally:
    """Running counts; what each one means stands in ``people.Counts``."""

    lost_digits: int = 0
    false_check_digits: int = 0
    normalised: int = 0
    short: int = 0
    dots: int = 0
    rare: int = 0
    footers: int = 0
    repeated: int = 0


class Gathering:
    """All households and villages so far, over all sheets of a file."""

    def __init__(self) -> None:
        self.villages: dict[str, dict[str, str]] = {}
        self.households: list[Gathered] = []
        self.by_key: dict[tuple[str, str], Gathered] = {}
        self.seen: dict[tuple[str, str, str], str] = {}

    def find(self, village: str, name: str) -> Gathered | None:
        """Return the household that a number or head names within a village."""
        return self.by_key.get((village, name)) if name else None

    def begin(self, household: Gathered, name: str) -> Gathered:
        """Add a household; without a name no later row will find it."""
        self.households.append(household)
        if name:
            self.by_key[household.village, name] = household
        return household

    def is_repeated(self, household: Gathered, person: RosterPerson) -> bool:
        """Tell whether a person of a household stood on an earlier sheet already."""
        mark = person.get("id_number") or person.get("number")
        if not mark or not household.code:
            return False
        key = (household.village, household.code, mark + person.get("full_name"))
        return self.seen.setdefault(key, person.sheet) != person.sheet
