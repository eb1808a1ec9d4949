"""Functions of truth, and the choices made by it."""

import math

from surveytool.formula.functions.signature import (
    MANY,
    Function,
    Run,
    lazy,
    texts,
    values,
)
from surveytool.formula.paths import NotNodesError
from surveytool.formula.values import as_boolean, as_number, texts_of
from surveytool.formula.world import Scope, Value


def _if(scope: Scope, condition: Run, then: Run, otherwise: Run) -> Value:
    return then(scope) if as_boolean(condition(scope)) else otherwise(scope)


def _once(scope: Scope, expression: Run) -> Value:
    """Keep the answer that is there; else work it out."""
    return scope.node.string_value or expression(scope)


def _truths(value: Value) -> list[bool]:
    if isinstance(value, list):
        return [bool(text) for text in texts_of(value)]
    return [as_boolean(value)]


def _limits(scope: Scope, least: Value, most: Value) -> tuple[float, float]:
    """Return the two limits; -1 stands for none."""
    low = as_number(least, scope.world)
    high = as_number(most, scope.world)
    return low, math.inf if high == -1 else high


def _checklist(scope: Scope, least: Value, most: Value, *given: Value) -> bool:
    low, high = _limits(scope, least, most)
    total = sum(sum(_truths(value)) for value in given)
    return low <= total <= high


def _weighted(scope: Scope, least: Value, most: Value, *given: Value) -> bool:
    low, high = _limits(scope, least, most)
    total = 0.0
    for truth, weight in zip(given[::2], given[1::2], strict=False):
        weights = (
            [as_number([node], scope.world) for node in weight]
            if isinstance(weight, list)
            else [as_number(weight, scope.world)]
        )
        pairs = zip(_truths(truth), weights, strict=False)
        total += sum(each for holds, each in pairs if holds)
    return low <= total <= high


def _lang(scope: Scope, wanted: Value) -> bool:
    """Whether xml:lang at or above the node is the language or a part of it."""
    for node in (scope.node, *scope.node.ancestors()):
        if node.has_attributes and "xml:lang" in node.attributes:
            spoken = node.attributes["xml:lang"].lower()
            asked = texts_of(wanted)[0].lower()
            return spoken == asked or spoken.startswith(asked + "-")
    return False


def _count_non_empty(_scope: Scope, nodes: Value) -> float:
    if not isinstance(nodes, list):
        raise NotNodesError(name="count-non-empty")
    return float(sum(1 for node in nodes if node.string_value))


BOOLEANS: dict[str, Function] = {
    "true": values(lambda _scope: True, 0),
    "false": values(lambda _scope: False, 0),
    "not": values(lambda _scope, value: not as_boolean(value), 1),
    "boolean": values(lambda _scope, value: as_boolean(value), 1),
    "boolean-from-string": texts(lambda text: text in ("1", "true"), 1),
    "if": lazy(_if, 3),
    "once": lazy(_once, 1),
    "checklist": values(_checklist, 2, MANY),
    "weighted-checklist": values(_weighted, 2, MANY),
    "lang": values(_lang, 1),
    "count-non-empty": values(_count_non_empty, 1),
}
