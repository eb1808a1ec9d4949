"""Cuts the text of an expression into tokens (XPath 1.0, section 3.7)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from surveytool.domain.refusal import Refusal

MAX_LENGTH = 200_000
_SHOWN = 200

_NAME = r"[^\W\d][\w.\-\u00b7]*"
_MARKS = r"(?P<mark>::|//|\.\.|<=|>=|!=|[-+/|=<>()\[\].@,*$])"
_NUMBER = r"(?P<number>\d+(?:\.\d*)?|\.\d+)"
_LITERAL = r"""(?P<literal>"[^"]*"|'[^']*')"""

# What may begin an operand, and what may follow one: only there is "div" a word.
_BEFORE_OPERAND = re.compile(
    rf"\s*(?:{_NUMBER}|{_LITERAL}|{_MARKS}|(?P<name>{_NAME}(?::(?:{_NAME}|\*))?))"
)
_AFTER_OPERAND = re.compile(rf"\s*(?:(?P<word>and|or|div|mod)|{_MARKS})")
_BLANK = re.compile(r"\s*")
_ENDS_OPERAND = frozenset({")", "]", ".", ".."})


class BadFormulaError(Refusal):
    """The text is not an XPath expression; says where."""

    code: ClassVar[str] = "formula.bad_formula"


class FormulaTooLongError(Refusal):
    """The expression is longer than the limit."""

    code: ClassVar[str] = "formula.too_long"


@dataclass(frozen=True, slots=True)
class Token:
    """One token and the place where it begins, counted from 1."""

    kind: str
    text: str
    place: int


def tokens(text: str) -> Iterator[Token]:
    """Yield the tokens and an end mark; raises BadFormulaError."""
    if len(text) > MAX_LENGTH:
        raise FormulaTooLongError(length=len(text), limit=MAX_LENGTH)
    at, after_operand = _end_of_blank(text, 0), False
    while at < len(text):
        found = (_AFTER_OPERAND if after_operand else _BEFORE_OPERAND).match(text, at)
        if found is None:
            raise BadFormulaError(formula=shown(text), place=at + 1, found=text[at])
        kind = str(found.lastgroup)
        token = Token(kind, found[kind], found.start(kind) + 1)
        if token.text == "*" and not after_operand:
            token = Token("name", "*", token.place)
        after_operand = token.kind in ("number", "literal", "name") or (
            token.text in _ENDS_OPERAND
        )
        yield token
        at = _end_of_blank(text, found.end())
    yield Token("end", "", len(text) + 1)


def _end_of_blank(text: str, at: int) -> int:
    found = _BLANK.match(text, at)
    return found.end() if found else at


def shown(text: str) -> str:
    """Return a formula short enough for a sentence."""
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
