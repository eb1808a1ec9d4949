"""Working out what follows from a change, in the order that the form needs."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from heapq import heappop, heappush

from surveytool.domain.problem import Problem
from surveytool.domain.refusal import Refusal
from surveytool.formula.tree import Node
from surveytool.formula.world import Scope, World
from surveytool.questionnaire.changes import Log, is_attached
from surveytool.questionnaire.instance import Instance
from surveytool.questionnaire.order import Cell, Rule
from surveytool.questionnaire.spot import Spot, ref_of, spot

_MOST_ROUNDS = 300
_LOOKING = (
    Rule.RELEVANT
)  # may look at its own answer; a calculation keeps what is typed

Worker = Callable[[Cell, Node], None]


class Recalculation:
    """The queue of rules to work out again, and the working out.

    The three rules that need more than an expression's value are given as workers.
    """

    def __init__(self, instance: Instance, world: World) -> None:
        self.instance = instance
        self.world = world
        self.log = Log()
        self.order = instance.form.order
        self.value_changed: list[Node] = []
        self._queue: list[int] = []
        self._dirty: dict[int, dict[int, Node]] = {}
        self._standing: set[int] = set()
        self.workers: dict[Rule, Worker] = {
            Rule.RELEVANT: self._relevant,
            Rule.CALCULATE: self._calculate,
        }

    # What is to be worked out

    def mark(self, rank: int, node: Node) -> None:
        """Ask for one rule of one node."""
        waiting = self._dirty.get(rank)
        if waiting is None:
            waiting = self._dirty[rank] = {}
            heappush(self._queue, rank)
        waiting[id(node)] = node

    def mark_subtree(self, top: Node) -> None:
        """Ask for every rule of a new part of the instance."""
        for node in self.instance.walk(top):
            place = spot(node)
            self.mark_own(node, place)
            for attribute in place.attributes.values():
                self.mark_own(attribute, spot(attribute))

    def enter(self, top: Node) -> None:
        """Take in a new part of the instance: inherit relevance, ask for its rules."""
        above = top.parent
        if above is not None and above.kind != "document" and not spot(above).relevant:
            self.spread(top)
        self.mark_subtree(top)
        for node in self.instance.walk(top):
            if node.text:
                self.mark_dependents(node, spot(node))

    def forget(self, node: Node) -> None:
        """Tell those who looked at a node that it goes."""
        if node.text:
            self.mark_dependents(node, spot(node))

    def mark_own(self, node: Node, place: Spot) -> None:
        """Ask for a node's own rules, and for the counts of repeats below it."""
        for rank in self.order.by_place.get(place.field.path, ()):
            self.mark(rank, node)

    def mark_shape(self, repeat: str) -> None:
        """Ask for the rules that look at how many instances a repeat has."""
        for rank in self.order.by_shape.get(repeat, ()):
            place = self.order.cells[rank].place
            for node in self.instance.all(place.path):
                self.mark(rank, node)

    def mark_speaking(self) -> None:
        """Ask for the rules that depend on the language."""
        for rank in self.order.speaking:
            for node in self.instance.all(self.order.cells[rank].place.path):
                self.mark(rank, node)

    def mark_dependents(self, node: Node, place: Spot) -> None:
        """Ask for every rule that looks at a node's value."""
        for dependent in self.order.by_value.get(place.field.path, ()):
            goal = self.order.cells[dependent.rank].place
            anchor = self.instance.root
            if not dependent.is_wide:
                anchor = self.instance.anchor(node, goal)
            for one in self.instance.under(anchor, goal.path):
                if one is not node or self.order.cells[dependent.rank].rule is _LOOKING:
                    self.mark(dependent.rank, one)

    # The working out

    def settle(self) -> None:
        """Work out everything that was asked for and all that follows."""
        rounds: Counter[int] = Counter()
        while self._queue:
            rank = heappop(self._queue)
            nodes = self._dirty.pop(rank)
            rounds[rank] += 1
            if rounds[rank] > _MOST_ROUNDS:
                continue
            cell = self.order.cells[rank]
            work = self.workers[cell.rule]
            for node in nodes.values():
                if not self.log.structure or is_attached(node, self.instance.root):
                    work(cell, node)

    @contextmanager
    def standing(self, nodes: Iterable[Node]) -> Iterator[None]:
        """Leave these nodes as they are while a draft is worked out."""
        self._standing = {id(node) for node in nodes}
        yield
        self._standing = set()

    def attempt(self, node: Node, ask: Callable[[Scope], str]) -> str | None:
        """Return what an expression gives, or None and a fault if it cannot."""
        try:
            return ask(Scope(node, self.world))
        except Refusal as refusal:
            where = ref_of(node)
            fault = {"refusal": refusal.say("zh"), "reason": str(refusal)}
            self.log.faults.append(
                Problem("questionnaire.cannot_work_out", where, fault)
            )
            return None

    def _relevant(self, cell: Cell, node: Node) -> None:
        place = spot(node)
        if cell.looks_inside:
            self._reveal(node)
        answer = self.attempt(
            node, lambda scope: "1" if cell.expression.as_boolean(scope) else ""
        )
        if cell.looks_inside:
            self._conceal(node)
        own = answer == "1"
        if own != place.own:
            place.own = own
            self.spread(node)

    def _reveal(self, top: Node) -> None:
        """Let a relevance see the kept answers below, lest it hide its own reason."""
        for node in self.instance.walk(top):
            node.text = spot(node).kept

    def _conceal(self, top: Node) -> None:
        for node in self.instance.walk(top):
            if not spot(node).relevant:
                node.text = ""

    def spread(self, top: Node) -> None:
        """Carry relevance down from a node whose own or parent's has changed."""
        stack = [top]
        while stack:
            node = stack.pop()
            place = spot(node)
            above = node.parent
            relevant = place.own and (
                above is None or above.kind == "document" or spot(above).relevant
            )
            if relevant == place.relevant:
                continue
            self.log.note(node)
            place.relevant = relevant
            if place.field.is_leaf:
                self._show(node, place)
                if relevant:
                    self.mark_own(node, place)
            stack.extend(place.attributes.values())
            stack.extend(node.children)

    def _calculate(self, cell: Cell, node: Node) -> None:
        place = spot(node)
        if not place.relevant or id(node) in self._standing:
            return
        text = self.attempt(node, cell.expression.as_text)
        if text is not None:
            self.put(node, place.field.written(text))

    def put(self, node: Node, value: str) -> None:
        """Set a node's value; what depends on it is asked for."""
        place = spot(node)
        if value != place.kept:
            place.kept, place.reason = value, ""
            self._show(node, place)

    def _show(self, node: Node, place: Spot) -> None:
        """Let expressions see the kept value if it is relevant, else nothing."""
        text = place.kept if place.relevant else ""
        if text == node.text:
            return
        self.log.note(node)
        node.text = text
        if node.kind == "attribute" and node.parent is not None:
            node.parent.attributes[node.name] = text
        if place.field.path in self.instance.form.changed_actions:
            self.value_changed.append(node)
        self.mark_dependents(node, place)
