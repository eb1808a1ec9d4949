"""Citizen identity numbers: GB 11643-1999, and what files make of them."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from operator import mul

from surveytool.domain.characters import compact

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECKS = "10X98765432"
OLD_LENGTH, LENGTH = 15, 18


class IdFault(StrEnum):
    """What is wrong with an ID number; every one is listed, none is a gate."""

    SHAPE = "shape"
    CHECK_DIGIT = "check_digit"
    BIRTH = "birth"


@dataclass(frozen=True, slots=True)
class IdNumber:
    """An ID number in its 18-digit form, the text it was read from, its fault."""

    number: str
    original: str
    fault: IdFault | None = None

    @property
    def was_short(self) -> bool:
        """Whether it was written in the 15-digit form used until 2013."""
        return len(compact(self.original).lstrip("'")) == OLD_LENGTH

    @property
    def was_normalised(self) -> bool:
        """Whether the text differed from the standard form."""
        return self.number != self.original

    @property
    def birth(self) -> date | None:
        """The date of birth inside the number."""
        return _birth(self.number)

    @property
    def sex(self) -> str:
        """The GB/T 2261.1 code: 1 male, 2 female; empty where unreadable."""
        return sex_in(self.number)


def check_digit(first17: str) -> str:
    """Return the check character (ISO 7064 mod 11-2)."""
    total = sum(map(mul, WEIGHTS, map(int, first17)))
    return CHECKS[total % 11]


def sex_in(number: str) -> str:
    """Return the sex that the 17th digit tells, empty where it tells none."""
    digit = number[16:17]
    return ("1" if int(digit) % 2 else "2") if digit.isdecimal() else ""


def read_id_number(text: str) -> IdNumber:
    """Read an ID number however it was typed; the fault says what is wrong."""
    number = re.sub("[-‐‑–—'’‘`´＇]", "", compact(text).strip('="')).upper()
    if re.fullmatch(r"\d{15}", number):
        longer = f"{number[:6]}19{number[6:]}"
        number = longer + check_digit(longer)
    return IdNumber(number, text, fault_of(number))


def fault_of(number: str) -> IdFault | None:
    """Return what is wrong with an 18-character number, None where it is sound."""
    if not re.fullmatch(r"[1-9]\d{16}[\dX]", number):
        return IdFault.SHAPE
    if _birth(number) is None:
        return IdFault.BIRTH
    if check_digit(number[:17]) != number[17]:
        return IdFault.CHECK_DIGIT
    return None


def _birth(number: str) -> date | None:
    try:
        return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return None
