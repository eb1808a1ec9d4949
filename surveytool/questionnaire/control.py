"""Controls: how a form asks for its answers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from surveytool.formula.expression import Expression, parse
from surveytool.formula.tree import Node
from surveytool.questionnaire.bind import absolute
from surveytool.questionnaire.source import JR, attribute, below, first
from surveytool.questionnaire.texts import Text, text_of

ASKING = {
    "input", "secret", "textarea", "select1", "select", "rank", "range", "trigger",
    "upload",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Item:
    """A choice written in the form itself."""

    value: str
    label: Text | None


@dataclass(frozen=True, slots=True)
class Itemset:
    """Choices taken from an instance: which nodes, their value and label."""

    nodeset: Expression
    value: Expression
    label: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """One question, group or repeat as the body of a form has it."""

    kind: str
    path: str
    label: Text | None = None
    hint: Text | None = None
    appearance: str = ""
    items: tuple[Item, ...] = ()
    itemset: Itemset | None = None
    count: Expression | None = None
    is_fixed: bool = False
    attributes: Mapping[str, str] = field(default_factory=dict)


def controls_of(body: Node | None, root: str) -> dict[str, Control]:
    """Return the controls of a body by path; the first of two wins.

    A repeat takes the label of the group around it that names the same path.
    """
    found: dict[str, Control] = {}
    for control in _walk(body, root):
        known = found.get(control.path)
        if known is None or control.kind == "repeat":
            found[control.path] = control
    return found


def _walk(body: Node | None, root: str) -> Iterator[Control]:
    outer = () if body is None else reversed(body.children)
    waiting: list[tuple[Node, Node | None]] = [(child, None) for child in outer]
    while waiting:
        node, around = waiting.pop()
        name = node.local_name
        if name == "group":
            yield from _group(node, root)
        elif name == "repeat":
            yield _repeat(node, around, root)
        elif name in ASKING:
            yield _question(node, root)
        if name in ("group", "repeat"):
            waiting.extend((child, node) for child in reversed(node.children))


def _path(node: Node, root: str) -> str:
    return absolute(attribute(node, "ref") or attribute(node, "nodeset"), root)


def _group(node: Node, root: str) -> Iterator[Control]:
    path = _path(node, root)
    if path:
        yield Control(
            kind="group",
            path=path,
            label=text_of(first(node, "label")),
            hint=text_of(first(node, "hint")),
            appearance=attribute(node, "appearance"),
        )


def _repeat(node: Node, around: Node | None, root: str) -> Control:
    count = attribute(node, "count", JR)
    fixed = attribute(node, "noAddRemove", JR).strip()
    label = first(node, "label")
    if (
        label is None
        and around is not None
        and _path(around, root) == _path(node, root)
    ):
        label = first(around, "label")
    return Control(
        kind="repeat",
        path=_path(node, root),
        label=text_of(label),
        appearance=attribute(node, "appearance"),
        count=parse(count) if count.strip() else None,
        is_fixed=fixed in ("true()", "true", "1"),
    )


def _question(node: Node, root: str) -> Control:
    path = _path(node, root)
    itemset = first(node, "itemset")
    kind = node.local_name
    return Control(
        kind="input" if kind in ("secret", "textarea") else kind,
        path=path,
        label=text_of(first(node, "label")),
        hint=text_of(first(node, "hint")),
        appearance=attribute(node, "appearance"),
        items=tuple(_items(node)),
        itemset=None if itemset is None else _itemset(itemset),
        attributes=dict(node.attributes),
    )


def _items(node: Node) -> Iterator[Item]:
    for child in node.children:
        if child.local_name == "choices":
            yield from _items(child)
        elif child.local_name == "item":
            value = first(child, "value")
            text = "" if value is None else value.string_value.strip()
            yield Item(text, text_of(first(child, "label")))


def _itemset(node: Node) -> Itemset:
    value = first(node, "value") or first(node, "copy")
    labels = list(below(node, "label"))
    return Itemset(
        parse(attribute(node, "nodeset")),
        parse(attribute(value, "ref") if value is not None else "."),
        text_of(labels[0]) if labels else None,
    )
