"""The instance's identity: meta/instanceID, added where a form has none."""

from dataclasses import replace

from surveytool.formula.tree import Node
from surveytool.questionnaire.bind import Bind
from surveytool.questionnaire.source import ORX, first, prefixes_of


def give_identity(root: Node, binds: dict[str, Bind]) -> None:
    """See to it that each instance begins with an id of its own (OpenRosa meta)."""
    meta = first(root, "meta")
    prefix = next((p for p, uri in prefixes_of(root).items() if uri == ORX and p), "")
    mark = f"{prefix}:" if prefix else ""
    if meta is None:
        meta = root.append(Node(f"{mark}meta", namespace=ORX if mark else ""))
    identity = first(meta, "instanceID")
    is_new = identity is None
    if identity is None:
        identity = meta.append(Node(f"{mark}instanceID", namespace=meta.namespace))
    path = f"/{root.name}/{meta.name}/{identity.name}"
    bind = binds.get(path) or Bind(path=path)
    if is_new:
        binds[path] = replace(bind, preload="uid")
