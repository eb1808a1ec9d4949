"""The sections of a form: its top groups, and each instance of its repeats."""

from collections.abc import Iterator
from dataclasses import dataclass

from surveytool.questionnaire.session import NodeView, Session
from surveytool.ui.survey.rich import bare

NAMES = ("full_name", "content", "title")


@dataclass(frozen=True, slots=True)
class Section:
    """One page of the form; a repeat's own page lists its instances."""

    ref: str
    title: str
    is_repeat: bool = False
    is_inner: bool = False

    def holds(self, ref: str) -> bool:
        """Tell whether a question belongs here."""
        if self.is_repeat:
            return ref in (self.ref, count_of(self.ref))
        return ref.startswith(f"{self.ref}/")


def count_of(repeat: str) -> str:
    """Return the reference of the question that counts a repeat's instances."""
    return f"{repeat}_count"


def sections_of(session: Session) -> list[Section]:
    """Return the sections that are relevant now, in the form's order."""
    return list(_sections(session))


def _sections(session: Session) -> Iterator[Section]:
    root = session.nodes()[0].ref.rsplit("/", 1)[0]
    for node in session.children(root):
        if not node.relevant or node.name == "meta":
            continue
        if node.kind == "group" and node.has_label:
            yield Section(node.ref, bare(node.label))
        elif node.kind == "repeat":
            yield Section(
                node.ref, f"{bare(node.label)}（{node.count}）", is_repeat=True
            )
            for index, one in enumerate(session.children(node.ref), 1):
                title = name_of(session, one.ref) or f"{bare(node.label)} {index}"
                yield Section(one.ref, title, is_inner=True)


def name_of(session: Session, ref: str) -> str:
    """Return what an instance is called: a member's name, a measure's content."""
    found = {node.name: node.value for node in leaves(session, ref)}
    return next((found[name] for name in NAMES if found.get(name)), "")


def leaves(session: Session, ref: str) -> Iterator[NodeView]:
    """Go through all answers below a group or instance."""
    for node in session.children(ref):
        if node.kind in ("group", "instance"):
            yield from leaves(session, node.ref)
        elif node.kind != "repeat":
            yield node
