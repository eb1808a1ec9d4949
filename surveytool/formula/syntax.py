"""The parts an expression is made of, as read; frozen and comparable."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal as OneOf

KindName = OneOf["node", "text", "comment", "processing-instruction"]
AxisName = OneOf[
    "ancestor",
    "ancestor-or-self",
    "attribute",
    "child",
    "descendant",
    "descendant-or-self",
    "following",
    "following-sibling",
    "namespace",
    "parent",
    "preceding",
    "preceding-sibling",
    "self",
]
AXES: tuple[str, ...] = AxisName.__args__  # type: ignore[attr-defined]
KINDS: tuple[str, ...] = KindName.__args__  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written."""

    value: float


@dataclass(frozen=True, slots=True)
class Literal:
    """A text in quotes."""

    text: str


@dataclass(frozen=True, slots=True)
class Chain:
    """Operands joined by operators of one precedence, applied from the left."""

    first: "Part"
    rest: tuple[tuple[str, "Part"], ...]


@dataclass(frozen=True, slots=True)
class Negation:
    """A minus sign before an operand."""

    operand: "Part"


@dataclass(frozen=True, slots=True)
class Call:
    """A function with its arguments."""

    name: str
    arguments: tuple["Part", ...]


@dataclass(frozen=True, slots=True)
class NameTest:
    """Which names a step takes: "age", "orx:meta", "*" or "orx:*"."""

    name: str


@dataclass(frozen=True, slots=True)
class KindTest:
    """Which kinds of node a step takes; an instruction may be named."""

    kind: KindName
    target: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path: an axis, a test and predicates."""

    axis: AxisName
    test: NameTest | KindTest
    predicates: tuple["Part", ...] = ()


@dataclass(frozen=True, slots=True)
class Filtered:
    """A value in brackets or from a function, narrowed by predicates."""

    base: "Part"
    predicates: tuple["Part", ...]


@dataclass(frozen=True, slots=True)
class Path:
    """Steps from the root ("/"), from the context ("") or from a value."""

    start: "Part | OneOf['/', '']"
    steps: tuple[Step, ...]


Part = Number | Literal | Chain | Negation | Call | Filtered | Path
ANY = KindTest("node")
HERE = Step("self", ANY)
UP = Step("parent", ANY)
DEEP = Step("descendant-or-self", ANY)


def inside(part: Part) -> Iterator[Part]:
    """Yield the parts directly inside a part."""
    match part:
        case Chain(first, rest):
            yield first
            for _, operand in rest:
                yield operand
        case Negation(operand):
            yield operand
        case Call(_, arguments):
            yield from arguments
        case Filtered(base, predicates):
            yield base
            yield from predicates
        case Path(start, steps):
            if not isinstance(start, str):
                yield start
            for step in steps:
                yield from step.predicates


def calls(part: Part) -> Iterator[Call]:
    """Yield every function call in a part, however deep."""
    stack = [part]
    while stack:
        each = stack.pop()
        if isinstance(each, Call):
            yield each
        stack.extend(inside(each))
