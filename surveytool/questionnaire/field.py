"""Fields: every path of a form, with its bind and its control."""

from dataclasses import dataclass, replace

from surveytool.formula.tree import Node
from surveytool.questionnaire.bind import Bind
from surveytool.questionnaire.control import Control
from surveytool.questionnaire.values import canonical


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One path without positions; ``repeats`` are the repeats around it, outer first.

    A repeat's own path is among its repeats.
    """

    path: str
    name: str
    kind: str
    bind: Bind
    control: Control | None
    repeats: tuple[str, ...]
    is_leaf: bool
    order: int

    @property
    def parent(self) -> str:
        """The path above."""
        return self.path.rpartition("/")[0]

    @property
    def has_choices(self) -> bool:
        """Whether the answer is one or several of a list."""
        return self.kind in ("select", "select1", "rank")

    def written(self, text: str) -> str:
        """Return a value as the instance holds it, or "" if it does not fit."""
        if self.kind in ("select", "rank"):
            text = " ".join(text.split())
        elif self.kind == "select1":
            text = text.strip()
        return canonical(self.bind.type, text)


def fields_of(
    root: Node, binds: dict[str, Bind], controls: dict[str, Control]
) -> dict[str, Field]:
    """Return the fields of a primary instance in document order, then attributes."""
    found: dict[str, Field] = {}
    stack: list[tuple[Node, str, tuple[str, ...]]] = [(root, "", ())]
    while stack:
        node, above, repeats = stack.pop()
        path = f"{above}/{node.name}"
        control = controls.get(path) if above else None
        if control is not None and control.kind == "repeat":
            repeats = (*repeats, path)
        known = found.get(path)
        if known is None or (known.is_leaf and node.children):
            found[path] = _field(node, path, repeats, binds, control, len(found))
        stack.extend((c, path, repeats) for c in reversed(node.children))
    found |= _attributes(found, binds)
    return found


def _field(
    node: Node,
    path: str,
    repeats: tuple[str, ...],
    binds: dict[str, Bind],
    control: Control | None,
    order: int,
) -> Field:
    bind = binds.get(path) or Bind(path=path)
    if control is not None and control.kind == "upload" and bind.type == "string":
        bind = replace(bind, type="binary")
    return Field(
        path=path,
        name=node.name,
        kind=_kind(node, bind, control),
        bind=bind,
        control=control,
        repeats=repeats,
        is_leaf=not node.children and (control is None or control.kind != "repeat"),
        order=order,
    )


def _kind(node: Node, bind: Bind, control: Control | None) -> str:
    if control is not None and control.kind == "repeat":
        return "repeat"
    if node.children or (control is not None and control.kind == "group"):
        return "group"
    if control is None:
        return "calculate"
    is_said = control.label is not None or control.hint is not None
    if control.kind == "input" and bind.is_always_readonly and is_said:
        return "note"
    return control.kind


def _attributes(fields: dict[str, Field], binds: dict[str, Bind]) -> dict[str, Field]:
    found: dict[str, Field] = {}
    for path, bind in binds.items():
        above, mark, name = path.rpartition("/@")
        if mark and above in fields:
            found[path] = Field(
                path=path,
                name=name,
                kind="attribute",
                bind=bind,
                control=None,
                repeats=fields[above].repeats,
                is_leaf=True,
                order=len(fields) + len(found),
            )
    return found
