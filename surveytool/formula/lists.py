"""Items in a row, indexed by the text of one of their children."""

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from typing import Self

from surveytool.formula.table import Table
from surveytool.formula.tree import Node
from surveytool.formula.values import text_number
from surveytool.formula.world import World


class Index:
    """The numbers of items by a key, and how to come by an item."""

    def __init__(
        self,
        numbers: Mapping[object, list[int]],
        item: Callable[[int], Node],
        size: int,
    ) -> None:
        self._numbers = numbers
        self._item = item
        self._size = size

    def __len__(self) -> int:
        """How many items were looked at."""
        return self._size

    def find(self, keys: AbstractSet[object]) -> list[Node]:
        """Return the items of some keys, in order and each once."""
        found = [number for key in keys for number in self._numbers.get(key, ())]
        if len(keys) > 1:
            found = sorted(set(found))
        return [self._item(number) for number in found]

    def by_number(self, world: World) -> Self:
        """Return an index by the numbers that the keys mean."""
        numbers: dict[object, list[int]] = {}
        for text, found in self._numbers.items():
            numbers.setdefault(text_number(str(text), world), []).extend(found)
        for found in numbers.values():
            found.sort()
        return type(self)(numbers, self._item, self._size)


def index_of(parent: Node, names: tuple[str, str]) -> Index:
    """Return the index of the items of a name below a node, by a child of a name."""
    name, child = names
    if isinstance(parent, Table):
        numbers = parent.rows_by(child if name == "item" else "")
        return Index(numbers, parent.item, parent.size)
    children = parent.children
    found: dict[object, list[int]] = {}
    for number, item in enumerate(children):
        if item.name == name:
            for each in item.children:
                if each.name == child:
                    _note(found, each.string_value, number)
    return Index(found, children.__getitem__, len(children))


def _note(found: dict[object, list[int]], text: str, number: int) -> None:
    known = found.get(text)
    if known is None:
        found[text] = [number]
    elif known[-1] != number:
        known.append(number)
