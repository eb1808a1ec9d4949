"""Work during which Python does not look for unreachable rings of objects."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Put the collector off while a hundred thousand objects are made, none in a ring.

    Looking through them again and again was a fifth of taking changes in.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
