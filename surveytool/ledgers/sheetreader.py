"""One sheet of a roster, read row by row into the gathering."""

from collections.abc import Iterable

from surveytool.ledgers.cell import Row, bare_text
from surveytool.ledgers.gathering import Gathered, Gathering, Tally
from surveytool.ledgers.layout import HOUSEHOLD_CODE, TELLING, Layout, cells_at
from surveytool.ledgers.people import RosterPerson
from surveytool.ledgers.personreader import PersonReader
from surveytool.ledgers.slots import SlotReader, Tell
from surveytool.ledgers.titles import HEAD_ID, HEAD_NAME
from surveytool.ledgers.villagereader import VillageReader
from surveytool.ledgers.workbook import Sheet


class SheetReader:
    """Puts the persons of one sheet's rows into households."""

    def __init__(
        self,
        sheet: Sheet,
        layout: Layout,
        gathering: Gathering,
        *,
        tell: Tell,
        tally: Tally,
    ) -> None:
        self.sheet, self.layout = sheet, layout
        self.gathering, self.tell, self.tally = gathering, tell, tally
        self.villages = VillageReader(sheet, layout, gathering.villages)
        self.persons = PersonReader(sheet, layout, tell, tally)
        slots = [
            SlotReader(slot, sheet.name, sheet.first_column)
            for slot in layout.household
        ]
        self.code = next((slot for slot in slots if slot.name == "code"), None)
        self.slots = [slot for slot in slots if slot.name != "code"]
        self.take_cells = cells_at(
            [one.index for slot in self.slots for one in slot.slot.columns]
        )
        self.take_telling = layout.taker(TELLING)
        self.take_head = layout.taker((HEAD_ID, HEAD_NAME))
        self.can_carry = bool(
            {HOUSEHOLD_CODE, "person.relation", HEAD_ID, HEAD_NAME}
            & layout.header.fields
        )
        self.current: Gathered | None = None

    def read(self, rows: Iterable[tuple[int, Row]]) -> None:
        """Read the rows of persons, each with its number."""
        for number, row in rows:
            person = self.persons.read(row, number)
            village = self.villages.read(row, number, self.tell)
            household = self._household(row, person, village)
            self.current = household
            if self.gathering.is_repeated(household, person):
                self.tally.repeated += 1
                continue
            self._household_fields(household, row, number)
            household.persons.append(person)

    def _household(self, row: Row, person: RosterPerson, village: str) -> Gathered:
        code = self.code.read(row, person.row, self.tell) if self.code else ""
        name = code or self._carried(row, person, village)
        if name is None and self.current:
            return self.current
        found = self.gathering.find(village, name or "")
        if found:
            return found
        begun = Gathered(village, self.sheet.name, person.row)
        begun.telling = self.take_telling(row)
        if code:
            begun.fields["code"] = code
        return self.gathering.begin(begun, name or "")

    def _carried(self, row: Row, person: RosterPerson, village: str) -> str | None:
        """Name the household of a row without 户编号; None: that of the row above."""
        head = "".join(bare_text(cell) for cell in self.take_head(row))
        current = self.current
        if current and current.village == village and self._continues(row, person):
            return None
        return f"head:{head}" if head else ""

    def _continues(self, row: Row, person: RosterPerson) -> bool:
        """Tell whether a row without 户编号 belongs to the household above."""
        if person.get("relation") == "head" or not self.current:
            return False
        if self.code and self.persons.has_relation:
            return True
        own, above = self.take_telling(row), self.current.telling
        if not self.can_carry:
            return any(map(bare_text, own)) and own == above
        pairs = zip(map(bare_text, own), map(bare_text, above), strict=True)
        return not any(one and other and one != other for one, other in pairs)

    def _household_fields(self, household: Gathered, row: Row, number: int) -> None:
        cells = self.take_cells(row)
        if cells == household.cells:
            return
        is_first = not household.persons
        if is_first:
            household.cells = cells
        fields = household.fields
        for slot in self.slots:
            text = slot.read(row, number, self.tell)
            if not text:
                continue
            known = fields.setdefault(slot.name, text)
            if known != text and slot.name not in household.disagreeing:
                household.disagreeing.add(slot.name)
                place = slot.place(number)
                self.tell(place.problem("roster.household_disagrees", text, kept=known))
