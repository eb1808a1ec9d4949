"""The instance as XML for a server: relevant nodes only."""

from surveytool.formula.tree import Node
from surveytool.formula.xml_out import write_xml
from surveytool.questionnaire.source import OWN, prefixes_of
from surveytool.questionnaire.spot import spot

_XFORMS = "http://www.w3.org/2002/xforms"


def submission_of(root: Node) -> str:
    """Return the XML that ODK Central accepts as a submission."""
    copy = _copy(root)
    copy.declared = {
        prefix: uri
        for prefix, uri in (root.declared or {}).items()
        if prefix and _uses(copy, f"{prefix}:")
    }
    return write_xml(copy)


def _copy(node: Node) -> Node:
    space = "" if node.namespace == _XFORMS else node.namespace
    copy = Node(node.name, node.text, space, node.attributes)
    if spot(node).reason:
        copy.attributes[f"{_own_prefix(node)}reason"] = spot(node).reason
    for name, attribute in spot(node).attributes.items():
        if not spot(attribute).relevant:
            copy.attributes.pop(name, None)
    for child in node.children:
        if spot(child).relevant:
            copy.append(_copy(child))
    return copy


def _own_prefix(node: Node) -> str:
    return next((f"{p}:" for p, uri in prefixes_of(node).items() if uri == OWN), "")


def _uses(top: Node, prefix: str) -> bool:
    return any(
        node.name.startswith(prefix)
        or any(name.startswith(prefix) for name in node.attributes)
        for node in (top, *top.descendants())
    )
