"""Controls: how a form asks for its answers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from surveytool.formula.expression import Expression, parse
from surveytool.formula.tree import Node
from surveytool.questionnaire.bind import resolved
from surveytool.questionnaire.rule import rule_of
from surveytool.questionnaire.source import JR, attribute, below, first
from surveytool.questionnaire.texts import Text, text_of
from surveytool.questionnaire.values import in_range

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

    def offers(self, text: str) -> bool:
        """Whether a typed value lies in the range, if this is one."""
        ends = (self.attributes.get("start", ""), self.attributes.get("end", ""))
        return self.kind != "range" or in_range(*ends, text)


def controls_of(body: Node | None, root: str) -> dict[str, Control]:
    """Return the controls of a body by path; the first of two wins.

    The label of a repeat is that of the group around it (ODK XForms, "repeats").
    """
    found: dict[str, Control] = {}
    for control in _walk(body, root):
        known = found.get(control.path)
        if known is None or control.kind == "repeat":
            found[control.path] = control
    return found


def _walk(body: Node | None, root: str) -> Iterator[Control]:
    outer = () if body is None else reversed(body.children)
    waiting = [_Place(child, None, f"/{root}", "") for child in outer]
    while waiting:
        place = waiting.pop()
        name = place.node.local_name
        path = _path(place.node, place.within)
        if name == "group" and path:
            yield _asked("group", place.node, path)
        elif name == "repeat":
            yield _repeat(place, path)
        elif name in ASKING:
            kind = "input" if name in ("secret", "textarea") else name
            yield _asked(kind, place.node, path)
        if name in ("group", "repeat"):
            within = path or place.within
            waiting.extend(
                _Place(child, place.node, within, path)
                for child in reversed(place.node.children)
            )


@dataclass(frozen=True, slots=True)
class _Place:
    """A body element, the one around it, and where its relative paths begin."""

    node: Node
    around: Node | None
    within: str
    around_path: str


def _path(node: Node, within: str) -> str:
    return resolved(attribute(node, "ref") or attribute(node, "nodeset"), within)


def _repeat(place: _Place, path: str) -> Control:
    node = place.node
    count = attribute(node, "count", JR)
    fixed = attribute(node, "noAddRemove", JR).strip()
    label = first(place.around, "label") if place.around_path == path else None
    return Control(
        kind="repeat",
        path=path,
        label=text_of(label),
        appearance=attribute(node, "appearance"),
        count=rule_of(count, path, "repeat_count") if count.strip() else None,
        is_fixed=fixed in ("true()", "true", "1"),
    )


def _asked(kind: str, node: Node, path: str) -> Control:
    itemset = first(node, "itemset")
    return Control(
        kind=kind,
        path=path,
        label=text_of(first(node, "label")),
        hint=text_of(first(node, "hint")),
        appearance=attribute(node, "appearance"),
        items=tuple(_items(node)),
        itemset=None if itemset is None else _itemset(itemset, path),
        attributes=dict(node.attributes),
    )


def _items(node: Node) -> Iterator[Item]:
    for child in node.children:
        if child.local_name == "choices":
            yield from _items(child)
        elif child.local_name == "item":
            value = first(child, "value")
            text = "" if value is None else value.string_value.strip(" \t\r\n")
            yield Item(text, text_of(first(child, "label")))


def _itemset(node: Node, path: str) -> Itemset:
    value = first(node, "value") or first(node, "copy")
    labels = list(below(node, "label"))
    return Itemset(
        rule_of(attribute(node, "nodeset"), path, "choice_filter"),
        parse(attribute(value, "ref") if value is not None else "."),
        text_of(labels[0]) if labels else None,
    )
