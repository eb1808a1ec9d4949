"""Drafts: the answers of a session as references with values, and back.

Every leaf with a value is there, hidden ones too. A leaf that was emptied although
the form would fill it is there with "". Each repeat has "<ref>/@count", so that
instances without any answer survive; a passed soft check has "<ref>/@reason".
"""

import re
from collections.abc import Mapping

from surveytool.formula.tree import Node
from surveytool.questionnaire.instance import Instance, NoSuchPlaceError
from surveytool.questionnaire.repeats import MOST_INSTANCES, Repeats
from surveytool.questionnaire.spot import ref_of, spot

COUNT = "/@count"
REASON = "/@reason"
_STEP = re.compile(r"(.+)\[(\d{1,9})\]$")
_COUNTED = re.compile(r"[0-9]{1,9}")
_DRAWN = re.compile(r"\b(?:random|uuid|now)\s*\(")


def answers_of(instance: Instance) -> dict[str, str]:
    """Return what a draft must keep."""
    found: dict[str, str] = {}
    _collect(instance, instance.root, ref_of(instance.root), found)
    return found


def _collect(instance: Instance, node: Node, ref: str, found: dict[str, str]) -> None:
    place = spot(node)
    for name, attribute in place.attributes.items():
        if spot(attribute).kept:
            found[f"{ref}/@{name}"] = spot(attribute).kept
    if place.reason:
        found[f"{ref}{REASON}"] = place.reason
    if place.field.is_leaf:
        if place.kept or instance.form.fills_itself(place.field):
            found[ref] = place.kept
        return
    for field in instance.form.children_of.get(place.field.path, ()):
        fellows = node.named(field.name)
        if field.kind == "repeat":
            found[f"{ref}/{field.name}{COUNT}"] = str(len(fellows))
        for index, fellow in enumerate(fellows, 1):
            mark = f"[{index}]" if field.kind == "repeat" else ""
            _collect(instance, fellow, f"{ref}/{field.name}{mark}", found)


def restore(
    instance: Instance, repeats: Repeats, answers: Mapping[str, str]
) -> tuple[dict[str, str], list[Node]]:
    """Put a draft's answers into a fresh instance.

    Returns the answers without a place in this form, and the nodes whose saved
    value stands although a calculation is there for it.
    """
    counts = {ref: n for ref, n in answers.items() if ref.endswith(COUNT)}
    for ref in sorted(counts, key=lambda ref: ref.count("/")):
        _resize(instance, repeats, ref.removesuffix(COUNT), counts[ref])
    unplaced: dict[str, str] = {}
    standing = []
    for ref, value in answers.items():
        if ref in counts or _is_reason(instance, repeats, ref, value):
            continue
        node = _place(instance, repeats, ref)
        if node is None or not spot(node).field.is_leaf:
            unplaced[ref] = value
        else:
            _put(node, value)
            if _stands(node):
                standing.append(node)
    return unplaced, standing


def _is_reason(instance: Instance, repeats: Repeats, ref: str, value: str) -> bool:
    """Whether it is the reason of a soft check; if so it is put in its place."""
    if not ref.endswith(REASON):
        return False
    node = _place(instance, repeats, ref.removesuffix(REASON))
    if node is None or not spot(node).field.bind.is_soft:
        return False
    spot(node).reason = value
    return True


def _put(node: Node, value: str) -> None:
    place = spot(node)
    place.kept = node.text = place.field.written(value)
    if node.kind == "attribute" and node.parent is not None:
        node.parent.attributes[node.name] = node.text


def _stands(node: Node) -> bool:
    """Whether a saved value may differ from what a calculation would give."""
    field = spot(node).field
    calculate = field.bind.calculate
    if calculate is None:
        return False
    is_typed = field.control is not None and not field.bind.is_always_readonly
    return is_typed or _DRAWN.search(calculate.text) is not None


def _resize(instance: Instance, repeats: Repeats, ref: str, count: str) -> None:
    try:
        parent, field = instance.range(ref)
    except NoSuchPlaceError:
        return
    if _COUNTED.fullmatch(count):
        repeats.resize(parent, field, min(int(count), MOST_INSTANCES))


def _place(instance: Instance, repeats: Repeats, ref: str) -> Node | None:
    """Return the node of a reference, growing repeats to make room for it."""
    ref_so_far = ""
    for step in ref.strip("/").split("/"):
        found = _STEP.match(step)
        if found and ref_so_far and int(found[2]) <= MOST_INSTANCES:
            _grow(instance, repeats, f"{ref_so_far}/{found[1]}", int(found[2]))
        ref_so_far = f"{ref_so_far}/{step}"
    try:
        return instance.find(ref)
    except NoSuchPlaceError:
        return None


def _grow(instance: Instance, repeats: Repeats, ref: str, count: int) -> None:
    try:
        parent, field = instance.range(ref)
    except NoSuchPlaceError:
        return
    if len(parent.named(field.name)) < count:
        repeats.resize(parent, field, count)
