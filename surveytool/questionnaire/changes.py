"""What one step did: remembered while it happens, told when it is over."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from surveytool.domain.problem import Problem
from surveytool.formula.tree import Node
from surveytool.questionnaire.spot import ref_of, spot


@dataclass(frozen=True, slots=True)
class Step:
    """What followed from one act: new values, questions shown and hidden.

    ``structure`` says that repeat instances came or went, so references may have
    moved; ``faults`` are expressions that could not be worked out.
    """

    changed: Mapping[str, str | None] = field(default_factory=dict)
    shown: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()
    structure: bool = False
    faults: tuple[Problem, ...] = ()


class Log:
    """The state before a step of every node that the step touches."""

    def __init__(self) -> None:
        self.before: dict[int, tuple[Node, str, bool]] = {}
        self.structure = False
        self.faults: list[Problem] = []

    def note(self, node: Node) -> None:
        """Remember a node as it is now, unless it is remembered already."""
        if id(node) not in self.before:
            self.before[id(node)] = (node, node.text, spot(node).relevant)

    def step(self, root: Node) -> Step:
        """Return what happened since the log was begun."""
        changed: dict[str, str | None] = {}
        shown: set[str] = set()
        hidden: set[str] = set()
        for node, text, was_shown in self.before.values():
            place = spot(node)
            if node.text == text and place.relevant == was_shown:
                continue
            if self.structure and not is_attached(node, root):
                continue
            ref = ref_of(node)
            if node.text != text:
                changed[ref] = node.text or None
            if place.relevant != was_shown:
                (shown if place.relevant else hidden).add(ref)
        return Step(changed, frozenset(shown), frozenset(hidden), self.structure,
                    tuple(self.faults))  # fmt: skip


def is_attached(node: Node, root: Node) -> bool:
    """Whether a node is still part of the instance; who is removed has no parent."""
    return node is root or any(above is root for above in node.ancestors())
