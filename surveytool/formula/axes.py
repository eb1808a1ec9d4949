"""The axes of a path (XPath 1.0, section 2.2), nearest node first."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from surveytool.formula.syntax import AxisName
from surveytool.formula.tree import Node

_HANGING = ("attribute", "namespace")  # kinds that hang on an element, not in it


def contents(node: Node) -> Sequence[Node]:
    """Return the nodes inside a node: elements, text, comments, instructions."""
    if node.content is not None:
        return node.content
    if node.children:
        return node.children
    if node.text and node.kind == "element":
        return (_made("", node.text, node, "text"),)
    return ()


def _made(name: str, text: str, parent: Node, kind: str) -> Node:
    node = Node(name, text, kind=kind)  # type: ignore[arg-type]
    node.parent = parent
    return node


def _attributes(node: Node) -> Iterator[Node]:
    if node.has_attributes:
        for name, text in node.attributes.items():
            yield _made(name, text, node, "attribute")


def _namespaces(node: Node) -> Iterator[Node]:
    for prefix, uri in (node.declared or {}).items():
        yield _made(prefix, uri, node, "namespace")


def _descendants(node: Node) -> Iterator[Node]:
    stack = list(reversed(contents(node)))
    while stack:
        inner = stack.pop()
        yield inner
        stack.extend(reversed(contents(inner)))


def _descendants_reversed(node: Node) -> Iterator[Node]:
    return reversed(list(_descendants(node)))


def _siblings(node: Node) -> tuple[Sequence[Node], int]:
    """Return the nodes beside a node and its place among them."""
    if node.parent is None or node.kind in _HANGING:
        return (), -1
    beside = contents(node.parent)
    for place, each in enumerate(beside):
        if each is node:
            return beside, place
    return (), -1


def _following_siblings(node: Node) -> Iterator[Node]:
    beside, place = _siblings(node)
    return iter(beside[place + 1 :])


def _preceding_siblings(node: Node) -> Iterator[Node]:
    beside, place = _siblings(node)
    return reversed(beside[:place]) if place > 0 else iter(())


def _following(node: Node) -> Iterator[Node]:
    if node.kind in _HANGING and node.parent is not None:
        yield from _descendants(node.parent)
        node = node.parent
    for each in (node, *node.ancestors()):
        for sibling in _following_siblings(each):
            yield sibling
            yield from _descendants(sibling)


def _preceding(node: Node) -> Iterator[Node]:
    if node.kind in _HANGING and node.parent is not None:
        node = node.parent
    for each in (node, *node.ancestors()):
        for sibling in _preceding_siblings(each):
            yield from _descendants_reversed(sibling)
            yield sibling


def _parent(node: Node) -> Iterable[Node]:
    return () if node.parent is None else (node.parent,)


def _self(node: Node) -> Iterable[Node]:
    return (node,)


AXIS: dict[AxisName, Callable[[Node], Iterable[Node]]] = {
    "ancestor": Node.ancestors,
    "ancestor-or-self": lambda node: (node, *node.ancestors()),
    "attribute": _attributes,
    "child": contents,
    "descendant": _descendants,
    "descendant-or-self": lambda node: (node, *_descendants(node)),
    "following": _following,
    "following-sibling": _following_siblings,
    "namespace": _namespaces,
    "parent": _parent,
    "preceding": _preceding,
    "preceding-sibling": _preceding_siblings,
    "self": _self,
}
