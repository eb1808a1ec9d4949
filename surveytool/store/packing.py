"""Small texts compressed against the words that they have in common.

The words are kept in the file itself, so that it can always be read.
"""

import json
from collections.abc import Mapping
from typing import ClassVar

import zstandard
from sqlite_utils import Database

from surveytool.domain.vocabulary import code_lists, fields

KINDS = ("submission", "step", "measure", "plan", "village", "person", "household")
LEVEL = 3
_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


class Packing:
    """Compresses and reads back bodies and fields of one workspace."""

    KEY: ClassVar[str] = "words"

    def __init__(self, words: bytes) -> None:
        shared = zstandard.ZstdCompressionDict(
            words, dict_type=zstandard.DICT_TYPE_RAWCONTENT
        )
        shared.precompute_compress(level=LEVEL)
        self._in = zstandard.ZstdCompressor(
            level=LEVEL, dict_data=shared, write_dict_id=False
        )
        self._out = zstandard.ZstdDecompressor(dict_data=shared)

    @classmethod
    def of(cls, db: Database) -> "Packing":
        """Return the packing of an open workspace."""
        row = db.execute("select value from secret where key = ?", [cls.KEY]).fetchone()
        return cls(row[0])

    def pack(self, text: bytes) -> bytes:
        """Compress."""
        return self._in.compress(text)

    def unpack(self, packed: bytes) -> bytes:
        """Return what was compressed; raises zstandard.ZstdError where it is not."""
        return self._out.decompress(packed)

    def pack_fields(self, values: Mapping[str, str]) -> bytes:
        """Compress an entity's values, always to the same bytes."""
        return self.pack(_line(values))

    def unpack_fields(self, packed: bytes) -> dict[str, str]:
        """Return an entity's values."""
        values: dict[str, str] = json.loads(self.unpack(packed))
        return values


def first_words() -> bytes:
    """Return what new workspaces compress against: a change with every field."""
    entities = {
        f"{kind}/6f1c0d5e-2b7a-4c3d-9e8f-0a1b2c3d4e5f": {
            name: (words.type == "yes_no" and "yes") or _likely(words.codes)
            for name, words in sorted(fields(kind).items())
        }
        for kind in KINDS
    }
    change = {
        "at": "2026-11-23T09:30:00+08:00",
        "dev": "6f1c0d5e-2b7a-4c3d-9e8f-0a1b2c3d4e5f",
        "root": "household/6f1c0d5e-2b7a-4c3d-9e8f-0a1b2c3d4e5f",
        "seen": [],
        "set": entities,
    }
    return _line(change)


def _likely(codes: str) -> str:
    return " ".join(code_lists()[codes].entries) if codes else ""


def _line(content: object) -> bytes:
    return _ENCODER.encode(content).encode()
