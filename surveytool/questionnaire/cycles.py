"""Strongly connected components, in an order where what is needed comes first."""

from collections.abc import Iterable, Iterator, Sequence


def components(before: Sequence[Iterable[int]]) -> list[list[int]]:
    """Return the components of a graph given as what each node needs (Tarjan).

    A component comes after everything it needs; its members are in index order.
    """
    return _Tarjan(before).run()


class _Tarjan:
    """The walk of Tarjan's algorithm, without recursion."""

    def __init__(self, before: Sequence[Iterable[int]]) -> None:
        self._before = before
        self._index: dict[int, int] = {}
        self._low: dict[int, int] = {}
        self._stack: list[int] = []
        self._on_stack: set[int] = set()
        self._found: list[list[int]] = []

    def run(self) -> list[list[int]]:
        for start in range(len(self._before)):
            if start not in self._index:
                self._walk(start)
        return self._found

    def _walk(self, start: int) -> None:
        work = [(start, self._enter(start))]
        while work:
            node, rest = work[-1]
            for other in rest:
                if other not in self._index:
                    work.append((other, self._enter(other)))
                    break
                if other in self._on_stack:
                    self._low[node] = min(self._low[node], self._index[other])
            else:
                work.pop()
                self._leave(node)
                if work:
                    above = work[-1][0]
                    self._low[above] = min(self._low[above], self._low[node])

    def _enter(self, node: int) -> Iterator[int]:
        self._index[node] = self._low[node] = len(self._index)
        self._stack.append(node)
        self._on_stack.add(node)
        return iter(sorted(self._before[node]))

    def _leave(self, node: int) -> None:
        if self._low[node] != self._index[node]:
            return
        group = []
        while True:
            member = self._stack.pop()
            self._on_stack.discard(member)
            group.append(member)
            if member == node:
                break
        self._found.append(sorted(group))
