"""Write trees as XML."""

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from surveytool.formula.namespaces import namespace_of
from surveytool.formula.tree import Node

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_xml(node: Node) -> str:
    """Return the XML of a node and everything below; prefixes are declared."""
    return "".join(_write(node))


def _write(top: Node) -> Iterator[str]:
    stack: list[Node | str] = [top]
    while stack:
        part = stack.pop()
        if isinstance(part, str):
            yield part
            continue
        inside = part.children if part.content is None else part.content
        if part.kind == "element":
            empty = not (part.text or inside)
            yield _open_tag(part, is_top=part is top, is_empty=empty)
            if not empty:
                stack.append(f"</{part.name}>")
        yield _own_text(part)
        stack.extend(reversed(inside))


def _own_text(node: Node) -> str:
    text = _FORBIDDEN.sub("\ufffd", node.text)
    if node.kind == "comment":
        return f"<!--{text}-->"
    if node.kind == "instruction":
        return f"<?{node.name} {text}?>"
    return escape(text, {"\r": "&#13;"})


def _open_tag(node: Node, *, is_top: bool, is_empty: bool) -> str:
    declared = dict(node.declared or {})
    if is_top:
        declared = _used(node) | declared
    prefix = node.name.rpartition(":")[0]
    if node.namespace != (namespace_of(node, prefix) or ""):
        declared.setdefault(prefix, node.namespace)
    names = {f"xmlns:{p}" if p else "xmlns": uri for p, uri in declared.items()}
    pairs = {**names, **(node.attributes if node.has_attributes else {})}
    shown = "".join(
        f" {name}={quoteattr(_FORBIDDEN.sub(chr(0xFFFD), text))}"
        for name, text in pairs.items()
    )
    return f"<{node.name}{shown}{'/' if is_empty else ''}>"


def _used(top: Node) -> dict[str, str]:
    """Return the namespaces from outside that the subtree uses, by prefix."""
    names = {top.name}
    for node in (top, *top.descendants()):
        names.add(node.name)
        if node.has_attributes:
            names.update(name for name in node.attributes if ":" in name)
    prefixes = {name.rpartition(":")[0] for name in names} - {"xml"}
    found = {prefix: namespace_of(top, prefix) for prefix in sorted(prefixes)}
    return {prefix: uri for prefix, uri in found.items() if uri}
