"""A PDF seen on the screen: pages as pictures and as text."""

from pathlib import Path
from types import TracebackType
from typing import Self

import pypdfium2  # type: ignore[import-untyped]  # ships no types

from surveytool.domain.refusal import Refusal
from surveytool.paper.picture import Picture

POINTS_PER_INCH = 72
CHANNELS = 3


class DamagedPdfError(Refusal):
    """The file is not a PDF that can be read."""

    code = "paper.damaged_pdf"


class Preview:
    """An open PDF; close it, or use it in a with statement."""

    def __init__(self, pdf: bytes | Path) -> None:
        try:
            self._document = pypdfium2.PdfDocument(pdf)
        except (pypdfium2.PdfiumError, FileNotFoundError) as error:
            where = str(pdf) if isinstance(pdf, Path) else ""
            raise DamagedPdfError(path=where) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._document.close()

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return len(self._document)

    def size(self, page: int) -> tuple[float, float]:
        """Return a page's width and height in points (1/72 inch)."""
        width, height = self._document.get_page_size(page)
        return width, height

    def picture(self, page: int, dpi: float = 96) -> Picture:
        """Draw a page, counted from 0, at a resolution in dots per inch."""
        sheet = self._document[page]
        bitmap = sheet.render(scale=dpi / POINTS_PER_INCH, rev_byteorder=True)
        line = bitmap.width * CHANNELS
        pixels = bytes(bitmap.buffer)
        rows = range(0, bitmap.height * bitmap.stride, bitmap.stride)
        rgb = b"".join(pixels[at : at + line] for at in rows)
        picture = Picture(bitmap.width, bitmap.height, rgb)
        bitmap.close()
        sheet.close()
        return picture

    def text(self, page: int) -> str:
        """Return the words of a page, counted from 0."""
        sheet = self._document[page]
        words = sheet.get_textpage()
        text: str = words.get_text_bounded()
        words.close()
        sheet.close()
        return text

    def bookmarks(self) -> list[tuple[str, int]]:
        """Return the bookmarks with the pages, from 0, that they lead to."""
        found = []
        for mark in self._document.get_toc():
            target = mark.get_dest()
            index = target.get_index() if target else None
            found.append((mark.get_title(), 0 if index is None else index))
        return found
