"""Binds: what a form says about one of its answers."""

from dataclasses import dataclass

from surveytool.formula.expression import Expression
from surveytool.formula.tree import Node
from surveytool.questionnaire.rule import rule_of
from surveytool.questionnaire.source import ENTITIES, JR, OWN, attribute, below
from surveytool.questionnaire.texts import Text, message_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Bind:
    """The type and the rules of one path.

    A soft constraint warns; the person may pass it with a reason.
    """

    path: str
    type: str = "string"
    relevant: Expression | None = None
    required: Expression | None = None
    readonly: Expression | None = None
    constraint: Expression | None = None
    calculate: Expression | None = None
    required_message: Text | None = None
    constraint_message: Text | None = None
    preload: str = ""
    preload_of: str = ""
    saveto: str = ""
    is_always_readonly: bool = False
    is_soft: bool = False


def binds_of(model: Node, root: str) -> dict[str, Bind]:
    """Return the binds of a model by absolute path; a later one wins."""
    found: dict[str, Bind] = {}
    for node in below(model, "bind"):
        bind = _bind(node, root)
        if bind.path:
            found[bind.path] = bind
    return found


def resolved(path: str, within: str) -> str:
    """Return a path as an absolute one without blanks; "" stays ""."""
    path = "".join(path.split()).rstrip("/")
    if not path or path.startswith("/"):
        return path
    steps = within.split("/")
    for step in path.split("/"):
        if step == "..":
            del steps[-1:]
        elif step != ".":
            steps.append(step)
    return "/".join(steps)


def _bind(node: Node, root: str) -> Bind:
    path = resolved(attribute(node, "nodeset") or attribute(node, "ref"), f"/{root}")

    def rule(name: str, idle: str, column: str = "") -> Expression | None:
        text = attribute(node, name).strip()
        return None if text in ("", idle) else rule_of(text, path, column or name)

    return Bind(
        path=path,
        type=_type(attribute(node, "type")),
        relevant=rule("relevant", "true()"),
        required=rule("required", "false()"),
        readonly=rule("readonly", "false()"),
        constraint=rule("constraint", "true()"),
        calculate=rule("calculate", "", "calculation"),
        required_message=message_of(attribute(node, "requiredMsg", JR)),
        constraint_message=message_of(attribute(node, "constraintMsg", JR)),
        preload=attribute(node, "preload", JR),
        preload_of=attribute(node, "preloadParams", JR),
        saveto=attribute(node, "saveto", ENTITIES),
        is_always_readonly=attribute(node, "readonly").strip() == "true()",
        is_soft=attribute(node, "check", OWN) == "warning",
    )


TYPES = frozenset(
    {
        "string", "int", "boolean", "decimal", "date", "time", "dateTime", "geopoint",
        "geotrace", "geoshape", "binary", "barcode", "intent",
    }
)  # fmt: skip
_OTHER_NAMES = {"integer": "int", "datetime": "dateTime", "base64Binary": "binary"}


def _type(written: str) -> str:
    local = written.strip().rpartition(":")[2]
    return local if local in TYPES else _OTHER_NAMES.get(local, "string")
