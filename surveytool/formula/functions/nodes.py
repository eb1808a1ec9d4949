"""Functions of nodes: counting, naming, finding."""

import math

from surveytool.formula.functions.signature import Function, values
from surveytool.formula.lookup import items_with
from surveytool.formula.namespaces import namespace_of
from surveytool.formula.paths import NotNodesError
from surveytool.formula.tree import Node
from surveytool.formula.values import as_text, texts_of
from surveytool.formula.world import Scope, Value


def nodes_of(value: Value, name: str) -> list[Node]:
    """Return a value that must be nodes; raises NotNodesError."""
    if not isinstance(value, list):
        raise NotNodesError(name=name)
    return value


def _position(scope: Scope, *given: Value) -> float:
    """Return the place in the predicate, or of a node among its repeats."""
    if not given:
        return float(scope.position)
    nodes = nodes_of(given[0], "position")
    return place_of(nodes[0]) if nodes else math.nan


def place_of(node: Node) -> float:
    """Return the place of a node in its row of equal names, from 1."""
    if node.parent is None:
        return 1.0
    row = node.parent.named(node.name)
    place = row.index(node)
    beside = node.parent.children
    at = beside.index(node)
    if at >= place and beside[at - place] is row[0]:
        return float(place + 1)
    first = at
    while first > 0 and beside[first - 1].name == node.name:
        first -= 1
    return float(at - first + 1)


def _subject(scope: Scope, name: str, given: tuple[Value, ...]) -> Node | None:
    if not given:
        return scope.node
    nodes = nodes_of(given[0], name)
    return nodes[0] if nodes else None


def _name(scope: Scope, *given: Value) -> str:
    node = _subject(scope, "name", given)
    return "" if node is None else node.name


def _local_name(scope: Scope, *given: Value) -> str:
    node = _subject(scope, "local-name", given)
    return "" if node is None else node.local_name


def _namespace_uri(scope: Scope, *given: Value) -> str:
    node = _subject(scope, "namespace-uri", given)
    if node is None or node.kind not in ("element", "attribute"):
        return ""
    prefix = node.name.rpartition(":")[0]
    if node.kind == "attribute" and prefix:
        return namespace_of(node, prefix) or ""
    return node.namespace


def _id(scope: Scope, value: Value) -> list[Node]:
    wanted = {part for text in texts_of(value) for part in text.split()}
    *_, top = (scope.node, *scope.node.ancestors())
    return [
        node
        for node in top.descendants()
        if node.has_attributes and node.attributes.get("id") in wanted
    ]


def _instance(scope: Scope, name: Value) -> list[Node]:
    node = scope.world.instance(as_text(name))
    return [] if node is None else [node]


def _pulldata(scope: Scope, *given: Value) -> str:
    """Return one column of the row whose key column holds a key."""
    name, column, key_column, key = (as_text(value) for value in given)
    instance = scope.world.instance(name)
    root = None if instance is None else instance.child("root")
    rows = [] if root is None else items_with(root, ("item", key_column), key, scope)
    found = rows[0].child(column) if rows else None
    return "" if found is None else found.string_value


NODES: dict[str, Function] = {
    "count": values(lambda _scope, nodes: float(len(nodes_of(nodes, "count"))), 1),
    "position": values(_position, 0, 1),
    "last": values(lambda scope: float(scope.size), 0),
    "name": values(_name, 0, 1),
    "local-name": values(_local_name, 0, 1),
    "namespace-uri": values(_namespace_uri, 0, 1),
    "id": values(_id, 1),
    "current": values(lambda scope: [scope.current], 0),
    "instance": values(_instance, 1),
    "pulldata": values(_pulldata, 4),
}
