"""Anything with an id and fields: household, person, plan, measure or step."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

GONE = "_gone"


class Ref(NamedTuple):
    """The kind and the id of an entity, written kind/id."""

    kind: str
    id: str

    @classmethod
    def parse(cls, text: str) -> "Ref":
        """Read kind/id."""
        kind, _, name = text.partition("/")
        # Past the named tuple's own constructor: a county parses millions.
        return tuple.__new__(cls, (kind, name))

    def __str__(self) -> str:
        return f"{self.kind}/{self.id}"


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity as it stands: every value is text, an unset field is absent."""

    ref: Ref
    root: Ref
    fields: Mapping[str, str] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The id without the kind."""
        return self.ref.id

    def get(self, name: str, default: str = "") -> str:
        """Return a field's value, or the default where it is not set."""
        return self.fields.get(name, default)
