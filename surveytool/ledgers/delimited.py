"""Comma- and tab-separated text, in the encodings that counties save it in."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from surveytool.domain.refusal import Refusal
from surveytool.ledgers.cell import Cell, Row

ENCODINGS = ("utf-8-sig", "gb18030")
SAMPLE = 1 << 16
MOST_BYTES = 2 << 30
LONGEST_CELL = 1 << 20


class NotAWorkbookError(Refusal):
    """The file is neither a workbook nor a table of text."""

    code = "ledgers.not_a_workbook"


def read_delimited(path: Path) -> Iterator[Row]:
    """Read the rows of a text table; the encoding is found by trying."""
    size = path.stat().st_size
    with path.open("rb") as stream:
        sample = stream.read(SAMPLE)
    if size > MOST_BYTES or _is_not_text(sample):
        raise NotAWorkbookError(path=path.name)
    encoding = _encoding(path, sample)
    delimiter = _delimiter(sample.decode(encoding, "replace"))
    return _rows(path, encoding, delimiter)


def _rows(path: Path, encoding: str, delimiter: str) -> Iterator[Row]:
    csv.field_size_limit(LONGEST_CELL)
    with path.open(encoding=encoding, newline="") as stream:
        try:
            for cells in csv.reader(stream, delimiter=delimiter):
                yield list[Cell](cells)
        except (csv.Error, UnicodeDecodeError) as error:
            raise NotAWorkbookError(path=path.name) from error


def _is_not_text(sample: bytes) -> bool:
    is_utf16 = sample.startswith((b"\xff\xfe", b"\xfe\xff"))
    is_markup = sample.lstrip().lower().startswith((b"<", b"\xef\xbb\xbf<"))
    return is_markup or (b"\x00" in sample and not is_utf16)


def _encoding(path: Path, sample: bytes) -> str:
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    for encoding in ENCODINGS:
        if _decodes(path, encoding):
            return encoding
    raise NotAWorkbookError(path=path.name)


def _decodes(path: Path, encoding: str) -> bool:
    with path.open(encoding=encoding) as stream:
        try:
            while stream.read(SAMPLE):
                pass
        except UnicodeDecodeError:
            return False
    return True


def _delimiter(sample: str) -> str:
    lines = list(io.StringIO(sample))[:40]
    return max(",\t;", key=lambda mark: max(line.count(mark) for line in lines))
