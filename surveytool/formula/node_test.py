"""Which nodes a step takes: by name or by kind (XPath 1.0, section 2.3)."""

from collections.abc import Callable

from surveytool.formula.namespaces import WELL_KNOWN, namespace_of
from surveytool.formula.syntax import AxisName, KindTest, NameTest
from surveytool.formula.tree import Node
from surveytool.formula.world import World

Takes = Callable[[Node, World], bool]

_KINDS = {
    "text": "text",
    "comment": "comment",
    "processing-instruction": "instruction",
}


def node_test(test: NameTest | KindTest, axis: AxisName) -> Takes:
    """Return the test of a step as a function."""
    if isinstance(test, KindTest):
        return _kind_test(test)
    principal = axis if axis in ("attribute", "namespace") else "element"
    prefix, _, local = test.name.rpartition(":")
    if prefix:
        return _prefixed(prefix, local, principal)
    if local == "*":
        return lambda node, _world: node.kind == principal
    return _plain(local, principal)


def _kind_test(test: KindTest) -> Takes:
    if test.kind == "node":
        return lambda _node, _world: True
    kind, target = _KINDS[test.kind], test.target
    if target:
        return lambda node, _world: node.kind == kind and node.name == target
    return lambda node, _world: node.kind == kind


def _plain(name: str, principal: str) -> Takes:
    """Compare a name without prefix as written, unless a default is set."""

    def takes(node: Node, world: World) -> bool:
        if node.name != name or node.kind != principal:
            return False
        default = world.namespaces.get("")
        return default is None or node.namespace in ("", default)

    return takes


def _prefixed(prefix: str, local: str, principal: str) -> Takes:
    def takes(node: Node, world: World) -> bool:
        if node.kind != principal:
            return False
        own_prefix, _, own_local = node.name.rpartition(":")
        if local not in ("*", own_local):
            return False
        wanted = world.namespaces.get(prefix) or namespace_of(node, prefix)
        if principal == "element" and wanted is not None:
            return node.namespace == wanted
        if own_prefix == prefix:
            return True
        return bool(own_prefix) and wanted == _namespace(node, own_prefix, world)

    return takes


def _namespace(node: Node, prefix: str, world: World) -> str | None:
    known = namespace_of(node, prefix)
    return known or world.namespaces.get(prefix) or WELL_KNOWN.get(prefix)
