"""Spots: what a session knows about one node of its instance."""

from typing import cast

from surveytool.formula.tree import Node
from surveytool.questionnaire.field import Field


class Spot:
    """One node's field, its kept value and whether it is shown.

    ``kept`` stays when the node is not relevant; the node's text is then empty.
    ``listed`` are the values and items of its choices once they were asked for;
    ``reason`` is why a person passed a soft check.
    ``attributes`` are nodes for attributes that have rules; ``ghosts`` stand in for
    repeats below without instances, so that their expressions have a place.
    """

    __slots__ = (
        "attributes",
        "field",
        "ghosts",
        "kept",
        "listed",
        "own",
        "reason",
        "relevant",
    )

    def __init__(self, field: Field, kept: str) -> None:
        self.field = field
        self.kept = kept
        self.reason = ""
        self.listed: list[tuple[str, Node]] | None = None
        self.own = True
        self.relevant = True
        self.attributes: dict[str, Node] = {}
        self.ghosts: dict[str, Node] = {}


def spot(node: Node) -> Spot:
    """Return the spot of an instance's node."""
    return cast("Spot", node.payload)


def ref_of(node: Node) -> str:
    """Return the reference of a node, with positions for repeat instances."""
    parts: list[str] = []
    at: Node | None = node
    while at is not None and at.kind != "document":
        parts.append(_step(at))
        at = at.parent
    return "/" + "/".join(reversed(parts))


def _step(node: Node) -> str:
    if node.kind == "attribute":
        return f"@{node.name}"
    if spot(node).field.kind != "repeat" or node.parent is None:
        return node.name
    return f"{node.name}[{position(node)}]"


def position(node: Node) -> int:
    """Return the place of a repeat instance among its fellows, from one."""
    fellows = [] if node.parent is None else node.parent.named(node.name)
    return fellows.index(node) + 1 if node in fellows else 0
