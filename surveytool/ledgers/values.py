"""Cells brought to stored values, by the type of their field."""

import re
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import NamedTuple

from surveytool.domain.characters import compact, person_name
from surveytool.domain.dates import from_serial, read_date, read_month
from surveytool.domain.money import half_up, read_amount
from surveytool.domain.vocabulary import CodeList, FieldWords, code_lists
from surveytool.ledgers.cell import (
    Cell,
    bare_text,
    code_text,
    has_lost_digits,
    plain_decimal,
)

NOTHING = {"/", "\\", "-", "--", "—", "——", "null", "none", "n/a", "#n/a", "nan", "nil"}
NOTHING_IN_WORDS = NOTHING | {"无", "空", "没有", "暂无"}
NAMES = {"full_name", "helper_name"}
IDENTIFIERS = {"code", "number", "bank_account", "disability_card"}
ORDERED = {"risks"}
CANADIAN = "\u1427"  # a separator that counts as a letter
FIRST_SERIAL, LAST_SERIAL = 5_000, 80_000
_SEVERAL = re.compile(r"[,，、;；/|\s+]+")
_SERIAL = re.compile(r"\d{1,5}(?:\.\d+)?")


class Value(NamedTuple):
    """What is stored, and the code of the problem where it could not be read."""

    text: str
    fault: str = ""


Reader = Callable[[Cell], Value]
BLANK = Value("")


def reader_for(words: FieldWords) -> Reader:
    """Return the function that reads the cells of a field."""
    if words.type == "codes":
        is_ordered = words.name in ORDERED
        return partial(_read_codes, code_lists()[words.codes], is_ordered=is_ordered)
    if words.type == "code":
        return partial(_read_code, code_lists()[words.codes])
    if words.type == "yes_no":
        return partial(_read_code, code_lists()["yes_no"])
    if words.name in NAMES:
        return _read_name
    if words.name in IDENTIFIERS:
        return read_identifier
    return _READERS.get(words.type, _read_text)


def _read_text(cell: Cell) -> Value:
    if isinstance(cell, float) and has_lost_digits(cell):
        return Value("", "roster.digits_lost")
    text = bare_text(cell)
    return BLANK if text.lower() in NOTHING_IN_WORDS else Value(text)


def _read_name(cell: Cell) -> Value:
    text = bare_text(cell)
    return Value(text if text.isalpha() and CANADIAN not in text else person_name(text))


def read_identifier(cell: Cell) -> Value:
    """Read a number that is a name: household, person, bank, phone, village."""
    if has_lost_digits(cell):
        return Value("", "roster.digits_lost")
    text = re.sub(r"(?<=\d)\.0$", "", code_text(cell))
    return BLANK if text.lower() in NOTHING_IN_WORDS else Value(text)


def _read_code(words: CodeList, cell: Cell) -> Value:
    text = bare_text(cell)
    code = words.read(text)
    if code is not None:
        return Value(code)
    if not text or text.lower() in NOTHING_IN_WORDS:
        return BLANK
    return Value(text, "roster.unknown_code")


def _read_codes(words: CodeList, cell: Cell, *, is_ordered: bool) -> Value:
    text = bare_text(cell)
    parts = [part for part in _SEVERAL.split(text) if part]
    codes = [words.read(part) for part in parts]
    if not codes or None in codes:
        return _read_code(words, cell)
    kept = [code for code in dict.fromkeys(codes) if code]
    return Value(" ".join(kept if is_ordered else in_list_order(kept, words)))


def in_list_order(codes: list[str], words: CodeList) -> list[str]:
    """Return codes in their list's order, so that either writing is the same."""
    order = {code: place for place, code in enumerate(words.entries)}
    return sorted(codes, key=lambda code: order.get(code, len(order)))


def _read_money(cell: Cell) -> Value:
    text = bare_text(cell)
    if not text or text.lower() in NOTHING_IN_WORDS:
        return BLANK
    tenfold = Decimal(10_000) if compact(text).endswith(("万", "万元")) else Decimal(1)
    amount = read_amount(text.replace("万", ""))
    if amount is None:
        return Value(text, "roster.bad_amount")
    return Value(plain_decimal(half_up(amount * tenfold)))


def _read_decimal(cell: Cell) -> Value:
    text = bare_text(cell)
    if not text or text.lower() in NOTHING_IN_WORDS:
        return BLANK
    number = read_amount(
        re.sub(r"(?:平方米|㎡|亩|公里|千米|km|人|个月|月|年)$", "", text)
    )
    if number is None:
        return Value(text, "roster.bad_number")
    return Value(plain_decimal(number))


def _read_integer(cell: Cell) -> Value:
    value = _read_decimal(cell)
    if value.fault or value.text.lstrip("-").isdecimal() or not value.text:
        return value
    return Value(value.text, "roster.bad_number")


def _read_date(cell: Cell) -> Value:
    text = bare_text(cell)
    if not text or text.lower() in NOTHING_IN_WORDS:
        return BLANK
    found = read_date(_day(text)) or _serial(text)
    return Value(found) if found else Value(text, "roster.bad_date")


def _read_month(cell: Cell) -> Value:
    text = bare_text(cell)
    if not text or text.lower() in NOTHING_IN_WORDS:
        return BLANK
    if isinstance(cell, float) and not cell.is_integer() and not _serial(text):
        return Value(text, "roster.bad_month")  # 2021.1 may have been 2021.10
    serial = _serial(text)
    found = read_month(_day(text)) or (read_month(serial) if serial else None)
    return Value(found) if found else Value(text, "roster.bad_month")


def _day(text: str) -> str:
    """Drop the time of day: 1982-9-4 0:00:00."""
    return re.sub(r"(?<=\d)[ T]+\d{1,2}:[\d:.]+$", "", text)


def _serial(text: str) -> str | None:
    if not _SERIAL.fullmatch(text) or not FIRST_SERIAL < float(text) < LAST_SERIAL:
        return None
    return from_serial(float(text))


_READERS: dict[str, Reader] = {
    "money": _read_money,
    "decimal": _read_decimal,
    "integer": _read_integer,
    "date": _read_date,
    "month": _read_month,
    "phone": read_identifier,
}
