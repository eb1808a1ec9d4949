"""The person of a row: name, identity and the other fields."""

import re

from surveytool.domain.characters import person_name
from surveytool.domain.problem import Severity
from surveytool.ledgers.cell import Row, bare_text
from surveytool.ledgers.gathering import Tally
from surveytool.ledgers.identity import NO_IDENTITY, Identity, read_identity
from surveytool.ledgers.layout import Layout
from surveytool.ledgers.people import RosterPerson
from surveytool.ledgers.place import Place
from surveytool.ledgers.slots import SlotReader, Tell
from surveytool.ledgers.titles import HEAD_ID, HEAD_NAME
from surveytool.ledgers.workbook import Sheet

MIDDLE_DOT = "\u00b7"
_DAMAGED = re.compile(r"[?？□�\ue000-\uf8ff\d]")
_LISTED = {
    "roster.digits_lost": Severity.ERROR,
    "roster.id_check_digit": Severity.WARNING,
    "roster.id_birth": Severity.WARNING,
    "roster.id_shape": Severity.WARNING,
}
OTHER_DOCUMENTS = {"other", "residence"}


class PersonReader:
    """Reads persons; findings go to ``tell``, counts to ``tally``."""

    def __init__(self, sheet: Sheet, layout: Layout, tell: Tell, tally: Tally) -> None:
        self.sheet = sheet
        self.layout = layout
        self.tell = tell
        self.tally = tally
        self.slots = [
            SlotReader(slot, sheet.name, sheet.first_column) for slot in layout.person
        ]
        self.names = [slot for slot in self.slots if slot.name == "full_name"]
        self.heads = [
            column for column in map(layout.first, (HEAD_ID, HEAD_NAME)) if column
        ]
        self.has_relation = any(slot.name == "relation" for slot in self.slots)

    def read(self, row: Row, number: int) -> RosterPerson:
        """Return the person of a row."""
        fields: dict[str, str] = {}
        for slot in self.slots:
            text = slot.known.get(row[slot.index]) if slot.is_single else None
            if text is None:
                text = slot.read(row, number, self.tell)
            if text:
                fields[slot.name] = text
        if "full_name" in fields:
            self._look_at_name(row, number, fields["full_name"])
        self._identify(row, number, fields)
        if not self.has_relation and self._is_head(row, fields):
            fields["relation"] = "head"
        return RosterPerson(fields, self.sheet.name, number)

    def _identify(self, row: Row, number: int, fields: dict[str, str]) -> None:
        for column in self.layout.identity:
            identity = read_identity(row[column.index])
            if identity is NO_IDENTITY:
                continue
            place = Place(
                self.sheet.name,
                number,
                column.index + self.sheet.first_column + 1,
                column.title,
            )
            self._count(identity, place, fields.get("id_type", ""))
            _keep(identity, fields)
            return

    def _count(self, identity: Identity, place: Place, id_type: str) -> None:
        tally = self.tally
        tally.lost_digits += identity.fault == "roster.digits_lost"
        tally.false_check_digits += identity.is_false
        tally.normalised += identity.is_stripped
        tally.short += identity.was_short
        value = identity.original or identity.number
        if identity.fault and not (
            identity.fault == "roster.id_shape" and id_type in OTHER_DOCUMENTS
        ):
            severity = _LISTED[identity.fault]
            self.tell(place.problem(identity.fault, value, severity=severity))
        if identity.was_short:
            note = Severity.NOTE
            self.tell(
                place.problem(
                    "roster.id_15", value, severity=note, longer=identity.number
                )
            )

    def _look_at_name(self, row: Row, number: int, name: str) -> None:
        slot = self.names[0]
        written = bare_text(row[slot.index])
        place = slot.place(number)
        if MIDDLE_DOT in name and written.count(MIDDLE_DOT) != name.count(MIDDLE_DOT):
            self.tally.dots += 1
            self.tell(
                place.problem(
                    "roster.name_dot", written, severity=Severity.NOTE, name=name
                )
            )
        if _DAMAGED.search(name):
            self.tell(place.problem("roster.name_damaged", written))
        if not name.isascii() and not _in_gbk(name):
            self.tally.rare += 1
            self.tell(place.problem("roster.name_rare", name, severity=Severity.NOTE))

    def _is_head(self, row: Row, fields: dict[str, str]) -> bool:
        for column in self.heads:
            cell = row[column.index]
            if column.field == HEAD_NAME:
                return person_name(bare_text(cell)) == fields.get("full_name")
            if identity := read_identity(cell).number:
                return identity == fields.get("id_number")
        return False


def _keep(identity: Identity, fields: dict[str, str]) -> None:
    found = {
        "id_number": identity.number,
        "id_original": identity.original,
        "disability_card": identity.card or fields.get("disability_card", ""),
    }
    fields |= {name: text for name, text in found.items() if text}


def _in_gbk(name: str) -> bool:
    try:
        name.encode("gbk")
    except UnicodeEncodeError:
        return False
    return True
