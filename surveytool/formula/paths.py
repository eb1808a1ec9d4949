"""Turns paths into functions; plain child paths take a short way."""

from collections.abc import Callable
from typing import ClassVar

from surveytool.domain.refusal import Refusal
from surveytool.formula.steps import (
    Compile,
    Run,
    down,
    plain_name,
    predicates_run,
    step_runs,
)
from surveytool.formula.syntax import HERE, UP, Call, Filtered, Part, Path, Step
from surveytool.formula.tree import Node
from surveytool.formula.world import Scope

NodesRun = Callable[[Scope], list[Node]]


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
    steps = step_runs(_unbound(path), compiled, flat=_is_flat(path.start))

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


def _absolute(names: tuple[str, ...]) -> NodesRun:
    def run(scope: Scope) -> list[Node]:
        node, at = bound(scope, names)
        return down(scope, [node], names[at:])

    return run


def _relative(ups: int, names: tuple[str, ...]) -> NodesRun:
    def run(scope: Scope) -> list[Node]:
        node: Node | None = scope.node
        for _ in range(ups):
            if node is None:
                return []
            node = node.parent
        return [] if node is None else down(scope, [node], names)

    return run


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


def _unbound(path: Path) -> tuple[Step, ...]:
    """Return the steps after those that the start already goes."""
    return path.steps[len(_leading(path.steps)) :] if path.start == "/" else path.steps


def _is_flat(start: Part | str) -> bool:
    """Whether a path begins at one node at most."""
    is_single = isinstance(start, Call) and start.name in ("instance", "current")
    return is_single or isinstance(start, str)


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
    return down(scope, [node], names[at:])


def nodes_only(run: Run, name: str = "/") -> NodesRun:
    """Return the function with its value checked to be nodes."""

    def checked(scope: Scope) -> list[Node]:
        nodes = run(scope)
        if not isinstance(nodes, list):
            raise NotNodesError(name=name)
        return nodes

    return checked


def filtered_run(part: Filtered, compiled: Compile) -> NodesRun:
    """Return the function of a value narrowed by predicates."""
    base = nodes_only(compiled(part.base), "[")
    choose = predicates_run(part.predicates, compiled)
    return lambda scope: choose(scope, base(scope))
