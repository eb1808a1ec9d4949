"""ODK Entities (spec 2025.1): which answers go to which entity."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from surveytool.formula.tree import Node
from surveytool.questionnaire.spot import spot

_TRUE = ("1", "true")


@dataclass(frozen=True, slots=True)
class EntityWrite:
    """One entity that a submission creates or updates, with its properties.

    An update says "" for an emptied property; a create leaves empty ones out.
    """

    dataset: str
    id: str
    action: Literal["create", "update"]
    label: str
    fields: Mapping[str, str] = field(default_factory=dict)


def entity_around(node: Node) -> Node | None:
    """Return the entity element that a node's save_to belongs to: the nearest."""
    at = node.parent
    while at is not None and at.kind == "element":
        for meta in at.children:
            if meta.local_name == "meta":
                for entity in meta.children:
                    if entity.local_name == "entity":
                        return entity
        at = at.parent
    return None


def writes_of(root: Node) -> list[EntityWrite]:
    """Return what the relevant entity declarations of an instance write."""
    fields: dict[int, dict[str, str]] = {}
    declared = []
    for node in root.descendants():
        place = spot(node)
        if node.local_name == "entity" and "dataset" in node.attributes:
            declared.append(node)
        elif place.field.bind.saveto and place.relevant:
            entity = entity_around(node)
            if entity is not None:
                fields.setdefault(id(entity), {})[place.field.bind.saveto] = node.text
    return list(_writes(declared, fields))


def _writes(
    declared: list[Node], fields: dict[int, dict[str, str]]
) -> Iterator[EntityWrite]:
    for node in declared:
        action = _action(node)
        identity = node.attributes.get("id", "")
        if action and identity and spot(node).relevant:
            label = node.child("label")
            yield EntityWrite(
                dataset=node.attributes["dataset"],
                id=identity,
                action=action,
                label="" if label is None else label.text,
                fields={
                    name: value
                    for name, value in fields.get(id(node), {}).items()
                    if value or action == "update"
                },
            )


def _action(node: Node) -> Literal["create", "update"] | None:
    """Return what is done; both mean: update if a version to build on is known."""
    creates = node.attributes.get("create", "") in _TRUE
    updates = node.attributes.get("update", "") in _TRUE
    if creates and updates:
        return "update" if node.attributes.get("baseVersion") else "create"
    if creates:
        return "create"
    return "update" if updates else None
