"""regex(): patterns as written for JavaScript and Java, in Python's dialect."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import ClassVar

from surveytool.domain.refusal import Refusal
from surveytool.formula.functions.signature import Function, texts
from surveytool.formula.functions.steady import steady
from surveytool.formula.tokens import shown

_CLASSES = {
    "L": r"[^\W\d_]",
    "Lu": "[A-Z]",
    "Ll": "[a-z]",
    "N": r"\d",
    "Nd": r"\d",
    "Han": "[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]",
}
_CLASSES |= {"IsHan": _CLASSES["Han"], "Script=Han": _CLASSES["Han"]}
_PROPERTY = re.compile(r"\\p\{([\w=]+)\}")
_NAMED_GROUP = re.compile(r"\(\?<(?=[A-Za-z_])")


class BadPatternError(Refusal):
    """The pattern of a regex() is not a regular expression."""

    code: ClassVar[str] = "formula.bad_pattern"


@lru_cache(maxsize=512)
def finder(text: str) -> Callable[[str], bool]:
    """Return whether a pattern is found, as a function; raises BadPatternError."""
    adapted = _NAMED_GROUP.sub("(?P<", _PROPERTY.sub(_property, text))
    try:
        pattern, machine = re.compile(adapted), steady(adapted)
    except (re.error, OverflowError, RecursionError) as error:
        raise BadPatternError(pattern=shown(text), reason=error) from error
    if machine is not None:
        return machine.searches
    return lambda value: pattern.search(value) is not None


def _property(found: re.Match[str]) -> str:
    return _CLASSES.get(found[1], found[0])


def _regex(text: str, expression: str) -> bool:
    return finder(expression)(text)


PATTERNS: dict[str, Function] = {"regex": texts(_regex, 2)}
