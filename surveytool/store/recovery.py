"""The recovery key: a code on paper that opens a workspace, as a last way.

150 random bits and 10 bits of a checksum, in Crockford's base 32: no I, L, O or U.
"""

import hashlib
import secrets

from surveytool.domain.refusal import Refusal

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
MISREAD = str.maketrans("OIL", "011", " -—–_·.\t\n\r\u3000")
RANDOM, CHECK, GROUP = 30, 2, 4


class BadCodeError(Refusal):
    """What was typed cannot be a recovery key: too short, or mistyped."""

    code = "store.bad_recovery_code"


class NoRecoveryError(Refusal):
    """The workspace has no recovery key."""

    code = "store.no_recovery"


def new_code() -> str:
    """Return a new code in groups of four: 8×4 letters and digits."""
    plain = "".join(secrets.choice(LETTERS) for _ in range(RANDOM))
    return grouped(plain + _check(plain))


def read_code(typed: str) -> str:
    """Return a typed code as it was printed; raises BadCodeError.

    Small letters, blanks, hyphens, and O for 0 or I for 1 are forgiven.
    """
    plain = typed.upper().translate(MISREAD)
    right = len(plain) == RANDOM + CHECK and set(plain) <= set(LETTERS)
    if not right or _check(plain[:RANDOM]) != plain[RANDOM:]:
        raise BadCodeError
    return grouped(plain)


def grouped(plain: str) -> str:
    """Return the letters in groups, as they are printed."""
    return "-".join(plain[at : at + GROUP] for at in range(0, len(plain), GROUP))


def _check(plain: str) -> str:
    first = hashlib.sha256(plain.encode()).digest()
    return LETTERS[first[0] % 32] + LETTERS[first[1] % 32]
