"""How far each section is."""

from collections.abc import Sequence

from surveytool.questionnaire.session import Session
from surveytool.ui.survey.contents import Section


def states_of(
    session: Session, sections: Sequence[Section], *, strict: bool
) -> list[str]:
    """Return done, open or wrong for each section; a repeat's page is a list."""
    broken = [
        (node.ref, node.violation == "constraint" or strict)
        for node in session.nodes()
        if node.violation and node.relevant
    ]
    return [_state(section, broken) for section in sections]


def _state(section: Section, broken: Sequence[tuple[str, bool]]) -> str:
    here = [is_wrong for ref, is_wrong in broken if section.holds(ref)]
    if any(here):
        return "wrong"
    if section.is_repeat:
        return "list"
    return "open" if here else "done"
