"""The instance being filled in: its tree, and finding places in it."""

import re
from collections.abc import Iterator, Sequence
from typing import ClassVar

from surveytool.domain.refusal import Refusal
from surveytool.formula.tree import Node, document
from surveytool.questionnaire.field import Field
from surveytool.questionnaire.form import Form, is_template
from surveytool.questionnaire.spot import Spot, spot

_STEP = re.compile(r"(@?[^\[\]/]+)(?:\[(\d{1,9})\])?")


class NoSuchPlaceError(Refusal):
    """A reference names no question of the form, or no such repeat instance."""

    code: ClassVar[str] = "questionnaire.no_such_place"


class Instance:
    """A tree of nodes with spots, made from a form's primary instance."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.size = 0
        self.root = self.grow(form.root, f"/{form.root.name}")
        self.root.declared = dict(form.namespaces)
        self.top = document(self.root)
        self._steps = {path: tuple(path.split("/")) for path in form.fields}

    def grow(self, template: Node, path: str) -> Node:
        """Return a fresh copy of a part of the primary instance."""
        field = self.form.fields[path]
        node = Node(template.name, "", template.namespace)
        self.size += 1
        if template.has_attributes:
            for name, value in template.attributes.items():
                if not (name.endswith(":template") and is_template(template)):
                    node.attributes[name] = value
        node.declared = dict(template.declared) if template.declared else None
        text = field.written(template.text) if field.is_leaf else ""
        node.payload = Spot(field, text)
        node.text = spot(node).kept
        for child in template.children:
            if not is_template(child):
                node.append(self.grow(child, f"{path}/{child.name}"))
        self._grow_attributes(node, path)
        return node

    def _grow_attributes(self, node: Node, path: str) -> None:
        for name in self.form.attributes_of.get(path, ()):
            attribute = Node(name, node.attributes.get(name, ""), kind="attribute")
            attribute.parent = node
            attribute.payload = Spot(
                self.form.fields[f"{path}/@{name}"], attribute.text
            )
            spot(node).attributes[name] = attribute

    def under(self, anchor: Node, path: str) -> Sequence[Node]:
        """Return the nodes of a path at or below an anchor, in document order."""
        steps = self._steps[path][len(self._steps[spot(anchor).field.path]) :]
        found: Sequence[Node] = (anchor,)
        for step in steps:
            if step.startswith("@"):
                found = [spot(node).attributes[step[1:]] for node in found]
            elif len(found) == 1:
                found = found[0].named(step)
            else:
                found = [child for node in found for child in node.named(step)]
        return found

    def all(self, path: str) -> Sequence[Node]:
        """Return every node of a path, in document order."""
        return self.under(self.root, path)

    def anchor(self, node: Node, field: Field) -> Node:
        """Return the innermost repeat instance that a node and a field share."""
        repeats = field.repeats
        if not repeats:
            return self.root
        at: Node | None = node
        while at is not None and at is not self.root:
            place = at.payload
            if isinstance(place, Spot) and place.field.path in repeats:
                return at
            at = at.parent
        return self.root

    def ghost(self, parent: Node, path: str) -> Node:
        """Return a stand-in for a repeat without instances, below its parent."""
        ghosts = spot(parent).ghosts
        if path not in ghosts:
            ghost = Node(path.rpartition("/")[2])
            ghost.parent = parent
            ghost.payload = Spot(self.form.fields[path], "")
            ghosts[path] = ghost
        return ghosts[path]

    def find(self, ref: str) -> Node:
        """Return the node of a reference; raises NoSuchPlaceError."""
        steps = [_STEP.fullmatch(part) for part in ref.strip("/").split("/")]
        node, rest = self.root, steps[1:]
        if steps[0] is None or steps[0][1] != node.name:
            raise NoSuchPlaceError(where=ref)
        for step in rest:
            node = _down(node, step, ref)
        return node

    def range(self, ref: str) -> tuple[Node, Field]:
        """Return the parent and the field of a repeat; raises NoSuchPlaceError."""
        above, _, name = ref.rstrip("/").rpartition("/")
        parent = self.find(above)
        path = f"{spot(parent).field.path}/{name.partition('[')[0]}"
        field = self.form.fields.get(path)
        if field is None or field.kind != "repeat":
            raise NoSuchPlaceError(where=ref)
        return parent, field

    def walk(self, node: Node | None = None) -> Iterator[Node]:
        """Go through a node and everything below it, in document order."""
        top = self.root if node is None else node
        yield top
        yield from top.descendants()


def _down(node: Node, step: re.Match[str] | None, ref: str) -> Node:
    if step is None:
        raise NoSuchPlaceError(where=ref)
    name, index = step[1], int(step[2] or 1)
    if name.startswith("@"):
        found = spot(node).attributes.get(name[1:])
        if found is None:
            raise NoSuchPlaceError(where=ref)
        return found
    fellows = node.named(name)
    if not 1 <= index <= len(fellows):
        raise NoSuchPlaceError(where=ref)
    return fellows[index - 1]
