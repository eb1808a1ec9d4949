"""A form: what an XForm says, read once and shared by all who fill it in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import ClassVar

from surveytool.domain.refusal import Refusal
from surveytool.formula.tree import Node
from surveytool.formula.xml import read_xml
from surveytool.questionnaire.action import CHANGED, Action, actions_of
from surveytool.questionnaire.bind import Bind, binds_of
from surveytool.questionnaire.control import controls_of
from surveytool.questionnaire.field import Field, fields_of
from surveytool.questionnaire.identity import give_identity
from surveytool.questionnaire.instances import Source, sources_of
from surveytool.questionnaire.media import Media
from surveytool.questionnaire.order import Order, order_of
from surveytool.questionnaire.source import (
    JR,
    attribute,
    first,
    has_attribute,
    plain,
    prefixes_of,
    words,
)
from surveytool.questionnaire.texts import Translations, translations_of


class NotAFormError(Refusal):
    """The XML is well-formed but no XForm."""

    code: ClassVar[str] = "questionnaire.not_a_form"


@dataclass(frozen=True)
class Form:
    """A form's definition; it never changes."""

    id: str
    version: str
    title: str
    root: Node
    fields: Mapping[str, Field]
    sources: Mapping[str, Source]
    translations: Translations
    order: Order
    actions: tuple[Action, ...]
    namespaces: Mapping[str, str] = field(default_factory=dict)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of its texts, the first one the default."""
        return self.translations.languages

    @cached_property
    def templates(self) -> Mapping[str, Node]:
        """What a new instance of each repeat begins as, by path."""
        found: dict[str, Node] = {}
        for node, path in _paths(self.root):
            if self.fields[path].kind != "repeat":
                continue
            known = found.get(path)
            if known is None or (is_template(node) and not is_template(known)):
                found[path] = node if is_template(node) else _cleared(node)
        return found

    @cached_property
    def repeats_below(self) -> Mapping[str, tuple[str, ...]]:
        """The repeats at or below each repeat."""
        repeats = [path for path, one in self.fields.items() if one.kind == "repeat"]
        return {
            path: tuple(p for p in repeats if p == path or p.startswith(f"{path}/"))
            for path in repeats
        }

    @cached_property
    def attributes_of(self) -> Mapping[str, tuple[str, ...]]:
        """The names of the attributes that have rules or are set, by element."""
        found: dict[str, tuple[str, ...]] = {}
        for path in self.fields:
            above, mark, name = path.rpartition("/@")
            if mark:
                found[above] = (*found.get(above, ()), name)
        return found

    @cached_property
    def children_of(self) -> Mapping[str, tuple[Field, ...]]:
        """The fields directly below each path, attributes left out."""
        found: dict[str, list[Field]] = {}
        for one in self.fields.values():
            if one.kind != "attribute":
                found.setdefault(one.parent, []).append(one)
        return {path: tuple(fields) for path, fields in found.items()}

    @cached_property
    def _set_paths(self) -> frozenset[str]:
        """The paths that actions set."""
        return frozenset(action.target for action in self.actions)

    def fills_itself(self, one: Field) -> bool:
        """Whether the form may give this field a value that nobody typed."""
        bind = one.bind
        return bool(
            bind.calculate
            or bind.preload
            or one.path in self._set_paths
            or one.path in self._preset
        )

    @cached_property
    def _preset(self) -> frozenset[str]:
        """The paths with a default value in the primary instance."""
        return frozenset(path for node, path in _paths(self.root) if node.text)

    @cached_property
    def changed_actions(self) -> Mapping[str, tuple[Action, ...]]:
        """The actions that a question starts when its answer changes, by path."""
        found: dict[str, tuple[Action, ...]] = {}
        for action in self.actions:
            if CHANGED in action.events and action.within:
                found[action.within] = (*found.get(action.within, ()), action)
        return found


def load_form(
    xml: bytes | str, media: Media | Path | None = None, *, edits: bool = False
) -> Form:
    """Read an XForm, its files from a folder or from memory.

    ``edits``: its submissions replace earlier ones and say so (``deprecatedID``).
    Raises Refusals for what is broken, unsafe or circular.
    """
    if media is None or isinstance(media, Path):
        media = Media(media)
    top = read_xml(xml, whole=True)
    document = top.children[0] if top.children else top
    head, body = first(document, "head"), first(document, "body")
    model = first(head, "model") or first(document, "model")
    instance = first(model, "instance")
    if model is None or instance is None or not instance.children:
        raise NotAFormError(root=document.name)
    root = plain(instance).children[0]
    actions = _actions(model, body, root.name)
    binds = binds_of(model, root.name)
    for action in actions:
        if "/@" in action.target:
            binds.setdefault(action.target, Bind(path=action.target))
    give_identity(root, binds, edits=edits)
    translations = translations_of(model)
    fields = fields_of(root, binds, controls_of(body, root.name))
    return Form(
        id=attribute(root, "id") or root.namespace,
        version=attribute(root, "version") or attribute(root, "version", JR),
        title=_title(head),
        root=root,
        fields=fields,
        sources=sources_of(model, media),
        translations=translations,
        order=order_of(fields, translations.outputs()),
        actions=actions,
        namespaces=prefixes_of(root),
    )


def is_template(node: Node) -> bool:
    """Whether an element of the primary instance is a repeat's template."""
    return node.has_attributes and has_attribute(node, "template", JR)


def _cleared(node: Node) -> Node:
    """Return a first instance as a template: its values are not for all."""
    copy = Node(node.name, "", node.namespace, node.attributes)
    copy.declared = node.declared
    for child in node.children:
        copy.append(_cleared(child))
    return copy


def _title(head: Node | None) -> str:
    title = first(head, "title")
    return "" if title is None else words(title)


def _actions(model: Node, body: Node | None, root: str) -> tuple[Action, ...]:
    """Return the actions of the model and those of repeats and groups."""
    found = list(actions_of(model, root))
    waiting = [] if body is None else [body]
    while waiting:
        node = waiting.pop()
        place = attribute(node, "nodeset") or attribute(node, "ref")
        found.extend(actions_of(node, root, within=place.strip()))
        waiting.extend(reversed(node.children))
    return tuple(found)


def _paths(root: Node) -> list[tuple[Node, str]]:
    found = [(root, f"/{root.name}")]
    for node, path in found:
        found.extend((child, f"{path}/{child.name}") for child in node.children)
    return found
