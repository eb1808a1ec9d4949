"""Where a form allows "not known" as an answer, and which problems that settles."""

from collections.abc import Collection, Iterable

from surveytool.domain.problem import Problem
from surveytool.questionnaire.view import NodeView

YES = ("yes", "true", "true()")
ALLOWED = "unknown"
"""The column ``body::st:unknown`` (yes) of a form's survey sheet."""


def may_be_unknown(node: NodeView) -> bool:
    """Tell whether a question may be left open because nobody knows the answer."""
    return any(
        name.rpartition(":")[2] == ALLOWED
        and value.strip() in ("yes", "true", "true()")
        for name, value in node.attributes.items()
    )


def left(problems: Iterable[Problem], unknown: Collection[str]) -> list[Problem]:
    """Return the problems that are not settled by "not known"."""
    return [
        one
        for one in problems
        if not (one.code == "questionnaire.required" and one.where in unknown)
    ]
