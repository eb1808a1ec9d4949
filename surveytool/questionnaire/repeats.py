"""Repeat instances: adding, removing, and as many as a count says."""

import math
from collections.abc import Sequence
from typing import ClassVar

from surveytool.domain.problem import Problem
from surveytool.domain.refusal import Refusal
from surveytool.domain.uncollected import uncollected
from surveytool.formula.tree import Node
from surveytool.questionnaire.field import Field
from surveytool.questionnaire.instance import Instance
from surveytool.questionnaire.order import Cell
from surveytool.questionnaire.recalculation import Recalculation
from surveytool.questionnaire.spot import ref_of, spot

MOST_INSTANCES = 5_000
MOST_NODES = 200_000


class FixedRepeatError(Refusal):
    """The form itself decides how many instances this repeat has."""

    code: ClassVar[str] = "questionnaire.fixed_repeat"


class NoSuchInstanceError(Refusal):
    """A repeat has no instance at this index."""

    code: ClassVar[str] = "questionnaire.no_such_instance"


class TooManyInstancesError(Refusal):
    """A repeat would get more instances than the limit."""

    code: ClassVar[str] = "questionnaire.too_many_instances"


class Repeats:
    """Adds and removes instances of repeats in one instance."""

    def __init__(self, instance: Instance, work: Recalculation) -> None:
        self._instance = instance
        self._work = work
        self.fresh: list[Node] = []
        self.is_open = False

    def add(self, parent: Node, field: Field, after: int | None = None) -> Node:
        """Put a new instance after one of the old ones (index from zero) or last.

        Raises NoSuchInstanceError, TooManyInstancesError.
        """
        fellows = parent.named(field.name)
        if after is not None and not -1 <= after < len(fellows):
            raise NoSuchInstanceError(where=field.path, index=after)
        self._check_room(field, len(fellows) + 1)
        before = list(fellows if after is None else fellows[: after + 1])
        node = self._enter(parent, field, self._index(parent, field, before))
        self._shape_changed(field)
        return node

    def remove(self, parent: Node, field: Field, index: int) -> None:
        """Take one instance away (index from zero); raises NoSuchInstanceError."""
        fellows = parent.named(field.name)
        if not 0 <= index < len(fellows):
            raise NoSuchInstanceError(where=field.path, index=index)
        self._leave(parent, fellows[index])
        self._shape_changed(field)

    def resize(self, parent: Node, field: Field, count: int) -> None:
        """Add or remove instances at the end until there are as many as wanted.

        Raises TooManyInstancesError, before anything is changed.
        """
        fellows = list(parent.named(field.name))
        if len(fellows) == count:
            return
        self._check_room(field, count)
        for gone in fellows[count:]:
            self._leave(parent, gone)
        at = self._index(parent, field, fellows[:count])
        with uncollected():
            for more in range(count - len(fellows)):
                self._enter(parent, field, at + more)
        self._shape_changed(field)

    def _check_room(self, field: Field, count: int) -> None:
        is_crowded = self._instance.size > MOST_NODES
        if count > MOST_INSTANCES or (is_crowded and count > 1):
            raise TooManyInstancesError(where=field.path, limit=MOST_INSTANCES)

    def count(self, cell: Cell, parent: Node) -> None:
        """Work out a repeat's count and follow it: the worker of the COUNT rule.

        Once the form is open, a count that was emptied takes nobody's answers away.
        """
        field = cell.field
        fellows = parent.named(field.name)
        place = fellows[0] if fellows else self._instance.ghost(parent, field.path)
        text = self._work.attempt(
            place, lambda scope: _whole(cell.expression.as_number(scope))
        )
        if text is None or (text == "" and self.is_open):
            return
        try:
            self.resize(parent, field, int(text or 0))
        except TooManyInstancesError as refusal:
            facts = refusal.facts
            problem = Problem(refusal.code, ref_of(place), facts)
            self._work.log.faults.append(problem)

    def _enter(self, parent: Node, field: Field, index: int) -> Node:
        node = self._instance.grow(
            self._instance.form.templates[field.path], field.path
        )
        parent.insert(index, node)
        self._work.log.structure = True
        self._work.enter(node)
        self.fresh.append(node)
        return node

    def _leave(self, parent: Node, node: Node) -> None:
        self._work.log.structure = True
        for one in self._instance.walk(node):
            self._work.forget(one)
            self._instance.size -= 1
        parent.remove(node)

    def _shape_changed(self, field: Field) -> None:
        for repeat in self._instance.form.repeats_below[field.path]:
            self._work.mark_shape(repeat)

    def _index(self, parent: Node, field: Field, before: list[Node]) -> int:
        """Return where among all children the new instance belongs."""
        children = parent.children
        if before:
            return _place_of(before[-1], children) + 1
        for index, child in enumerate(children):
            if spot(child).field.order >= field.order:
                return index
        return len(children)


def _place_of(node: Node, children: Sequence[Node]) -> int:
    return next(i for i, child in enumerate(children) if child is node)


def _whole(number: float) -> str:
    return "" if math.isnan(number) else str(max(0, int(min(number, 1e9))))
