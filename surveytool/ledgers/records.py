"""The cells of an old workbook, looked through for places that cannot be.

A sheet of the old format has 256 columns ([MS-XLS] 2.2.1); the spreadsheet
reader makes room for any column that a damaged record names.
"""

import struct

COLUMNS = 256
CELLS = frozenset(
    {0x0006, 0x00BD, 0x00BE, 0x00D6, 0x00FD, 0x0201, 0x0203, 0x0204, 0x0205, 0x027E}
)
_HEAD = struct.Struct("<HH")


def check_records(stream: bytes) -> None:
    """Raise ValueError where a cell stands beyond the last column."""
    at, end = 0, len(stream) - _HEAD.size
    read = _HEAD.unpack_from
    while at <= end:
        kind, size = read(stream, at)
        at += _HEAD.size
        if kind in CELLS and at <= end and read(stream, at)[1] >= COLUMNS:
            msg = "a cell beyond the last column"
            raise ValueError(msg)
        at += size
