"""Masks for screens and for everything that hangs in public."""

SHORT_NAME = 2
ID_HEAD, ID_TAIL = 6, 4
PHONE_HEAD, PHONE_TAIL = 3, 4


def mask_name(name: str) -> str:
    """Return 张*明, 李*; the characters counted are code points, not UTF-16."""
    if len(name) <= SHORT_NAME:
        return name[:1] + "*" * max(len(name) - 1, 0)
    return name[0] + "*" * (len(name) - 2) + name[-1]


def mask_id(number: str) -> str:
    """Return 620524********0012."""
    return _keep_ends(number, ID_HEAD, ID_TAIL)


def mask_phone(number: str) -> str:
    """Return 138****8000."""
    return _keep_ends(number, PHONE_HEAD, PHONE_TAIL)


def _keep_ends(text: str, head: int, tail: int) -> str:
    hidden = len(text) - head - tail
    if hidden <= 0:
        return "*" * len(text)
    return text[:head] + "*" * hidden + text[-tail:]
