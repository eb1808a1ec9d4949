"""The front door: builds everything once and hands it on."""

import sys
from collections.abc import Sequence

DESKTOP = ("demo", "open")


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window, or run the command that was asked for."""
    words = sys.argv[1:] if arguments is None else list(arguments)
    # Each door is imported only when it is used: the window must start fast.
    if not words or words[0] in DESKTOP:
        from surveytool.ui.start import start  # noqa: PLC0415

        return start(words)
    from surveytool.cli.root import run  # noqa: PLC0415

    return run(words)
