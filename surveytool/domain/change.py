"""One save by one operator on one household, and its identity."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NewType

from surveytool.domain.entity import Ref

ChangeId = NewType("ChangeId", str)

FORMAT = 1

Values = Mapping[str, str | None]


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

    def body(self) -> bytes:
        """Return the canonical bytes: sorted keys, no blanks, UTF-8."""
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
        text = json.dumps(
            kept, ensure_ascii=False, sort_keys=True, separators=(",", ":")
        )
        return text.encode()

    @property
    def id(self) -> ChangeId:
        """The SHA-256 of the canonical bytes, in hex."""
        return change_id(self.body())

    @classmethod
    def read(cls, body: bytes) -> "Change":
        """Read canonical bytes back; raises ValueError where they are not."""
        content = json.loads(body)
        if not isinstance(content, dict) or content.get("v") != FORMAT:
            msg = "not a change of a known format"
            raise ValueError(msg)
        try:
            change = cls(
                root=Ref.parse(content["root"]),
                who=content.get("who", ""),
                dev=content.get("dev", ""),
                at=content.get("at", ""),
                set=_entities(content.get("set", {})),
                seen=frozenset(map(ChangeId, content["seen"])),
                was=_entities(content.get("was", {})),
                why=content.get("why", ""),
                form=content.get("form", ""),
            )
            canonical = change.body()
        except (KeyError, TypeError, AttributeError) as error:
            msg = f"a change lacks or misshapes {error}"
            raise ValueError(msg) from error
        if canonical != body:
            msg = "a change is not in its canonical form"
            raise ValueError(msg)
        return change


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
    return {str(ref): dict(values) for ref, values in entities.items()}


def _entities(content: Mapping[str, Values]) -> dict[Ref, Values]:
    entities: dict[Ref, Values] = {
        Ref.parse(ref): dict(values) for ref, values in content.items()
    }
    for values in entities.values():
        if not all(
            value is None or isinstance(value, str) for value in values.values()
        ):
            msg = "values that are not text"
            raise TypeError(msg)
    return entities
