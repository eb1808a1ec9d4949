"""Actions carried out: when a form begins, a repeat grows, an answer changes."""

from collections.abc import Iterable, Sequence

from surveytool.formula.expression import parse
from surveytool.formula.tree import Node
from surveytool.formula.world import Scope
from surveytool.questionnaire.action import NEW_REPEAT, Action
from surveytool.questionnaire.bind import resolved
from surveytool.questionnaire.instance import Instance
from surveytool.questionnaire.recalculation import Recalculation
from surveytool.questionnaire.repeats import Repeats
from surveytool.questionnaire.spot import Spot, spot

_MOST_ROUNDS = 100


class Happenings:
    """Carries out the actions of a form in one instance."""

    def __init__(self, instance: Instance, work: Recalculation, place: str) -> None:
        self._instance = instance
        self._work = work
        self._place = place

    def begin(self, event: str) -> None:
        """Carry out the actions of the form's beginning, wherever their targets are."""
        for action in self._instance.form.actions:
            if event in action.events:
                self._set(action, self._targets(action, self._instance.root))

    def grown(self, fresh: Iterable[Node]) -> None:
        """Carry out the actions for new repeat instances."""
        for node in fresh:
            for inner in [node, *node.descendants()]:
                if spot(inner).field.kind == "repeat":
                    self._grow(inner)

    def _grow(self, node: Node) -> None:
        path = spot(node).field.path
        for action in self._instance.form.actions:
            if NEW_REPEAT in action.events and action.within in ("", path):
                target = self._path(action)
                is_known = target in self._instance.form.fields
                if is_known and target.startswith(f"{path}/"):
                    self._set(action, self._instance.under(node, target))

    def follow(self, repeats: Repeats) -> None:
        """Carry out what new instances and changed answers start, until all is done."""
        for _ in range(_MOST_ROUNDS):
            fresh, changed = repeats.fresh, self._work.value_changed
            if not fresh and not changed:
                return
            repeats.fresh, self._work.value_changed = [], []
            self.grown(fresh)
            for node in changed:
                self._answer_changed(node)
            self._work.settle()

    def _answer_changed(self, node: Node) -> None:
        for action in self._instance.form.changed_actions[spot(node).field.path]:
            self._set(action, self._targets(action, node))

    def _targets(self, action: Action, origin: Node) -> Sequence[Node]:
        path = self._path(action)
        field = self._instance.form.fields.get(path)
        if "[" in path:
            return self._chosen(path, origin)
        if field is None or not field.is_leaf:
            return ()
        return self._instance.under(self._instance.anchor(origin, field), path)

    def _chosen(self, path: str, origin: Node) -> Sequence[Node]:
        """Return the targets of a path with predicates."""
        found = parse(path).evaluate(Scope(origin, self._work.world))
        nodes = found if isinstance(found, list) else []
        return [
            n for n in nodes if isinstance(n.payload, Spot) and spot(n).field.is_leaf
        ]

    @staticmethod
    def _path(action: Action) -> str:
        """Return the target as an absolute path."""
        return resolved(action.target, action.within)

    def _set(self, action: Action, targets: Sequence[Node]) -> None:
        for node in targets:
            value: str | None = action.text
            if action.is_place:
                value = self._place
            elif action.value is not None:
                value = self._work.attempt(node, action.value.as_text)
            if value is not None:
                self._work.put(node, spot(node).field.written(value))
