"""The sections of a form: its top groups, and each instance of its repeats."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from surveytool.questionnaire.session import NodeView, Session
from surveytool.ui.survey.rich import bare

TOP = 2
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
    nodes = session.nodes()
    return [one for top in nodes if _is_top(top) for one in _sections(top, nodes)]


def leaves(session: Session, ref: str) -> Iterator[NodeView]:
    """Go through all answers below a group or instance."""
    for node in session.children(ref):
        if node.kind in ("group", "instance"):
            yield from leaves(session, node.ref)
        elif node.kind != "repeat":
            yield node


def _is_top(node: NodeView) -> bool:
    return node.ref.count("/") == TOP and node.relevant and node.name != "meta"


def _sections(top: NodeView, nodes: Sequence[NodeView]) -> Iterator[Section]:
    title = bare(top.label)
    if top.kind == "group" and top.has_label:
        yield Section(top.ref, title)
    elif top.kind == "repeat":
        names = _names(f"{top.ref}[", nodes)
        yield Section(top.ref, f"{title}（{top.count}）", is_repeat=True)
        for index in range(1, top.count + 1):
            ref = f"{top.ref}[{index}]"
            name = names.get(ref) or f"{title} {index}"
            yield Section(ref, name, is_inner=True)


def _names(start: str, nodes: Sequence[NodeView]) -> dict[str, str]:
    """Return what instances are called: a member's name, a measure's content."""
    return {
        node.ref[: node.ref.index("]") + 1]: node.value
        for node in nodes
        if node.name in NAMES and node.value and node.ref.startswith(start)
    }
