"""Golden pages: made again with UPDATE_GOLDEN=1, then looked at and committed."""

import os
import zlib
from pathlib import Path

from surveytool.paper.picture import Picture

GOLDEN = Path(__file__).parents[1] / "data" / "golden"
STEP, CHANGED_SHARE = 48, 0.001  # antialiasing may differ, a moved line may not


def assert_text(name: str, text: str) -> None:
    path = GOLDEN / f"{name}.txt"
    lines = text.replace("\r\n", "\n").strip() + "\n"
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(lines, "utf-8")
    assert lines == path.read_text("utf-8")


def assert_picture(name: str, picture: Picture) -> None:
    path = GOLDEN / f"{name}.png"
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_bytes(picture.png())
    assert path.read_bytes()[16:24] == picture.png()[16:24]  # width and height
    before, now = pixels(path.read_bytes()), pixels(picture.png())
    changed = sum(abs(a - b) > STEP for a, b in zip(before, now, strict=True))
    assert changed / len(now) < CHANGED_SHARE


def pixels(png: bytes) -> bytes:
    """Read back the PNGs that Picture writes: one IDAT, no filters."""
    size = int.from_bytes(png[33:37], "big")
    return zlib.decompress(png[41 : 41 + size])
