"""The village of a row, carried down where its cells were merged."""

import re

from surveytool.domain.characters import compact
from surveytool.ledgers.cell import Cell, Row
from surveytool.ledgers.layout import Layout, cells_at
from surveytool.ledgers.slots import SlotReader, Tell
from surveytool.ledgers.workbook import Sheet

_CODE = re.compile(r"\d{12}")
_VILLAGE_NAME = re.compile(r".{1,20}(?:村|社区|居委会|村委会)")
NAMING = ("county", "township", "title")


class VillageReader:
    """Reads the village of each row; the villages found are in ``villages``."""

    def __init__(
        self, sheet: Sheet, layout: Layout, villages: dict[str, dict[str, str]]
    ) -> None:
        self.villages = villages
        self.slots = [
            SlotReader(slot, sheet.name, sheet.first_column) for slot in layout.village
        ]
        self.take = cells_at([slot.index for slot in self.slots])
        self.known: dict[tuple[Cell, ...], str] = {}
        self.last: dict[str, str] = {}
        title = compact(sheet.name)
        if _VILLAGE_NAME.fullmatch(title):
            self.last = {"title": title}

    def read(self, row: Row, number: int, tell: Tell) -> str:
        """Return the key of the row's village: its code, else its names."""
        cells = self.take(row)
        key = self.known.get(cells)
        if key is None:
            key = self._read_new(row, number, tell)
            if any(cell != "" for cell in cells):
                self.known[cells] = key
        return key

    def _read_new(self, row: Row, number: int, tell: Tell) -> str:
        own = {
            slot.name: text
            for slot in self.slots
            if (text := slot.read(row, number, tell))
        }
        fields = self._complete(own)
        code = fields.get("code", "")
        if code and not _CODE.fullmatch(code):
            slot = next(slot for slot in self.slots if slot.name == "code")
            tell(slot.place(number).problem("roster.village_code", code))
        key = self._same_place(fields) or code or _names(fields)
        self.villages[key] = fields | self.villages.get(key, {})
        self.last = fields
        return key

    def _complete(self, own: dict[str, str]) -> dict[str, str]:
        """Fill the cells that stand only on a village's first row."""
        if "title" in own or "code" in own:
            above = {
                name: text
                for name, text in self.last.items()
                if name in {"province", "city", "county"}
                or (name == "township" and "code" not in own)
            }
            return above | own
        return self.last | own

    def _same_place(self, fields: dict[str, str]) -> str:
        """Return the village that has a code and the same names, if there is one."""
        if fields.get("code"):
            return ""
        names = _names(fields)
        return next(
            (
                key
                for key, other in self.villages.items()
                if other.get("code") and _names(other) == names
            ),
            "",
        )


def _names(fields: dict[str, str]) -> str:
    return "".join(fields.get(name, "") for name in NAMING)
