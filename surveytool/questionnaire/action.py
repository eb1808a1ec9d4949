"""Actions: values that a form sets when something happens."""

from dataclasses import dataclass

from surveytool.formula.expression import Expression
from surveytool.formula.tree import Node
from surveytool.questionnaire.rule import rule_of
from surveytool.questionnaire.source import ODK, attribute

FIRST_LOAD = "odk-instance-first-load"
LOAD = "odk-instance-load"
NEW_REPEAT = "odk-new-repeat"
CHANGED = "xforms-value-changed"
EVENTS = (FIRST_LOAD, LOAD, NEW_REPEAT, CHANGED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Set a target when one of the events happens; ``within`` is where it stands."""

    events: frozenset[str]
    target: str
    within: str = ""
    value: Expression | None = None
    text: str = ""
    is_place: bool = False


def actions_of(node: Node, root: str, *, within: str = "") -> tuple[Action, ...]:
    """Return the setvalue and setgeopoint actions directly inside an element."""
    return tuple(
        _action(child, root, within)
        for child in node.children
        if child.local_name == "setvalue"
        or (child.local_name == "setgeopoint" and child.namespace == ODK)
    )


def _action(node: Node, root: str, within: str) -> Action:
    value = attribute(node, "value")
    target = attribute(node, "ref") or attribute(node, "bind")
    target = target.strip().replace(" ", "")
    if target and not target.startswith(("/", ".")):
        target = f"/{root}/{target}"
    events = attribute(node, "event", "http://www.w3.org/2001/xml-events")
    return Action(
        events=frozenset((events or attribute(node, "event")).split()),
        target=target,
        within=within,
        value=rule_of(value, target, "default") if value.strip() else None,
        text=node.string_value,
        is_place=node.local_name == "setgeopoint",
    )
