"""Text made safe for a page: nothing invisible, nothing that turns lines round."""

import re

UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e01ef]"
)
HALF_PAIRS = re.compile("[\ud800-\udfff]")


def printable(text: str) -> str:
    """Return text without control and direction signs; line breaks stay."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return HALF_PAIRS.sub("\ufffd", UNPRINTABLE.sub("", lines))
