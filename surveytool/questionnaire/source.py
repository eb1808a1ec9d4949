"""Looking around in a form's XML: elements by local name, attributes by namespace."""

from collections.abc import Iterator

from surveytool.formula.namespaces import namespace_of
from surveytool.formula.tree import Node

JR = "http://openrosa.org/javarosa"
ODK = "http://www.opendatakit.org/xforms"
ENTITIES = "http://www.opendatakit.org/xforms/entities"
ORX = "http://openrosa.org/xforms"
OWN = "urn:surveytool:forms"


def below(node: Node, name: str) -> Iterator[Node]:
    """Go through the child elements of a local name."""
    return (child for child in node.children if child.local_name == name)


def first(node: Node | None, name: str) -> Node | None:
    """Return the first child element of a local name."""
    return None if node is None else next(below(node, name), None)


def attribute(node: Node, name: str, uri: str = "") -> str:
    """Return an attribute by namespace and local name, or ""."""
    if not node.has_attributes:
        return ""
    if not uri:
        return node.attributes.get(name, "")
    for written, value in node.attributes.items():
        prefix, colon, local = written.partition(":")
        if colon and local == name and namespace_of(node, prefix) == uri:
            return value
    return ""


def has_attribute(node: Node, name: str, uri: str) -> bool:
    """Whether an attribute of a namespace is there, even if it is empty."""
    if not node.has_attributes:
        return False
    for written in node.attributes:
        prefix, colon, local = written.partition(":")
        if colon and local == name and namespace_of(node, prefix) == uri:
            return True
    return False


def prefixes_of(node: Node) -> dict[str, str]:
    """Return the namespaces that a document declares on its outer elements."""
    found: dict[str, str] = {}
    at: Node | None = node
    while at is not None:
        found = dict(at.declared or {}) | found
        at = at.parent
    return found


def plain(node: Node) -> Node:
    """Drop comments and blank text below a node, so that only elements remain."""
    stack = [node]
    while stack:
        at = stack.pop()
        if at.content is not None:
            texts = [c.text for c in at.content if c.kind == "text"]
            if not at.children:
                at.text = at.text + "".join(texts)
            at.content = None
        if at.children and at.text.isspace():
            at.text = ""
        stack.extend(at.children)
    return node


def words(node: Node) -> str:
    """Return the text of an element, white space at its ends taken away."""
    return node.string_value.strip()
