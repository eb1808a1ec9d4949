"""What an expression looks at, as paths of the form's own fields."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from surveytool.formula.expression import Expression, Reference
from surveytool.questionnaire.field import Field

_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")
_CLIMB = re.compile(r"(?:(?:\.\.|parent::\*|parent::node\(\))\s*/?\s*)+")
_ABSOLUTE = re.compile(r"(?<![\w.)\]*])(?:/[\w.:-]+)+")
_WANDERING = re.compile(r"ancestor|preceding|following|//|\bid\s*\(")
_ACROSS = re.compile(r"\[|indexed-repeat|preceding|following")
_POSITIONAL = re.compile(r"position\s*\(|preceding|following|\[|indexed-repeat|index\(")
_SAYING = re.compile(r"jr:choice-name|jr:itext")
_CHOICE_NAME = "jr:choice-name"
_ANYWHERE = 1_000


@dataclass(frozen=True, slots=True)
class Looking:
    """The paths an expression reads, and how far it may reach for them.

    ``climb`` is the most steps up that it goes; ``absolute`` are the paths it names
    from the root. Together they tell whether it stays in its repeat instance.
    ``said`` are paths that it may see through texts of the form, or inside a group
    whose text it reads; ``speaks`` says that it changes with the language.
    """

    paths: frozenset[str]
    said: frozenset[str]
    absolute: frozenset[str]
    climb: int
    is_positional: bool
    is_across: bool
    speaks: bool

    def stays(self, place: Field, other: Field) -> bool:
        """Whether it reads the other field in its own repeat instance only."""
        common = _common(place.repeats, other.repeats)
        if not common:
            return True
        if any(
            other.path == p or other.path.startswith(f"{p}/") for p in self.absolute
        ):
            return False
        return self.climb <= place.path.count("/") - common.count("/")


def _common(one: tuple[str, ...], two: tuple[str, ...]) -> str:
    shared = ""
    for a, b in zip(one, two, strict=False):
        if a != b:
            break
        shared = a
    return shared


class Looker:
    """Works out what expressions look at, over one set of fields.

    ``outputs`` are the expressions inside the form's texts: what says a text looks
    at them too.
    """

    def __init__(
        self, fields: Mapping[str, Field], outputs: Iterable[Expression] = ()
    ) -> None:
        self._fields = fields
        self._outputs = tuple(outputs)
        self._wild: dict[str, frozenset[str]] = {}

    def look(self, expression: Expression, place: str) -> Looking:
        """Return what an expression looks at when it stands at a path."""
        text = _QUOTED.sub("''", expression.text)
        references, read = expression.looks_at(place)
        paths = self._paths(references)
        said = set(self._inside_groups(read))
        if _SAYING.search(text):
            said |= {
                path
                for one in self._outputs
                for path in self._paths(one.references(place))
            }
        climbs = [m[0].count("..") + m[0].count("::") for m in _CLIMB.finditer(text)]
        return Looking(
            paths=paths,
            said=frozenset(said) - paths,
            absolute=frozenset(m[0] for m in _ABSOLUTE.finditer(text)),
            climb=_ANYWHERE if _WANDERING.search(text) else max(climbs, default=0),
            is_positional=_POSITIONAL.search(text) is not None,
            is_across=_ACROSS.search(text) is not None,
            speaks=_CHOICE_NAME in text,
        )

    def _inside_groups(self, read: Iterable[Reference]) -> Iterator[str]:
        """Go through the questions in the groups whose text is read."""
        for reference in read:
            group = self._fields.get(reference.path)
            if group is not None and not (reference.instance or group.is_leaf):
                below = f"{group.path}/"
                yield from (
                    path
                    for path, one in self._fields.items()
                    if one.is_leaf and path.startswith(below)
                )

    def _paths(self, references: Iterable[Reference]) -> frozenset[str]:
        return frozenset(
            path
            for reference in references
            if not reference.instance
            for path in self._expand(reference.path)
        )

    def _expand(self, path: str) -> frozenset[str]:
        if path in self._fields:
            return frozenset((path,))
        if path not in self._wild:
            self._wild[path] = frozenset(self._matching(path))
        return self._wild[path]

    def _matching(self, path: str) -> Iterator[str]:
        above = path.rpartition("/@")[0]
        if above in self._fields:
            yield above
        elif "*" in path or "//" in path:
            written = re.escape(path).replace(r"\*", "[^/]+").replace("//", "/(?:.*/)?")
            shape = re.compile(written + "$")
            yield from (known for known in self._fields if shape.match(known))


def lineage(path: str) -> Iterator[str]:
    """Go through a path and the paths above it, nearest first."""
    while path:
        yield path
        path = path.rpartition("/")[0]
