"""indexed-repeat(): one instance of a repeat by its place."""

import math
from collections.abc import Iterable

from surveytool.formula.functions.nodes import nodes_of
from surveytool.formula.functions.signature import MANY, Function, Run, lazy
from surveytool.formula.tree import Node
from surveytool.formula.values import as_number
from surveytool.formula.world import Scope, Value


def _indexed_repeat(scope: Scope, target: Run, *given: Run) -> Value:
    """Return the target inside the instances named by pairs of repeat and place."""
    pairs: list[tuple[list[Node], float]] = []
    for repeat, place in zip(given[::2], given[1::2], strict=False):
        number = as_number(place(scope), scope.world)
        if math.isnan(number):
            return []
        pairs.append((_unbound(scope, repeat), number))
    pairs.sort(key=lambda pair: _depth(pair[0]))
    inside: Node | None = None
    for nodes, number in pairs:
        found = [node for node in nodes if inside is None or _holds(inside, node)]
        if not 1 <= number <= len(found):
            return []
        inside = found[int(number) - 1]
    found = _unbound(scope, target)
    return [node for node in found if inside is None or _holds(inside, node)]


def _unbound(scope: Scope, run: Run) -> list[Node]:
    """Return all nodes of a path, not those of the instance it stands in."""
    world = scope.world
    binds, world.binds_repeats = world.binds_repeats, False
    try:
        return nodes_of(run(scope), "indexed-repeat")
    finally:
        world.binds_repeats = binds


def _depth(nodes: Iterable[Node]) -> int:
    return min((sum(1 for _ in node.ancestors()) for node in nodes), default=0)


def _holds(outer: Node, node: Node) -> bool:
    return any(each is outer for each in node.ancestors())


REPEATS: dict[str, Function] = {"indexed-repeat": lazy(_indexed_repeat, 3, MANY)}
