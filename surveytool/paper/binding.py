"""Several PDFs bound into one file, bookmarks kept, old file never half-written."""

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

from pypdf import PdfWriter

from surveytool.domain.refusal import Refusal


class CannotWritePaperError(Refusal):
    """The PDF cannot be written where it was asked for."""

    code = "paper.cannot_write"


def bind(parts: Iterable[bytes], out: Path) -> None:
    """Write the parts as one PDF; CannotWritePaperError where that fails."""
    beside = out.with_name(f".{out.name}.part")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        _write(parts, beside)
        beside.replace(out)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise CannotWritePaperError(path=out, reason=error.strerror or "") from error


def _write(parts: Iterable[bytes], path: Path) -> None:
    stack = list(parts)
    if len(stack) == 1:
        path.write_bytes(stack[0])
        return
    with PdfWriter() as writer:
        for part in stack:
            writer.append(BytesIO(part), import_outline=True)
        writer.write(path)
