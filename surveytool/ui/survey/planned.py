"""Which questions of a section are to be built, in the form's order."""

from collections.abc import Iterator
from dataclasses import dataclass

from surveytool.questionnaire.field import Field
from surveytool.questionnaire.session import Session
from surveytool.ui.survey.contents import Section

UNSEEN = ("calculate", "attribute", "repeat", "")


@dataclass(frozen=True, slots=True)
class Planned:
    """A question to be built, and the group whose card it stands in."""

    ref: str
    card: str


def planned(session: Session, section: Section) -> Iterator[Planned]:
    """Go through a section's questions; the form alone is asked, for it is quick."""
    if section.refs:
        yield from (Planned(ref, "") for ref in section.refs)
        return
    for field in _fields(session, session.node(section.ref).path):
        here = f"{section.ref}/{field.name}"
        if field.kind == "group":
            yield from _below(session, field, here, here)
        else:
            yield Planned(here, "")


def _below(session: Session, group: Field, ref: str, card: str) -> Iterator[Planned]:
    """Go through the questions below a group, those of inner groups too."""
    for field in _fields(session, group.path):
        here = f"{ref}/{field.name}"
        if field.kind == "group":
            yield from _below(session, field, here, card)
        else:
            yield Planned(here, card)


def _fields(session: Session, path: str) -> list[Field]:
    found = session.form.children_of.get(path, ())
    return [one for one in found if one.kind not in UNSEEN]
