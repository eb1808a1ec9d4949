"""What an expression may ask of its surroundings."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from random import Random

from surveytool.formula.tree import Node

Value = str | float | bool | list[Node]


def _local_now() -> datetime:
    return datetime.now().astimezone()


def _no_instance(_name: str) -> Node | None:
    return None


def _value_as_label(_node: Node, value: str) -> str:
    return value


def _id_as_text(name: str) -> str:
    return name


@dataclass(slots=True, kw_only=True)
class World:
    """The surroundings: the primary instance, the clock, chance, other instances.

    ``root`` is the document node whose child is the form's ``data`` element (see
    ``tree.document``). ``instance`` returns the ``<instance>`` node by id, whose
    child is ``root``; seal it when it never changes. ``now`` carries its zone.
    ``binds_repeats``: an absolute path inside a repeat means the same instance.
    ``namespaces`` are those of the prefixes in expressions; the prefix "" makes
    names without prefix strict (else they are compared as written).
    """

    root: Node
    now: Callable[[], datetime] = _local_now
    random: Random = field(default_factory=Random)
    instance: Callable[[str], Node | None] = _no_instance
    choice_label: Callable[[Node, str], str] = _value_as_label
    itext: Callable[[str], str] = _id_as_text
    properties: Mapping[str, str] = field(default_factory=dict)
    namespaces: Mapping[str, str] = field(default_factory=dict)
    version: str = ""
    binds_repeats: bool = True
    zone: tzinfo = field(init=False)
    effort: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        """Take the zone from the clock."""
        self.zone = self.now().tzinfo or UTC


class Scope:
    """Where an expression stands: its node, and its place among its fellows."""

    __slots__ = ("current", "node", "position", "size", "world")

    def __init__(
        self,
        node: Node,
        world: World,
        position: int = 1,
        size: int = 1,
        *,
        current: Node | None = None,
    ) -> None:
        self.node = node
        self.world = world
        self.position = position
        self.size = size
        self.current = node if current is None else current
