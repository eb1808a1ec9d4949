"""What is missing or wrong in an answer, as a problem for a list."""

from collections.abc import Iterator

from surveytool.domain.problem import Problem, Severity
from surveytool.questionnaire.view import NodeView


def problems_of(view: NodeView) -> Iterator[Problem]:
    """Go through what is wrong with one node; a passed soft check is nothing."""
    is_soft = view.is_soft and view.violation == "constraint"
    if view.violation is None or (is_soft and view.reason):
        return
    facts = {"label": view.label.strip() or view.name, "message": view.message}
    code = f"questionnaire.{view.violation}"
    if view.violation == "constraint" and view.message:
        code = "questionnaire.constraint_message"
    severity = Severity.WARNING if is_soft else Severity.ERROR
    yield Problem(code, view.ref, facts, severity)
