"""The sections of a form: groups, repeats and their instances, loose questions."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from surveytool.questionnaire.field import Field
from surveytool.questionnaire.form import Form
from surveytool.questionnaire.session import NodeView, Session
from surveytool.ui.survey.rich import bare

NAMES = ("full_name", "content", "title", "name")
SILENT = ("calculate", "attribute", "group", "repeat", "")


@dataclass(frozen=True, slots=True)
class Section:
    """One page of the form; a repeat's own page lists its instances.

    ``refs`` are the questions that stand loose, outside every group. ``level`` says
    how deep a page lies within others.
    """

    ref: str
    title: str
    is_repeat: bool = False
    level: int = 0
    refs: tuple[str, ...] = ()

    @property
    def is_inner(self) -> bool:
        """Whether it lies within another."""
        return self.level > 0

    def holds(self, ref: str) -> bool:
        """Tell whether a question belongs here."""
        if self.is_repeat:
            return ref in (self.ref, count_of(self.ref))
        return ref in self.refs if self.refs else ref.startswith(f"{self.ref}/")


def count_of(repeat: str) -> str:
    """Return the reference of the question that counts a repeat's instances."""
    return f"{repeat}_count"


def sections_of(session: Session) -> list[Section]:
    """Return the sections that are relevant now, in the form's order."""
    form = session.form
    return list(_Walk(session).below(f"/{form.root.name}", f"/{form.root.name}", 0))


def leaves(session: Session, ref: str) -> Iterator[NodeView]:
    """Go through all answers below a group or instance."""
    for node in session.children(ref):
        if node.kind in ("group", "instance"):
            yield from leaves(session, node.ref)
        elif node.kind != "repeat":
            yield node


def asks(form: Form, path: str) -> bool:
    """Tell whether a path, or one below it outside inner repeats, asks anything."""
    return any(
        asks(form, one.path) if one.kind == "group" else one.kind not in SILENT
        for one in form.children_of.get(path, ())
    )


@dataclass(frozen=True, slots=True)
class _Walk:
    session: Session

    def below(self, path: str, ref: str, level: int) -> Iterator[Section]:
        """Go through the sections directly below the root."""
        loose: list[str] = []
        for field in self._fields(path):
            here = f"{ref}/{field.name}"
            if field.kind not in SILENT:
                loose.append(here)
                continue
            found = list(self._section(field, here, level))
            if found:
                yield from self._loose(loose)
                loose = []
                yield from found
        yield from self._loose(loose)

    def _fields(self, path: str) -> Iterable[Field]:
        """Return what stands below a path, but for what counts a repeat."""
        fields = self.session.form.children_of.get(path, ())
        counts = {count_of(one.path) for one in fields if one.kind == "repeat"}
        return [one for one in fields if one.path not in counts]

    def _loose(self, refs: list[str]) -> Iterator[Section]:
        shown = [ref for ref in refs if self.session.node(ref).relevant]
        if shown:
            form = self.session.form
            yield Section(shown[0], form.title or form.id, refs=tuple(refs))

    def _section(self, field: Field, ref: str, level: int) -> Iterator[Section]:
        if field.kind == "repeat":
            yield from self._repeat(field, ref, level)
        elif field.kind == "group":
            node = self.session.node(ref)
            if node.relevant:
                yield from self._group(field, node, level)

    def _group(self, field: Field, node: NodeView, level: int) -> Iterator[Section]:
        asked = asks(self.session.form, field.path)
        if asked:
            title = bare(node.label) or self._first_label(field, node.ref)
            yield Section(node.ref, title, level=level)
        yield from self._repeats(field, node.ref, level + 1 if asked else level)

    def _repeats(self, field: Field, ref: str, level: int) -> Iterator[Section]:
        for one in self.session.form.children_of.get(field.path, ()):
            here = f"{ref}/{one.name}"
            if one.kind == "repeat":
                yield from self._repeat(one, here, level)
            elif one.kind == "group":
                yield from self._repeats(one, here, level)

    def _repeat(self, field: Field, ref: str, level: int) -> Iterator[Section]:
        node = self.session.node(ref)
        if not node.relevant:
            return
        title = bare(node.label) or field.name
        yield Section(ref, f"{title}（{node.count}）", is_repeat=True, level=level)
        names = self._name_paths(field)
        for index in range(1, node.count + 1):
            here = f"{ref}[{index}]"
            said = (self.session.node(f"{here}{one}").value for one in names)
            name = next((one for one in said if one), f"{title} {index}")
            yield Section(here, name, level=level + 1)
            yield from self._repeats(field, here, level + 2)

    def _name_paths(self, repeat: Field) -> list[str]:
        """Return where an instance says what it is called: a member's name."""
        found = [
            one.path.removeprefix(repeat.path)
            for one in self.session.form.fields.values()
            if one.name in NAMES and one.is_leaf and one.repeats == repeat.repeats
        ]
        return sorted(found, key=lambda path: NAMES.index(path.rpartition("/")[2]))

    def _first_label(self, group: Field, ref: str) -> str:
        for one in self.session.form.children_of.get(group.path, ()):
            if one.kind not in ("calculate", "attribute"):
                label = bare(self.session.node(f"{ref}/{one.name}").label)
                if label:
                    return label
        return group.name
