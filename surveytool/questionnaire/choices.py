"""The choices of a select, and what they leave of its answer."""

from collections.abc import Mapping, Sequence

from surveytool.domain.refusal import Refusal
from surveytool.formula.tree import Node
from surveytool.formula.world import Scope
from surveytool.questionnaire.control import Itemset
from surveytool.questionnaire.order import Cell
from surveytool.questionnaire.recalculation import Recalculation
from surveytool.questionnaire.spot import Spot, spot
from surveytool.questionnaire.wording import Wording

Option = tuple[str, str]


class Choices:
    """Lists the choices of select nodes and keeps answers within them."""

    def __init__(self, work: Recalculation, wording: Wording) -> None:
        self._work = work
        self._wording = wording

    def options(self, node: Node) -> tuple[Option, ...]:
        """Return the choices of a node as (value, label)."""
        control = spot(node).field.control
        if control is None:
            return ()
        world, words = self._work.world, self._wording.words
        if control.itemset is None:
            return tuple((i.value, words(i.label, node, world)) for i in control.items)
        label = control.itemset.label
        try:
            found = self._listed(control.itemset, node)
        except Refusal:
            return ()
        return tuple((value, words(label, item, world)) for value, item in found)

    def keep_within(self, cell: Cell, node: Node) -> None:
        """Drop chosen values that are no longer offered: worker of the CHOICES rule."""
        del cell
        place = spot(node)
        place.listed = None
        if place.kept and place.relevant:
            self._work.put(node, self.within(node, place.kept))

    def within(self, node: Node, value: str) -> str:
        """Return what the choices leave of a value, in their order."""
        try:
            offered = self._offered(node)
        except Refusal:
            return value
        if spot(node).field.kind == "select1":
            return value if value in offered else ""
        chosen = dict.fromkeys(one for one in value.split(" ") if one in offered)
        if spot(node).field.kind == "select":
            return " ".join(one for one in offered if one in chosen)
        return " ".join(chosen)

    def label(self, node: Node, value: str) -> str:
        """Return the label of a choice of a node: what jr:choice-name() gives."""
        place = node.payload
        if not isinstance(place, Spot) or place.field.control is None:
            return ""
        itemset = place.field.control.itemset
        if itemset is None:
            return dict(self.options(node)).get(value, "")
        for one, item in self._listed(itemset, node):
            if one == value:
                return self._wording.words(itemset.label, item, self._work.world)
        return ""

    def _offered(self, node: Node) -> Mapping[str, None]:
        control = spot(node).field.control
        if control is None:
            return {}
        if control.itemset is None:
            return dict.fromkeys(item.value for item in control.items)
        return dict.fromkeys(value for value, _ in self._listed(control.itemset, node))

    def _listed(self, itemset: Itemset, node: Node) -> Sequence[tuple[str, Node]]:
        """Return the choices' values and items.

        Lists outside the answers are kept until the rule asks again, so that a
        shuffled list stays as it was shown.
        """
        place = spot(node)
        if place.listed is not None:
            return place.listed
        world = self._work.world
        items = itemset.nodeset.evaluate(Scope(node, world))
        if not isinstance(items, list):
            return ()
        found = [(itemset.value.as_text(Scope(item, world)), item) for item in items]
        if not any(isinstance(item.payload, Spot) for item in items[:1]):
            place.listed = found
        return found
