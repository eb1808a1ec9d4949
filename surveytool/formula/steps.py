"""Turns the steps of a path into functions from nodes to nodes."""

from collections.abc import Callable, Iterable

from surveytool.formula.axes import AXIS
from surveytool.formula.effort import spend
from surveytool.formula.lookup import child_name, finder
from surveytool.formula.node_test import node_test
from surveytool.formula.order import in_order
from surveytool.formula.syntax import Number, Part, Step
from surveytool.formula.tree import Node
from surveytool.formula.values import as_boolean
from surveytool.formula.world import Scope, Value

Run = Callable[[Scope], Value]
Compile = Callable[[Part], Run]
StepRun = Callable[[Scope, list[Node]], list[Node]]

_DOWNWARD = frozenset({"child", "attribute", "self", "namespace"})
_FORWARD = _DOWNWARD | {
    "parent",
    "descendant",
    "descendant-or-self",
    "following",
    "following-sibling",
}


def down(scope: Scope, nodes: list[Node], names: tuple[str, ...]) -> list[Node]:
    """Go down through children of plain names."""
    for name in names:
        if len(nodes) == 1:
            nodes = nodes[0].named(name)
        else:
            nodes = [child for node in nodes for child in node.named(name)]
    default = scope.world.namespaces.get("")
    if default is None or not names:
        return nodes
    return [node for node in nodes if node.namespace in ("", default)]


def plain_name(step: Step) -> str | None:
    """Return the name of a child step without prefix and predicates."""
    return None if step.predicates else child_name(step)


def step_runs(
    steps: tuple[Step, ...], compiled: Compile, *, flat: bool
) -> list[StepRun]:
    """Return the steps; ``flat`` when no node they begin at is inside another."""
    runs: list[StepRun] = []
    for step in steps:
        runs.append(_step_run(step, compiled, flat=flat))
        flat = flat and step.axis in _DOWNWARD
    return runs


def _step_run(step: Step, compiled: Compile, *, flat: bool) -> StepRun:
    of = _from_one(step, compiled)
    is_ordered = step.axis in _FORWARD
    keeps_order = flat and step.axis in _DOWNWARD

    def run(scope: Scope, nodes: list[Node]) -> list[Node]:
        if len(nodes) == 1:
            found = of(scope, nodes[0])
            return found if is_ordered else found[::-1]
        together = [each for node in nodes for each in of(scope, node)]
        return together if keeps_order else in_order(together)

    return run


def _from_one(step: Step, compiled: Compile) -> Callable[[Scope, Node], list[Node]]:
    """Return a step from one node, nearest first, its predicates applied."""
    choose = predicates_run(step.predicates, compiled)
    find = finder(step, compiled)
    candidates = _candidates(step)
    if not step.predicates:
        return candidates

    def of(scope: Scope, node: Node) -> list[Node]:
        found = None if find is None else find(scope, node)
        return choose(scope, candidates(scope, node) if found is None else found)

    return of


def _candidates(step: Step) -> Callable[[Scope, Node], list[Node]]:
    name = child_name(step)
    if name is not None:
        return lambda scope, node: down(scope, [node], (name,))
    axis, takes = AXIS[step.axis], node_test(step.test, step.axis)

    def found(scope: Scope, node: Node) -> list[Node]:
        world = scope.world
        return [each for each in _paid(axis(node), scope) if takes(each, world)]

    return found


def _paid(nodes: Iterable[Node], scope: Scope) -> list[Node]:
    listed = list(nodes)
    spend(scope.world, len(listed))
    return listed


def predicates_run(
    predicates: tuple[Part, ...], compiled: Compile
) -> Callable[[Scope, list[Node]], list[Node]]:
    """Return the choice that predicates make among nodes, nearest first."""
    tests = [_predicate(each, compiled) for each in predicates]

    def choose(scope: Scope, nodes: list[Node]) -> list[Node]:
        for test in tests:
            nodes = test(scope, nodes)
        return nodes

    return choose


def _predicate(
    predicate: Part, compiled: Compile
) -> Callable[[Scope, list[Node]], list[Node]]:
    if isinstance(predicate, Number):
        return _nth(predicate.value)
    condition = compiled(predicate)

    def chosen(scope: Scope, nodes: list[Node]) -> list[Node]:
        spend(scope.world, len(nodes))
        inner = Scope(scope.node, scope.world, size=len(nodes), current=scope.current)
        kept: list[Node] = []
        for inner.position, inner.node in enumerate(nodes, 1):
            value = condition(inner)
            if (
                value == inner.position
                if isinstance(value, float)
                else as_boolean(value)
            ):
                kept.append(inner.node)
        return kept

    return chosen


def _nth(number: float) -> Callable[[Scope, list[Node]], list[Node]]:
    index = int(number) if number.is_integer() else 0

    def chosen(_scope: Scope, nodes: list[Node]) -> list[Node]:
        return nodes[index - 1 : index] if index > 0 else []

    return chosen
