"""A picture of a page: red, green and blue bytes, line by line."""

import struct
import zlib
from dataclasses import dataclass

SIGNATURE = b"\x89PNG\r\n\x1a\n"
EIGHT_BIT_COLOUR = (8, 2, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Picture:
    """Width and height in pixels; three bytes per pixel, no padding."""

    width: int
    height: int
    rgb: bytes

    def png(self) -> bytes:
        """Return the picture as a PNG file (ISO/IEC 15948)."""
        line = self.width * 3
        lines = (
            b"\0" + self.rgb[at : at + line] for at in range(0, len(self.rgb), line)
        )
        head = struct.pack(">II5B", self.width, self.height, *EIGHT_BIT_COLOUR)
        return (
            SIGNATURE
            + _chunk(b"IHDR", head)
            + _chunk(b"IDAT", zlib.compress(b"".join(lines), 6))
            + _chunk(b"IEND", b"")
        )


def _chunk(kind: bytes, body: bytes) -> bytes:
    check = zlib.crc32(kind + body)
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", check)
