"""The tree that expressions walk: elements, their text and their attributes."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

Kind = Literal[
    "document", "element", "attribute", "text", "comment", "instruction", "namespace"
]

_FEW = 6  # up to so many children a scan is as quick as an index, and smaller


class Node:
    """One element (or, rarely, another kind of node); cheap and mutable.

    ``name`` is as written, prefix included ("orx:meta"). The text of an element is
    what stands before its first child; other text is kept in ``content``.
    """

    __slots__ = (
        "_attributes",
        "_by_name",
        "_children",
        "content",
        "declared",
        "kind",
        "lookups",
        "name",
        "namespace",
        "parent",
        "payload",
        "text",
    )

    def __init__(
        self,
        name: str,
        text: str = "",
        namespace: str = "",
        attributes: Mapping[str, str] | None = None,
        *,
        kind: Kind = "element",
    ) -> None:
        self.name = name
        self.text = text
        self.namespace = namespace
        self.kind: Kind = kind
        self.parent: Node | None = None
        self.payload: object = None
        self.content: list[Node] | None = None
        self.declared: dict[str, str] | None = None
        self.lookups: dict[object, object] | None = None
        self._attributes = dict(attributes) if attributes else None
        self._children: list[Node] | None = None
        self._by_name: dict[str, list[Node]] | None = None

    @property
    def children(self) -> Sequence["Node"]:
        """The child elements; change them by append, insert and remove."""
        return () if self._children is None else self._children

    @property
    def attributes(self) -> dict[str, str]:
        """The attributes by written name."""
        if self._attributes is None:
            self._attributes = {}
        return self._attributes

    @property
    def has_attributes(self) -> bool:
        """Whether there is any attribute."""
        return bool(self._attributes)

    @property
    def local_name(self) -> str:
        """The name without its prefix."""
        return self.name.rpartition(":")[2]

    @property
    def string_value(self) -> str:
        """The text of the whole subtree, in document order."""
        if self._children is None and self.content is None:
            return self.text
        return "".join(self._texts())

    def _texts(self) -> Iterator[str]:
        stack = [self]
        while stack:
            node = stack.pop()
            if node.kind in ("comment", "instruction") and node is not self:
                continue
            if node.content is None:
                yield node.text
                stack.extend(reversed(node.children))
            else:
                stack.extend(reversed(node.content))

    def append(self, child: "Node") -> "Node":
        """Put a child element at the end; return it."""
        child.parent = self
        if self._children is None:
            self._children = [child]
        else:
            self._children.append(child)
            self._by_name = None
        if self.content is not None:
            self.content.append(child)
        return child

    def fill(self, children: "list[Node]") -> "Node":
        """Give an empty node all its children at once: quicker for long tables."""
        for child in children:
            child.parent = self
        self._children = children
        self._by_name = None
        return self

    def insert(self, index: int, child: "Node") -> "Node":
        """Put a child element before the one at an index; return it."""
        if self._children is None:
            self._children = []
        self._by_name = None
        if self.content is not None:
            after = self._children[index : index + 1]
            place = self.content.index(after[0]) if after else len(self.content)
            self.content.insert(place, child)
        self._children.insert(index, child)
        child.parent = self
        return child

    def remove(self, child: "Node") -> None:
        """Take a child element away."""
        if self._children is not None:
            self._children.remove(child)
        child.parent = None
        self._by_name = None
        if self.content is not None:
            self.content.remove(child)

    def named(self, name: str) -> list["Node"]:
        """Return the child elements of one written name; do not alter the list."""
        if self._by_name is None:
            if self._children is None:
                return []
            if len(self._children) <= _FEW:
                return [child for child in self._children if child.name == name]
            self._by_name = {}
            for child in self._children:
                self._by_name.setdefault(child.name, []).append(child)
        return self._by_name.get(name, [])

    def child(self, name: str) -> "Node | None":
        """Return the first child element of a name."""
        found = self.named(name)
        return found[0] if found else None

    def ancestors(self) -> Iterator["Node"]:
        """Go up, nearest first, the node itself left out."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def descendants(self) -> Iterator["Node"]:
        """Go through the elements below, in document order."""
        stack = list(reversed(self.children))
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.children))

    def seal(self) -> "Node":
        """Promise that the tree below never changes, so lookups may be indexed."""
        self.lookups = {}
        return self

    def __repr__(self) -> str:
        return f"Node({self.name!r}, {self.text!r})"


def document(root: Node) -> Node:
    """Return the document node above a root element: what ``/`` means."""
    top = Node("", kind="document")
    top.append(root)
    return top
