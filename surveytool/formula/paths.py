"""Turns paths into functions; plain child paths take a short way."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from surveytool.domain.refusal import Refusal
from surveytool.formula.axes import AXIS
from surveytool.formula.effort import spend
from surveytool.formula.lookup import child_name, finder
from surveytool.formula.node_test import node_test
from surveytool.formula.order import in_order
from surveytool.formula.syntax import HERE, UP, Call, Filtered, Number, Part, Path, Step
from surveytool.formula.tree import Node
from surveytool.formula.values import as_boolean
from surveytool.formula.world import Scope, Value

Run = Callable[[Scope], Value]
NodesRun = Callable[[Scope], list[Node]]
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


class NotNodesError(Refusal):
    """Something that needs nodes was given a plain value."""

    code: ClassVar[str] = "formula.not_nodes"


def path_run(path: Path, compiled: Compile) -> NodesRun:
    """Return the function of a path."""
    ups, names = _plain(path.steps)
    if names is not None:
        if path.start == "/" and not ups:
            return _absolute(names)
        if path.start == "":
            return _relative(ups, names)
    start = _start(path, compiled)
    steps = _step_runs(path, compiled)

    def run(scope: Scope) -> list[Node]:
        nodes = start(scope)
        for step in steps:
            nodes = step(scope, nodes)
        return nodes

    return run


def _plain(steps: tuple[Step, ...]) -> tuple[int, tuple[str, ...] | None]:
    """Return (ups, names) of a path like ../../a/b, or None for another."""
    ups = 0
    rest = [step for step in steps if step != HERE]
    while rest[ups : ups + 1] == [UP]:
        ups += 1
    names: list[str] = []
    for step in rest[ups:]:
        name = plain_name(step)
        if name is None:
            return 0, None
        names.append(name)
    return ups, tuple(names)


def plain_name(step: Step) -> str | None:
    """Return the name of a child step without prefix and predicates."""
    return None if step.predicates else child_name(step)


def _absolute(names: tuple[str, ...]) -> NodesRun:
    def run(scope: Scope) -> list[Node]:
        node, at = bound(scope, names)
        return _down(scope, [node], names[at:])

    return run


def _relative(ups: int, names: tuple[str, ...]) -> NodesRun:
    def run(scope: Scope) -> list[Node]:
        node: Node | None = scope.node
        for _ in range(ups):
            if node is None:
                return []
            node = node.parent
        return [] if node is None else _down(scope, [node], names)

    return run


def _down(scope: Scope, nodes: list[Node], names: tuple[str, ...]) -> list[Node]:
    for name in names:
        if len(nodes) == 1:
            nodes = nodes[0].named(name)
        else:
            nodes = [child for node in nodes for child in node.named(name)]
    default = scope.world.namespaces.get("")
    if default is None or not names:
        return nodes
    return [node for node in nodes if node.namespace in ("", default)]


def bound(scope: Scope, names: tuple[str, ...]) -> tuple[Node, int]:
    """Go down an absolute path as far as it runs along the current node.

    So a path inside a repeat means the same instance of it (ODK XForms, "a
    deviation from XPath"). The last name is left free, for counting.
    """
    root = scope.world.root
    if not scope.world.binds_repeats:
        return root, 0
    line: list[Node] = []
    node: Node | None = scope.current
    while node is not None and node is not root:
        line.append(node)
        node = node.parent
    if node is None:
        return root, 0
    at, found = 0, root
    while line and at < len(names) - 1 and line[-1].name == names[at]:
        found = line.pop()
        at += 1
    return found, at


def _start(path: Path, compiled: Compile) -> NodesRun:
    if path.start == "/":
        names = _leading(path.steps)
        return lambda scope: _bound_start(scope, names)
    if isinstance(path.start, str):
        return lambda scope: [scope.node]
    return nodes_only(compiled(path.start))


def _leading(steps: tuple[Step, ...]) -> tuple[str, ...]:
    names: list[str] = []
    for step in steps:
        name = plain_name(step)
        if name is None:
            break
        names.append(name)
    return tuple(names)


def _bound_start(scope: Scope, names: tuple[str, ...]) -> list[Node]:
    node, at = bound(scope, (*names, ""))
    return _down(scope, [node], names[at:])


def nodes_only(run: Run, name: str = "/") -> NodesRun:
    """Return the function with its value checked to be nodes."""

    def checked(scope: Scope) -> list[Node]:
        nodes = run(scope)
        if not isinstance(nodes, list):
            raise NotNodesError(name=name)
        return nodes

    return checked


def _step_runs(path: Path, compiled: Compile) -> list[StepRun]:
    steps = path.steps
    if path.start == "/":
        steps = steps[len(_leading(steps)) :]
    runs: list[StepRun] = []
    flat = isinstance(path.start, str) or _is_single(path.start)
    for step in steps:
        runs.append(_step_run(step, compiled, flat=flat))
        flat = flat and step.axis in _DOWNWARD
    return runs


def _is_single(start: Part) -> bool:
    return isinstance(start, Call) and start.name in ("instance", "current")


def _step_run(step: Step, compiled: Compile, *, flat: bool) -> StepRun:
    """Return a step; ``flat`` when none of its nodes is inside another."""
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
    choose = _predicates(step.predicates, compiled)
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
        return lambda scope, node: _down(scope, [node], (name,))
    axis, takes = AXIS[step.axis], node_test(step.test, step.axis)

    def found(scope: Scope, node: Node) -> list[Node]:
        world = scope.world
        return [each for each in _paid(axis(node), scope) if takes(each, world)]

    return found


def _paid(nodes: Iterable[Node], scope: Scope) -> list[Node]:
    listed = list(nodes)
    spend(scope.world, len(listed))
    return listed


def _predicates(
    predicates: tuple[Part, ...], compiled: Compile
) -> Callable[[Scope, list[Node]], list[Node]]:
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


def filtered_run(part: Filtered, compiled: Compile) -> NodesRun:
    """Return the function of a value narrowed by predicates."""
    base = nodes_only(compiled(part.base), "[")
    choose = _predicates(part.predicates, compiled)
    return lambda scope: choose(scope, base(scope))
