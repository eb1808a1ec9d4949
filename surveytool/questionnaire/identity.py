"""The instance's identity: meta/instanceID, added where a form has none."""

from dataclasses import replace

from surveytool.formula.tree import Node
from surveytool.questionnaire.bind import Bind
from surveytool.questionnaire.source import ORX, first, prefixes_of

DEPRECATED = "deprecatedID"


def give_identity(root: Node, binds: dict[str, Bind], *, edits: bool = False) -> None:
    """See to it that each instance begins with an id of its own (OpenRosa meta).

    One that edits a submission names the id of what it replaces, too.
    """
    meta = first(root, "meta")
    if meta is None:
        prefixes = [p for p, uri in prefixes_of(root).items() if uri == ORX and p]
        name = f"{prefixes[0]}:meta" if prefixes else "meta"
        meta = root.append(Node(name, namespace=ORX if prefixes else ""))
    mark = meta.name.removesuffix("meta")
    identity = first(meta, "instanceID")
    is_new = identity is None
    if identity is None:
        identity = meta.append(Node(f"{mark}instanceID", namespace=meta.namespace))
    path = f"/{root.name}/{meta.name}/{identity.name}"
    bind = binds.get(path) or Bind(path=path)
    if edits and first(meta, DEPRECATED) is None:
        meta.append(Node(f"{mark}{DEPRECATED}", namespace=meta.namespace))
    if is_new:
        binds[path] = replace(bind, preload="uid")
