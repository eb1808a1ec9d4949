"""One save by one operator on one household, and its identity."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NewType

import orjson

from surveytool.domain.canonical import canonical
from surveytool.domain.entity import Ref

ChangeId = NewType("ChangeId", str)

FORMAT = 1

Values = Mapping[str, str | None]

_TEXT_OR_NONE = {str, type(None)}


@dataclass(frozen=True, slots=True)
class Change:
    """Fields set on one or more entities of one root, and what its author saw.

    ``seen`` names, for every field set, the heads its author was looking at.
    ``was`` holds the values they replaced, for people who read the history.
    ``at`` is an ISO time for people; order never comes from it.
    """

    root: Ref
    who: str
    dev: str
    at: str
    set: Mapping[Ref, Values]
    seen: frozenset[ChangeId] = frozenset()
    was: Mapping[Ref, Values] = field(default_factory=dict)
    why: str = ""
    form: str = ""
    _body: bytes = field(default=b"", init=False, repr=False, compare=False)

    def body(self) -> bytes:
        """Return the canonical bytes: sorted keys, no blanks, UTF-8."""
        return self._body or self._write()

    def _write(self) -> bytes:
        content = {
            "v": FORMAT,
            "root": str(self.root),
            "who": self.who,
            "dev": self.dev,
            "at": self.at,
            "set": _plain(self.set),
            "seen": sorted(self.seen),
            "was": _plain(self.was),
            "why": self.why,
            "form": self.form,
        }
        kept = {key: value for key, value in content.items() if value not in ("", {})}
        return canonical(kept)

    @property
    def id(self) -> ChangeId:
        """The SHA-256 of the canonical bytes, in hex."""
        return change_id(self.body())

    @classmethod
    def read(cls, body: bytes) -> "Change":
        """Read canonical bytes back; raises ValueError where they are not."""
        content = orjson.loads(body)
        if not isinstance(content, dict) or content.get("v") != FORMAT:
            msg = "not a change of a known format"
            raise ValueError(msg)
        try:
            change = cls._of(content)
            is_canonical = change._write() == body  # noqa: SLF001 - one's own
        except (KeyError, TypeError, AttributeError) as error:
            msg = f"a change lacks or misshapes {error}"
            raise ValueError(msg) from error
        if not is_canonical:
            msg = "a change is not in its canonical form"
            raise ValueError(msg)
        # Proven bytes are kept: writing them anew was a third of taking in.
        object.__setattr__(change, "_body", body)
        return change

    @classmethod
    def recall(cls, body: bytes) -> "Change":
        """Read bytes that were proven canonical before, in a third less time."""
        change = cls._of(orjson.loads(body))
        object.__setattr__(change, "_body", body)
        return change

    @classmethod
    def _of(cls, content: Mapping[str, Any]) -> "Change":
        return cls(
            root=Ref.parse(content["root"]),
            who=content.get("who", ""),
            dev=content.get("dev", ""),
            at=content.get("at", ""),
            set=_entities(content.get("set", {})),
            seen=frozenset(content["seen"]),
            was=_entities(content.get("was", {})),
            why=content.get("why", ""),
            form=content.get("form", ""),
        )


def change_id(body: bytes) -> ChangeId:
    """Return the identity of a change from its canonical bytes."""
    return ChangeId(hashlib.sha256(body).hexdigest())


def digest(ids: Iterable[ChangeId], start: str = "") -> str:
    """Return the running digest of a feed: each step hashes the one before."""
    running = start
    for one in ids:
        running = hashlib.sha256(f"{running}{one}".encode()).hexdigest()
    return running


def _plain(entities: Mapping[Ref, Values]) -> dict[str, dict[str, str | None]]:
    return {f"{ref.kind}/{ref.id}": dict(values) for ref, values in entities.items()}


def _entities(content: Mapping[str, Values]) -> dict[Ref, Values]:
    entities = {Ref.parse(ref): values for ref, values in content.items()}
    for values in entities.values():
        if not set(map(type, values.values())) <= _TEXT_OR_NONE:
            msg = "values that are not text"
            raise TypeError(msg)
    return entities
