"""How far each section is."""

from collections.abc import Sequence

from surveytool.domain.problem import Problem, Severity
from surveytool.ui.survey.contents import Section


def states_of(
    problems: Sequence[Problem], sections: Sequence[Section], *, strict: bool
) -> list[str]:
    """Return done, open, soft or wrong for each section; a repeat's page is a list."""
    kinds = [(one.where, _kind(one, strict=strict)) for one in problems]
    return [_state(section, kinds) for section in sections]


def _kind(problem: Problem, *, strict: bool) -> str:
    if problem.severity is Severity.WARNING:
        return "soft"
    is_missing = problem.code == "questionnaire.required"
    return "open" if is_missing and not strict else "wrong"


def _state(section: Section, kinds: Sequence[tuple[str, str]]) -> str:
    here = {kind for ref, kind in kinds if section.holds(ref)}
    for kind in ("wrong", "soft"):
        if kind in here:
            return kind
    if section.is_repeat:
        return "list"
    return "open" if here else "done"
