"""Whether an answer is required, may be changed, and breaks a rule."""

from surveytool.domain.refusal import Refusal
from surveytool.formula.expression import Expression
from surveytool.formula.tree import Node
from surveytool.formula.world import Scope, World
from surveytool.questionnaire.spot import spot
from surveytool.questionnaire.texts import Text
from surveytool.questionnaire.view import Violation


class Checks:
    """Asks the binds of an instance's nodes."""

    def __init__(self, world: World) -> None:
        self._world = world

    def is_required(self, node: Node) -> bool:
        """Whether the node's bind asks for an answer now."""
        return self._holds(spot(node).field.bind.required, node, otherwise=False)

    def is_readonly(self, node: Node) -> bool:
        """Whether the node, or a group around it, may not be changed now."""
        at: Node | None = node
        while at is not None and at.kind != "document":
            if self._holds(spot(at).field.bind.readonly, at, otherwise=False):
                return True
            at = at.parent
        return False

    def is_shown(self, node: Node) -> bool:
        """Whether the node's own relevance holds."""
        return self._holds(spot(node).field.bind.relevant, node, otherwise=True)

    def violation(self, node: Node) -> Violation | None:
        """Return the rule that the node's value breaks now, if it is relevant."""
        place = spot(node)
        if not place.relevant or not place.field.is_leaf:
            return None
        if node.text == "":
            return "required" if self.is_required(node) else None
        if self._holds(place.field.bind.constraint, node, otherwise=True):
            return None
        return "constraint"

    def message(self, node: Node, violation: Violation | None) -> Text | None:
        """Return the form's own words for a violation."""
        bind = spot(node).field.bind
        if violation == "required":
            return bind.required_message
        return bind.constraint_message if violation == "constraint" else None

    def _holds(self, rule: Expression | None, node: Node, *, otherwise: bool) -> bool:
        if rule is None:
            return otherwise
        try:
            return rule.as_boolean(Scope(node, self._world))
        except Refusal:
            return otherwise
