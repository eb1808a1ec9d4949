"""Identity numbers in cells: ID cards, disability cards, and what was lost."""

import re
from dataclasses import dataclass

from surveytool.domain.id_number import (
    LENGTH,
    OLD_LENGTH,
    IdFault,
    check_digit,
    fault_of,
    read_id_number,
)
from surveytool.ledgers.cell import (
    Cell,
    bare_text,
    cell_text,
    code_text,
    has_lost_digits,
)
from surveytool.ledgers.values import NOTHING_IN_WORDS

_CARD = re.compile(r"(\d{17}[\dX])([1-7])([1-4])(?:B?\d|\d\d)?")
_FAULTS = {
    IdFault.SHAPE: "roster.id_shape",
    IdFault.BIRTH: "roster.id_birth",
    IdFault.CHECK_DIGIT: "roster.id_check_digit",
}


_SHAPE = re.compile(r"[1-9][0-9]{16}[0-9X]")


@dataclass(frozen=True, slots=True)
class Identity:
    """The person fields read from an ID cell, its fault, and how it was written."""

    number: str = ""
    original: str = ""
    card: str = ""
    fault: str = ""
    is_stripped: bool = False
    was_short: bool = False

    @property
    def is_false(self) -> bool:
        """Whether the check digit is not the one that the number calls for."""
        number = self.number
        return bool(_SHAPE.fullmatch(number)) and check_digit(number[:17]) != number[17]


NO_IDENTITY = Identity()


def read_identity(cell: Cell) -> Identity:
    """Read an ID cell; lost digits leave no number, only the text as written."""
    if isinstance(cell, str) and _SHAPE.fullmatch(cell) and not cell.endswith("000"):
        fault = fault_of(cell)
        return Identity(cell, fault=_FAULTS[fault] if fault else "")
    written = cell_text(cell)
    if has_lost_digits(cell):
        return Identity(original=written, fault="roster.digits_lost")
    if bare_text(cell).lower() in NOTHING_IN_WORDS | {""}:
        return NO_IDENTITY
    found = read_id_number(code_text(cell) if written.startswith("=") else written)
    card = _CARD.fullmatch(found.number)
    number = card[1] if card else found.number
    if _looks_rounded(number):
        return Identity(original=written, fault="roster.digits_lost")
    fault = fault_of(number)
    was_short = len(re.sub(r"\W", "", code_text(cell))) == OLD_LENGTH
    clean = number[:6] + number[8:17] if was_short else found.number
    return Identity(
        number=number,
        original="" if written == number else written,
        card=found.number if card else "",
        fault=_FAULTS[fault] if fault else "",
        is_stripped=written != clean,
        was_short=was_short,
    )


def _looks_rounded(number: str) -> bool:
    """Tell whether a text was a number once: 18 digits, 000 last, check wrong."""
    return (
        len(number) == LENGTH
        and number.isdecimal()
        and number.endswith("000")
        and check_digit(number[:17]) != "0"
    )
