"""jr:choice-name(): the label of a choice; its second argument is a path in quotes."""

from collections.abc import Callable

from surveytool.formula.functions.signature import Function
from surveytool.formula.parser import read
from surveytool.formula.paths import NodesRun, nodes_only
from surveytool.formula.syntax import Part
from surveytool.formula.tree import Node
from surveytool.formula.values import as_text
from surveytool.formula.world import Scope, Value

Run = Callable[[Scope], Value]
CHOICE_NAME = "jr:choice-name"


def choice_name(compiled: Callable[[Part], Run]) -> Function:
    """Return the function; it needs the compiler for the path in quotes."""

    def make(arguments: tuple[Run, ...]) -> Run:
        value, path = arguments
        known: dict[str, NodesRun] = {}

        def nodes_at(scope: Scope) -> list[Node]:
            given = path(scope)
            if isinstance(given, list):
                return given
            text = as_text(given)
            if text not in known:
                known[text] = nodes_only(compiled(read(text)), CHOICE_NAME)
            return known[text](scope)

        def run(scope: Scope) -> str:
            nodes, chosen = nodes_at(scope), as_text(value(scope))
            if not nodes or not chosen:
                return ""
            return scope.world.choice_label(nodes[0], chosen)

        return run

    return Function(2, 2, make)
