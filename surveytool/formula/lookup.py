"""Finds items by a value, as in ``item[name = X]``, through an index."""

from collections.abc import Callable, Iterator

from surveytool.formula.effort import spend
from surveytool.formula.lists import Index, index_of
from surveytool.formula.syntax import (
    Call,
    Chain,
    Filtered,
    Literal,
    NameTest,
    Negation,
    Number,
    Part,
    Path,
    Step,
)
from surveytool.formula.tree import Node
from surveytool.formula.values import as_text
from surveytool.formula.world import Scope, Value

Run = Callable[[Scope], Value]
Finder = Callable[[Scope, Node], list[Node] | None]

# Functions whose value depends on the node or place they stand at.
_STANDING = frozenset({"position", "last", "once", "lang", "id"})
_STANDING_ALONE = frozenset(
    {
        "string",
        "number",
        "string-length",
        "normalize-space",
        "name",
        "local-name",
        "namespace-uri",
    }
)


def finder(step: Step, compiled: Callable[[Part], Run]) -> Finder | None:
    """Return a quick way to the candidates of a step, if its predicate has one.

    The candidates are a superset in order; the predicates still choose among them.
    """
    name = child_name(step)
    if name is None or not step.predicates:
        return None
    if _counts_places(step.predicates[0]):
        return None
    for left, right in _equalities(step.predicates[0]):
        child = _lone_child(left)
        if child is not None and not _stands(right):
            return _finder(name, child, compiled(right))
    return None


def child_name(step: Step) -> str | None:
    """Return the name of a child step, if it is one without prefix."""
    test = step.test
    if step.axis != "child" or not isinstance(test, NameTest):
        return None
    return None if "*" in test.name or ":" in test.name else test.name


def _equalities(predicate: Part) -> Iterator[tuple[Part, Part]]:
    """Yield both ways round each equality that must hold."""
    if not isinstance(predicate, Chain):
        return
    signs = {sign for sign, _ in predicate.rest}
    operands = (predicate.first, *(operand for _, operand in predicate.rest))
    if signs == {"and"}:
        for operand in operands:
            yield from _equalities(operand)
    elif signs == {"="} and len(operands) == 2:  # noqa: PLR2004 - a = b
        yield operands[0], operands[1]
        yield operands[1], operands[0]


def _lone_child(part: Part) -> str | None:
    if isinstance(part, Path) and part.start == "" and len(part.steps) == 1:
        step = part.steps[0]
        return None if step.predicates else child_name(step)
    return None


def _stands(part: Part) -> bool:
    """Whether a part depends on the node it stands at."""
    match part:
        case Number() | Literal():
            return False
        case Negation(operand):
            return _stands(operand)
        case Chain(first, rest):
            return _stands(first) or any(_stands(operand) for _, operand in rest)
        case Call(name, arguments):
            alone = not arguments and name in _STANDING_ALONE
            return alone or name in _STANDING or any(map(_stands, arguments))
        case Filtered(base, _):
            return _stands(base)
        case Path(start, _):
            return start == "" or (not isinstance(start, str) and _stands(start))


def _counts_places(part: Part) -> bool:
    """Whether a predicate asks for positions of its own."""
    match part:
        case Chain(first, rest):
            return any(map(_counts_places, (first, *(each for _, each in rest))))
        case Negation(operand):
            return _counts_places(operand)
        case Call(name, arguments):
            return name in _STANDING or any(map(_counts_places, arguments))
        case _:
            return False


def _finder(name: str, child: str, wanted: Run) -> Finder:
    def find(scope: Scope, parent: Node) -> list[Node] | None:
        if _lookups(parent) is None or "" in scope.world.namespaces:
            return None
        value = wanted(scope)
        if isinstance(value, bool):
            return None
        return items_with(parent, (name, child), value, scope)

    return find


def items_with(
    parent: Node, names: tuple[str, str], value: Value, scope: Scope
) -> list[Node]:
    """Return the items of a name whose child of a name has a value.

    The index is kept where the tree is sealed.
    """
    by_number = isinstance(value, float)
    lookups = _lookups(parent)
    index = None if lookups is None else lookups.get((id(parent), names, by_number))
    if not isinstance(index, Index):
        index = index_of(parent, names)
        spend(scope.world, len(index))
        if by_number:
            index = index.by_number(scope.world)
        if lookups is not None:
            lookups[id(parent), names, by_number] = index
    if isinstance(value, list):
        return index.find({node.string_value for node in value})
    return index.find({value if isinstance(value, float) else as_text(value)})


def _lookups(node: Node) -> dict[object, object] | None:
    at: Node | None = node
    while at is not None:
        if at.lookups is not None:
            return at.lookups
        at = at.parent
    return None
