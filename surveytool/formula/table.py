"""Tables as trees: rows and cells become nodes only where somebody looks."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from surveytool.formula.tree import Node

Cells = Sequence[str | None]  # None: the row has no such column


class _Late(Node):
    """A node whose children are made at the first look at them."""

    __slots__ = ()

    def _made(self) -> list[Node]:
        raise NotImplementedError

    @property
    def children(self) -> Sequence[Node]:
        """The child elements."""
        if self._children is None:
            self.fill(self._made())
        return super().children

    @property
    def string_value(self) -> str:
        """The text of the whole subtree."""
        return "".join(each.string_value for each in self.children)

    def named(self, name: str) -> list[Node]:
        """Return the child elements of one name."""
        return super().named(name) if self.children else []


class _Row(_Late):
    __slots__ = ("_cells", "_columns")

    def __init__(self, columns: Sequence[str], cells: Cells) -> None:
        super().__init__("item")
        self._columns = columns
        self._cells = cells

    def _made(self) -> list[Node]:
        pairs = zip(self._columns, self._cells, strict=False)
        return [Node(name, text) for name, text in pairs if name and text is not None]


class Table(_Late):
    """A ``<root>`` of ``<item>``s."""

    __slots__ = ("_columns", "_items", "_rows")

    def __init__(self, columns: Sequence[str], rows: Sequence[Cells]) -> None:
        super().__init__("root")
        self._columns = columns
        self._rows = rows
        self._items: dict[int, Node] = {}

    @property
    def size(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def item(self, number: int) -> Node:
        """Return the node of a row, counted from 0; always the same one."""
        if self._children is not None:
            return self._children[number]
        found = self._items.get(number)
        if found is None:
            found = self._items[number] = _Row(self._columns, self._rows[number])
            found.parent = self
        return found

    def _made(self) -> list[Node]:
        return [self.item(number) for number in range(len(self._rows))]

    def rows_by(self, column: str) -> Mapping[object, list[int]]:
        """Return the numbers of the rows by the text of a column."""
        found: defaultdict[object, list[int]] = defaultdict(list)
        for place, name in enumerate(self._columns):
            if name == column != "":
                for number, cells in enumerate(self._rows):
                    found[cells[place]].append(number)
        found.pop(None, None)
        return found


def table(columns: Sequence[str], rows: Sequence[Cells]) -> Node:
    """Return the sealed instance node above a table; rows as long as the columns."""
    top = Node("instance")
    top.append(Table(columns, rows))
    return top.seal()


def table_of(rows: Sequence[Mapping[str, str]]) -> Node:
    """Return the instance node of rows that may have columns of their own."""
    columns = tuple(dict.fromkeys(name for row in rows for name in row))
    return table(columns, [tuple(map(row.get, columns)) for row in rows])
