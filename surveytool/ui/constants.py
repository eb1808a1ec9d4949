"""Keeps None, True and False alive under PySide6 on Python before 3.12."""

import ctypes
import sys

IMMORTAL_SINCE = (3, 12)
FOREVER = 1 << (40 if sys.maxsize > 1 << 32 else 29)


def keep_constants() -> None:
    """Call once before Qt is used.

    PySide6 6.12 gives None and True back from every call without counting the
    reference: right where they are immortal (PEP 683, Python 3.12), but before
    that the count runs down to zero and the interpreter ends with "none_dealloc".
    Measured on 3.11: minus one for each setVisible, show, emit.
    """
    if sys.version_info >= IMMORTAL_SINCE:
        return
    for constant in (None, True, False, NotImplemented, Ellipsis):
        ctypes.c_ssize_t.from_address(id(constant)).value += FOREVER
