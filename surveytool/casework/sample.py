"""A random sample that can be checked later: the same seed draws the same."""

import hashlib
from collections.abc import Iterable


def sample(ids: Iterable[str], seed: str, count: int) -> tuple[str, ...]:
    """Draw so many ids: those whose SHA-256 with the seed is least.

    It does not matter in which order the ids come, nor on which computer; whoever
    knows the seed and the list can draw it again.
    """
    drawn = sorted(set(ids), key=lambda one: (_mark(seed, one), one))
    return tuple(drawn[:count])


def _mark(seed: str, one: str) -> str:
    return hashlib.sha256(f"{seed}\n{one}".encode()).hexdigest()
