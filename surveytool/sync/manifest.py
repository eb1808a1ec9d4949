"""The first record of a package: who, for whom, from where to where."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from surveytool.domain.change import ChangeId
from surveytool.domain.refusal import Refusal
from surveytool.sync.holdings import NOTHING, Receipt
from surveytool.sync.letter import canonical

FORMAT = 1
WITH_FILES = 2
"""The format of a package that carries attachments, or asks for some."""

MOST_WANTED = 50_000
MOST_ASKED = 5_000
_HASH = 64
_MISSHAPEN = (ValueError, KeyError, TypeError, AttributeError, RecursionError)


class FalseManifestError(Refusal):
    """A manifest that is misshapen."""

    code = "sync.false_manifest"


class Stretch(NamedTuple):
    """A part of the sender's feed of a village: after known, up to top."""

    known: Receipt
    top: Receipt

    @property
    def length(self) -> int:
        """How many changes it has."""
        return self.top.n - self.known.n


class Counts(NamedTuple):
    """How many changes a package carries, and how many it only names."""

    changes: int
    named: int


class Files(NamedTuple):
    """How many attachments a package carries, and their bytes."""

    carried: int
    bytes: int


NONE = Counts(0, 0)
NO_FILES = Files(0, 0)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a package says of itself; made is the sender's clock, for people."""

    made: str
    sender: str
    receiver: str
    county: str
    program: str
    villages: Mapping[str, Stretch] = field(default_factory=dict)
    have: Mapping[str, Receipt] = field(default_factory=dict)
    want: tuple[ChangeId, ...] = ()
    counts: Counts = NONE
    files: Files = NO_FILES
    ask: tuple[str, ...] = ()

    @property
    def format(self) -> int:
        """The oldest format that can say all this: old programs read on."""
        return WITH_FILES if self.files != NO_FILES or self.ask else FORMAT

    def to_bytes(self) -> bytes:
        """Return canonical JSON."""
        extra = {"files": self.files._asdict(), "ask": list(self.ask)}
        return canonical(
            (extra if self.format == WITH_FILES else {})
            | {
                "format": self.format,
                "made": self.made,
                "from": self.sender,
                "to": self.receiver,
                "county": self.county,
                "program": self.program,
                "villages": {
                    name: [*stretch.known, *stretch.top]
                    for name, stretch in self.villages.items()
                },
                "have": {name: [*receipt] for name, receipt in self.have.items()},
                "want": list(self.want),
                "counts": self.counts._asdict(),
            }
        )

    @classmethod
    def from_bytes(cls, data: bytes) -> "Manifest":
        """Read canonical JSON; raises FalseManifestError."""
        try:
            manifest = _read(json.loads(data))
            canonical_bytes = manifest.to_bytes()
        except _MISSHAPEN as error:
            raise FalseManifestError from error
        if canonical_bytes != data:
            raise FalseManifestError
        return manifest


def _read(content: Mapping[str, Any]) -> Manifest:
    return Manifest(
        made=_text(content["made"]),
        sender=_text(content["from"]),
        receiver=_text(content["to"]),
        county=_text(content["county"]),
        program=_text(content["program"]),
        villages={name: _stretch(one) for name, one in content["villages"].items()},
        have={name: _receipt(*one) for name, one in content["have"].items()},
        want=tuple(ChangeId(_hash(one)) for one in _short(content["want"])),
        counts=Counts(**{name: _count(n) for name, n in content["counts"].items()}),
        files=Files(**{name: _count(n) for name, n in content["files"].items()})
        if "files" in content
        else NO_FILES,
        ask=tuple(_text(one) for one in _few(content.get("ask", []))),
    )


def _stretch(content: list[Any]) -> Stretch:
    known, known_digest, top, top_digest = content
    stretch = Stretch(_receipt(known, known_digest), _receipt(top, top_digest))
    if stretch.length < 0:
        raise ValueError(stretch)
    return stretch


def _receipt(n: object, digest: object) -> Receipt:
    if n == 0 and digest == "":
        return NOTHING
    if n == 0:
        raise ValueError(digest)
    return Receipt(_count(n), _hash(digest))


def _count(value: object) -> int:
    if type(value) is not int or not 0 <= value < 2**48:
        raise ValueError(value)
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _hash(value: object) -> str:
    text = _text(value)
    if len(text) != _HASH or set(text) - set("0123456789abcdef"):
        raise ValueError(value)
    return text


def _few(names: list[Any]) -> list[Any]:
    if len(names) > MOST_ASKED:
        raise ValueError(len(names))
    return names


def _short(ids: list[Any]) -> list[Any]:
    if len(ids) > MOST_WANTED:
        raise ValueError(len(ids))
    return ids
