"""What an expression looks at: paths without positions, for ordering."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from surveytool.domain.refusal import Refusal
from surveytool.formula.parser import read
from surveytool.formula.syntax import (
    DEEP,
    Call,
    Chain,
    Filtered,
    Literal,
    NameTest,
    Negation,
    Part,
    Path,
    Step,
)

# Functions that ask whether or where nodes are, and pass by what is written there.
_PLACING = frozenset(
    {
        "boolean", "count", "current", "if", "indexed-repeat", "instance", "last",
        "local-name", "name", "namespace-uri", "not", "once", "position", "randomize",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reference:
    """A node an expression looks at: its path without positions.

    ``instance`` is empty for the form's own data, else the secondary instance's
    id; the path then begins below the instance node ("/root/item/name"). A path
    may hold ``*`` for any name, and ``//`` for any depth.
    """

    path: str
    instance: str = ""

    def below(self, name: str) -> "Reference":
        """Return the reference of a child."""
        return Reference(f"{self.path.rstrip('/')}/{name}", self.instance)

    def above(self) -> "Reference":
        """Return the reference of the parent; a place of any depth stays."""
        if self.path.endswith("//*"):
            return self
        return Reference(self.path.rpartition("/")[0], self.instance)


@dataclass(slots=True)
class _Found:
    """The references found so far, each once, in the order met."""

    current: Reference
    seen: dict[Reference, None] = field(default_factory=dict)
    read: dict[Reference, None] = field(default_factory=dict)

    def add(self, places: list[Reference]) -> None:
        """Note places that are looked at, be it only whether they are there."""
        self.seen.update(dict.fromkeys(place for place in places if place.path))

    def add_text(self, places: list[Reference]) -> None:
        """Note places whose text is read: that of a group is all below it."""
        self.add(places)
        self.read.update(dict.fromkeys(place for place in places if place.path))


References = tuple[Reference, ...]


def references(part: Part, context: str) -> References:
    """Return what a part looks at when it stands at the context path."""
    return looks_at(part, context)[0]


def looks_at(part: Part, context: str) -> tuple[References, References]:
    """Return what a part looks at, and those of them whose text it reads."""
    here = Reference(context)
    found = _Found(here)
    found.add_text(_look(part, here, found))
    return tuple(found.seen), tuple(found.read)


def _look(part: Part, here: Reference, found: _Found) -> list[Reference]:
    """Note what a part looks at; return the nodes that it is, if it is nodes."""
    match part:
        case Path(start, steps):
            return _walk(_starts(start, here, found), steps, found)
        case Filtered(base, predicates):
            places = _look(base, here, found)
            _look_inside(predicates, places, found)
            return places
        case Call():
            return _call(part, here, found)
        case Negation(operand):
            found.add_text(_look(operand, here, found))
        case Chain(first, rest):
            operands = [_look(each, here, found) for each in _all(first, rest)]
            places = [place for operand in operands for place in operand]
            if rest[0][0] == "|":
                return places
            found.add_text(places)
    return []


def _all(first: Part, rest: tuple[tuple[str, Part], ...]) -> Iterator[Part]:
    yield first
    for _, operand in rest:
        yield operand


def _starts(start: Part | str, here: Reference, found: _Found) -> list[Reference]:
    if start == "/":
        return [Reference("")]
    return [here] if isinstance(start, str) else _look(start, here, found)


def _look_inside(
    predicates: tuple[Part, ...], places: list[Reference], found: _Found
) -> None:
    for place in places:
        for predicate in predicates:
            found.add(_look(predicate, place, found))


def _walk(
    places: list[Reference], steps: tuple[Step, ...], found: _Found
) -> list[Reference]:
    for step in _joined(steps):
        places = [moved for place in places for moved in _move(place, step)]
        _look_inside(step.predicates, places, found)
    return places


def _joined(steps: tuple[Step, ...]) -> Iterator[Step]:
    """Join ``//`` and the child step after it: together they go to any depth."""
    was_deep = False
    for step in steps:
        if was_deep and step.axis == "child":
            yield Step("descendant", step.test, step.predicates)
        elif was_deep:
            yield from (DEEP, step)
        elif step != DEEP:
            yield step
        was_deep = step == DEEP and not was_deep
    if was_deep:
        yield DEEP


def _move(  # noqa: PLR0911 - one line per axis
    place: Reference, step: Step
) -> list[Reference]:
    """Return where a step leads; what cannot be told is any name or any depth."""
    name = step.test.name if isinstance(step.test, NameTest) else "*"
    is_node = not isinstance(step.test, NameTest)
    match step.axis:
        case "self" | "attribute" | "namespace":
            return [place]
        case "parent":
            return [place.above()]
        case "child":
            is_text = is_node and step.test.kind != "node"  # type: ignore[union-attr]
            return [place] if is_text else [place.below(name)]
        case "following-sibling" | "preceding-sibling":
            return [place.above().below(name)]
        case "descendant" | "descendant-or-self":
            deeper = Reference(f"{place.path}//{name}", place.instance)
            return [place, deeper] if step.axis.endswith("self") else [deeper]
        case "ancestor" | "ancestor-or-self":
            return _ancestors(place, name, own=step.axis.endswith("self"))
        case _:
            return [Reference(f"//{name}", place.instance)]


def _ancestors(place: Reference, name: str, *, own: bool) -> list[Reference]:
    line = [place] if own else []
    while place.path:
        place = place.above()
        line.append(place)
        if place.path.endswith("//*"):
            break
    return [each for each in line if name in ("*", each.path.rpartition("/")[2])]


def _call(call: Call, here: Reference, found: _Found) -> list[Reference]:
    """Note what a function looks at; return its nodes where it returns nodes."""
    places = [_look(each, here, found) for each in call.arguments]
    match call.name, call.arguments:
        case "current", ():
            return [found.current]
        case "instance", (Literal(name),):
            return [Reference("", name)]
        case "randomize", (_, *_):
            found.add([place for each in places[1:] for place in each])
            return places[0]
        case "jr:choice-name", (_, Literal(path)):
            places.append(_quoted(path, here, found))
        case "pulldata", (Literal(name), Literal(column), Literal(key), _):
            rows = Reference("/root/item", name)
            places.append([rows.below(column), rows.below(key)])
        case (("string" | "number" | "string-length" | "normalize-space"), ()):
            places.append([here])
    note = found.add if call.name in _PLACING else found.add_text
    note([place for each in places for place in each])
    if call.name in ("indexed-repeat", "if"):
        return [place for each in places for place in each]
    return []


def _quoted(path: str, here: Reference, found: _Found) -> list[Reference]:
    try:
        return _look(read(path), here, found)
    except Refusal:
        return []
