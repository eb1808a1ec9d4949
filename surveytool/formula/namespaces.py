"""The namespaces that forms use, and how a prefix is looked up."""

from collections.abc import Mapping
from types import MappingProxyType

from surveytool.formula.tree import Node

WELL_KNOWN: Mapping[str, str] = MappingProxyType(
    {
        "ev": "http://www.w3.org/2001/xml-events",
        "h": "http://www.w3.org/1999/xhtml",
        "jr": "http://openrosa.org/javarosa",
        "odk": "http://www.opendatakit.org/xforms",
        "orx": "http://openrosa.org/xforms",
        "entities": "http://www.opendatakit.org/xforms/entities",
        "xf": "http://www.w3.org/2002/xforms",
        "xml": "http://www.w3.org/XML/1998/namespace",
        "xsd": "http://www.w3.org/2001/XMLSchema",
    }
)


def namespace_of(node: Node, prefix: str) -> str | None:
    """Return the namespace that a prefix means at a node, or None."""
    at: Node | None = node
    while at is not None:
        if at.declared is not None and prefix in at.declared:
            return at.declared[prefix]
        at = at.parent
    return WELL_KNOWN.get(prefix)
