"""Functions of chance: random numbers, shuffles, identifiers."""

import hashlib
import math
import uuid
from collections.abc import Callable
from typing import ClassVar

from surveytool.domain.refusal import Refusal
from surveytool.formula.functions.nodes import nodes_of
from surveytool.formula.functions.signature import Function, values
from surveytool.formula.tree import Node
from surveytool.formula.values import as_number, as_text
from surveytool.formula.world import Scope, Value

_MODULUS = 2**31 - 1
_MULTIPLIER = 16_807
_LONG = 2**63
_LONGEST_ID = 10_000


class IdTooLongError(Refusal):
    """uuid() is asked for a text of no sensible length."""

    code: ClassVar[str] = "formula.id_too_long"


def _uuid(scope: Scope, *length: Value) -> str:
    if not length:
        return _one_uuid(scope)
    wanted = as_number(length[0], scope.world)
    if not 0 <= wanted <= _LONGEST_ID:
        raise IdTooLongError(length=as_text(length[0]), limit=_LONGEST_ID)
    text = ""
    while len(text) < wanted:
        text += _one_uuid(scope)
    return text[: int(wanted)]


def _one_uuid(scope: Scope) -> str:
    return str(uuid.UUID(int=scope.world.random.getrandbits(128), version=4))


def _randomize(scope: Scope, nodes: Value, *seed: Value) -> list[Node]:
    """Shuffle; the same seed gives the same order as in every ODK client."""
    chance = _park_miller(_seed(scope, seed[0])) if seed else scope.world.random.random
    shuffled: list[Node] = []
    for place, node in enumerate(nodes_of(nodes, "randomize")):
        other = math.floor(chance() * (place + 1))
        shuffled.append(node)
        shuffled[place], shuffled[other] = shuffled[other], node
    return shuffled


def _seed(scope: Scope, value: Value) -> int:
    """Return the whole number that Java makes of a seed; a text is digested."""
    number = as_number(value, scope.world)
    if math.isnan(number):
        text = as_text(value)
        digest = hashlib.sha256(text.encode("utf-8")).digest()
        return int.from_bytes(digest[:8], "big", signed=True) if text else 0
    if math.isinf(number):
        return _LONG - 1 if number > 0 else -_LONG
    return int(number)


def _park_miller(seed: int) -> Callable[[], float]:
    """Return the minimal standard generator that the ODK XForms spec names."""
    state = abs(seed) % _MODULUS * (1 if seed > 0 else -1)
    if state <= 0:
        state += _MODULUS - 1

    def chance() -> float:
        nonlocal state
        state = state * _MULTIPLIER % _MODULUS
        return (state - 1) / (_MODULUS - 1)

    return chance


CHANCE: dict[str, Function] = {
    "random": values(lambda scope: scope.world.random.random(), 0),
    "randomize": values(_randomize, 1, 2),
    "uuid": values(_uuid, 0, 1),
}
