"""The bytes of a change as a stranger sends them."""

import re

from surveytool.domain.change import Change, ChangeId, change_id
from surveytool.domain.refusal import Refusal

_ID = re.compile("[0-9a-f]{64}")
_MISSHAPEN = (ValueError, TypeError, RecursionError)


class FalseChangeError(Refusal):
    """A change that is not in its canonical form."""

    code = "sync.false_change"


def read_change(body: bytes) -> Change:
    """Read a change that sets something; raises FalseChangeError."""
    try:
        change = Change.read(body)
    except _MISSHAPEN as error:
        raise FalseChangeError from error
    texts = (change.who, change.dev, change.at, change.why, change.form, *change.seen)
    if not change.set or not all(isinstance(text, str) for text in texts):
        raise FalseChangeError
    if not all(map(_ID.fullmatch, change.seen)):
        raise FalseChangeError
    return change


def identify(body: bytes) -> ChangeId:
    """Check a change's bytes and return its identity; raises FalseChangeError."""
    read_change(body)
    return change_id(body)
