"""Small texts compressed against the words that they have in common.

The words are kept in the file itself, so that it can always be read.
"""

import json
from collections.abc import Mapping
from typing import ClassVar

import zstandard
from sqlite_utils import Database

from surveytool.domain.resources import RESOURCES

WORDS = RESOURCES / "journal" / "words.zdict"
LEVEL = 1  # 3 makes it 2 % smaller in half as much time again
_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


class Packing:
    """Compresses and reads back bodies and fields of one workspace."""

    KEY: ClassVar[str] = "words"

    def __init__(self, words: bytes) -> None:
        # Trained words say so themselves; the oldest files have plain ones.
        shared = zstandard.ZstdCompressionDict(words)
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
    """Return what new workspaces compress against, trained on the demo county.

    benchmarks/train_words.py made it: changes become 40 % smaller than against
    a change with every field, in half the time.
    """
    return WORDS.read_bytes()


def _line(content: object) -> bytes:
    return _ENCODER.encode(content).encode()
