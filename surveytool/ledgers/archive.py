"""A workbook's archive, looked through before anything is unpacked."""

import re
import zipfile
import zlib
from pathlib import Path
from typing import IO

from surveytool.domain.refusal import Refusal
from surveytool.ledgers.delimited import NotAWorkbookError

CHUNK = 1 << 20
OVERLAP = 400
MOST_PARTS = 10_000
MOST_BYTES = 8 << 30
FREE_BYTES = 100 << 20
MOST_RATIO = 250
MOST_CELLS = 80_000_000
_FAR = re.compile(rb"""r="(?:[A-Z]+\d{6}|(?:[A-Z]{3}|[G-Z][A-Z])\d)""")
_ODD = re.compile(rb"""r(?:='|\s|=\s)""")
_CELL = re.compile(rb"""r\s*=\s*["']([A-Z]+)(\d+)["'][^>/]*>""")


class WorkbookTooLargeError(Refusal):
    """The parts of a workbook unpack to more than a workbook can honestly hold."""

    code = "ledgers.too_large"


class WorkbookSparseError(Refusal):
    """A cell far away makes the used area of a sheet too large to hold."""

    code = "ledgers.stray_cell"


class WorkbookBrokenError(Refusal):
    """The file is damaged."""

    code = "ledgers.broken"


def check_archive(path: Path) -> None:
    """Refuse archives that are damaged or would fill the memory.

    Every part is unpacked once as a stream, because the sizes that an archive
    declares of itself may lie.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            _check_sizes(path, parts)
            if not any(part.filename == "xl/workbook.xml" for part in parts):
                raise NotAWorkbookError(path=path.name)
            for part in parts:
                with archive.open(part) as stream:
                    _check_part(path, part.filename, stream)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise WorkbookBrokenError(path=path.name) from error
    except RuntimeError as error:  # what zipfile raises for an encrypted part
        raise WorkbookBrokenError(path=path.name) from error


def _check_sizes(path: Path, parts: list[zipfile.ZipInfo]) -> None:
    total = sum(part.file_size for part in parts)
    packed = max(path.stat().st_size, 1)
    if (
        len(parts) > MOST_PARTS
        or total > MOST_BYTES
        or (total > FREE_BYTES and total / packed > MOST_RATIO)
    ):
        raise WorkbookTooLargeError(path=path.name, megabytes=total >> 20)


def _check_part(path: Path, name: str, stream: IO[bytes]) -> None:
    is_sheet = name.startswith("xl/worksheets/") and name.endswith(".xml")
    rows = columns = 1
    tail = b""
    while chunk := stream.read(CHUNK):
        window = tail + chunk
        if is_sheet and (_FAR.search(window) or _ODD.search(window)):
            for letters, digits in _CELL.findall(window):
                rows = max(rows, int(digits))
                columns = max(columns, column_number(letters.decode()))
        tail = window[-OVERLAP:]
        if rows * columns > MOST_CELLS:
            raise WorkbookSparseError(path=path.name, rows=rows, columns=columns)


def column_number(letters: str) -> int:
    """Return 1 for A, 27 for AA."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def column_letters(number: int) -> str:
    """Return A for 1, AA for 27."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
