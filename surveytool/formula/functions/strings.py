"""Functions of text."""

import re

from surveytool.formula.effort import spend
from surveytool.formula.functions.signature import MANY, Function, texts, values
from surveytool.formula.values import as_number, as_text, texts_of
from surveytool.formula.world import Scope, Value

_LONG = 10_000
_BLANKS = re.compile(r"[ \t\r\n]+")


def _string(scope: Scope, *given: Value) -> str:
    return as_text(given[0]) if given else scope.node.string_value


def _string_length(scope: Scope, *given: Value) -> float:
    return float(len(_string(scope, *given)))


def _normalize_space(scope: Scope, *given: Value) -> str:
    return _BLANKS.sub(" ", _string(scope, *given)).strip(" ")


def _concat(scope: Scope, *given: Value) -> str:
    return _joined(scope, "", given)


def _join(scope: Scope, glue: Value, *given: Value) -> str:
    return _joined(scope, as_text(glue), given)


def _joined(scope: Scope, glue: str, given: tuple[Value, ...]) -> str:
    """Join texts, within the limit of one evaluation: a text could double itself."""
    texts = [text for value in given for text in texts_of(value)]
    length = sum(map(len, texts)) + len(glue) * len(texts)
    if length > _LONG:
        spend(scope.world, length)
    return glue.join(texts)


def _substr(scope: Scope, value: Value, start: Value, *end: Value) -> str:
    """Count from 0, negative from the end, the end left out."""
    text = as_text(value)
    last = _index(scope, end[0], len(text)) if end else len(text)
    return text[_index(scope, start, len(text)) : last]


def _index(scope: Scope, value: Value, length: int) -> int:
    number = as_number(value, scope.world)
    if number != number:  # noqa: PLR0124 - NaN
        return 0
    index = int(max(min(number, length), -length - 1))
    return max(0, index + length if index < 0 else index)


def _substring(scope: Scope, value: Value, start: Value, *length: Value) -> str:
    """Count from 1 and round, as XPath 1.0 section 4.2 has it."""
    text, begin = as_text(value), _rounded(as_number(start, scope.world))
    if not length:
        return "".join(c for place, c in enumerate(text, 1) if place >= begin)
    end = begin + _rounded(as_number(length[0], scope.world))
    return "".join(c for place, c in enumerate(text, 1) if begin <= place < end)


def _rounded(number: float) -> float:
    finite = number - number == 0
    return float((number + 0.5) // 1) if finite else number


def _substring_before(text: str, mark: str) -> str:
    before, found, _ = text.partition(mark) if mark else ("", "", "")
    return before if found else ""


def _substring_after(text: str, mark: str) -> str:
    return text.partition(mark)[2] if mark else text


def _translate(text: str, old: str, new: str) -> str:
    table: dict[int, str | None] = {}
    for place, character in enumerate(old):
        table.setdefault(ord(character), new[place] if place < len(new) else None)
    return text.translate(table)


def _coalesce(*given: str) -> str:
    return next((text for text in given if text), "")


STRINGS: dict[str, Function] = {
    "string": values(_string, 0, 1),
    "string-length": values(_string_length, 0, 1),
    "normalize-space": values(_normalize_space, 0, 1),
    "concat": values(_concat, 0, MANY),
    "join": values(_join, 1, MANY),
    "substr": values(_substr, 2, 3),
    "substring": values(_substring, 2, 3),
    "substring-before": texts(_substring_before, 2),
    "substring-after": texts(_substring_after, 2),
    "contains": texts(lambda text, part: part in text, 2),
    "starts-with": texts(lambda text, part: text.startswith(part), 2),
    "ends-with": texts(lambda text, part: text.endswith(part), 2),
    "translate": texts(_translate, 3),
    "coalesce": texts(_coalesce, 2, MANY),
}
