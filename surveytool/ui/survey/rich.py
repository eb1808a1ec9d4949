"""Words of a form as the screen shows them."""

import re
from html import escape

BOLD = re.compile(r"\*\*(.+?)\*\*")


def rich(words: str) -> str:
    """Return a form's label as rich text: **bold** and lines, nothing else."""
    safe = escape(words.strip(), quote=False)
    return BOLD.sub(r"<b>\1</b>", safe).replace("\n", "<br>")


def bare(words: str) -> str:
    """Return a form's label without its marks."""
    return BOLD.sub(r"\1", words.strip())
