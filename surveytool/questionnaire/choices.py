"""The choices of a select, and what they leave of its answer."""

from collections.abc import Mapping, Sequence

from surveytool.domain.refusal import Refusal
from surveytool.formula.tree import Node
from surveytool.formula.world import Scope
from surveytool.questionnaire.control import Control, Itemset
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
        if control.itemset is None:
            return self._written(control, node)
        return self._listed(control.itemset, node)

    def values(self, node: Node) -> Mapping[str, None]:
        """Return the values that may be chosen at a node, in their order."""
        control = spot(node).field.control
        if control is None:
            return {}
        if control.itemset is None:
            return dict.fromkeys(item.value for item in control.items)
        value = control.itemset.value
        world = self._work.world
        items = self._items(control.itemset, node)
        return dict.fromkeys(value.as_text(Scope(item, world)) for item in items)

    def keep_within(self, cell: Cell, node: Node) -> None:
        """Drop chosen values that are no longer offered: worker of the CHOICES rule."""
        del cell
        place = spot(node)
        if place.kept and place.relevant:
            self._work.put(node, self.within(node, place.kept))

    def within(self, node: Node, value: str) -> str:
        """Return what a node's choices leave of a value."""
        try:
            offered = self.values(node)
        except Refusal:
            return value
        if spot(node).field.kind == "select1":
            return value if value in offered else ""
        chosen = [one for one in value.split(" ") if one in offered]
        if spot(node).field.kind == "select":
            chosen = [one for one in offered if one in set(chosen)]
        return " ".join(dict.fromkeys(chosen))

    def label(self, node: Node, value: str) -> str:
        """Return the label of a choice of a node: what jr:choice-name() gives."""
        place = node.payload
        if not isinstance(place, Spot):
            return ""
        return next((label for one, label in self.options(node) if one == value), "")

    def _written(self, control: Control, node: Node) -> tuple[Option, ...]:
        world, words = self._work.world, self._wording.words
        return tuple((i.value, words(i.label, node, world)) for i in control.items)

    def _listed(self, itemset: Itemset, node: Node) -> tuple[Option, ...]:
        world, words = self._work.world, self._wording.words
        try:
            return tuple(
                (
                    itemset.value.as_text(Scope(item, world)),
                    words(itemset.label, item, world),
                )
                for item in self._items(itemset, node)
            )
        except Refusal:
            return ()

    def _items(self, itemset: Itemset, node: Node) -> Sequence[Node]:
        found = itemset.nodeset.evaluate(Scope(node, self._work.world))
        return found if isinstance(found, list) else ()
