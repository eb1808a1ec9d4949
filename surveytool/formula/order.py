"""Document order: every node once, as it stands in the document."""

from collections.abc import Hashable

from surveytool.formula.tree import Node

_ATTRIBUTES = -1_000_000
_NAMESPACES = -2_000_000


def in_order(nodes: list[Node]) -> list[Node]:
    """Return the nodes in document order, each once."""
    if len(nodes) < 2:  # noqa: PLR2004 - nothing to order
        return nodes
    unique = list({identity(node): node for node in nodes}.values())
    places: dict[int, dict[int, int]] = {}
    keys = {id(node): _key(node, places) for node in unique}
    unique.sort(key=lambda node: keys[id(node)])
    return unique


def identity(node: Node) -> Hashable:
    """Return what makes a node itself: attributes are made anew at each look."""
    if node.kind in ("element", "document") or node.parent is None:
        return id(node)
    if node.kind == "text" and node.parent.content is not None:
        return id(node)
    return (id(node.parent), node.kind, node.name)


def _key(node: Node, places: dict[int, dict[int, int]]) -> list[int]:
    key: list[int] = []
    while node.parent is not None:
        key.append(_place(node, node.parent, places))
        node = node.parent
    key.append(id(node))
    key.reverse()
    return key


def _place(node: Node, parent: Node, places: dict[int, dict[int, int]]) -> int:
    if node.kind == "attribute":
        return _ATTRIBUTES + list(parent.attributes).index(node.name)
    if node.kind == "namespace":
        return _NAMESPACES + list(parent.declared or {}).index(node.name)
    known = places.get(id(parent))
    if known is None:
        inside = parent.children if parent.content is None else parent.content
        known = {id(child): place for place, child in enumerate(inside)}
        places[id(parent)] = known
    return known.get(id(node), 0)
