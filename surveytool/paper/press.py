"""Printing: households in, one PDF with bookmarks out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from surveytool.domain.problem import Problem
from surveytool.domain.refusal import Refusal
from surveytool.paper.binding import bind
from surveytool.paper.coverage import missing_in
from surveytool.paper.layout import Layout
from surveytool.paper.preview import Preview
from surveytool.paper.sheet import sheet
from surveytool.paper.sheet_data import Imprint, SheetData
from surveytool.paper.typesetter import Typesetter

CHUNK = 50  # households set at once: about 250 MB at the most


class NothingToPrintError(Refusal):
    """No household was chosen."""

    code = "paper.nothing_to_print"


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF on disk, its page count and the characters no font has."""

    path: Path
    pages: int
    missing: tuple[Problem, ...]


def set_sheet(
    typesetter: Typesetter,
    name: str | Layout,
    *,
    pages: Sequence[SheetData],
    imprint: Imprint,
) -> bytes:
    """Return the PDF of a few sheets in memory, for a preview."""
    return typesetter.set_pages(_template(name), pages, imprint)


def print_sheet(
    typesetter: Typesetter,
    name: str | Layout,
    *,
    pages: Sequence[SheetData],
    out: Path,
    imprint: Imprint,
) -> Printed:
    """Write the sheets of these households to one PDF, in their order."""
    if not pages:
        raise NothingToPrintError
    bind(_parts(typesetter, _template(name), pages, imprint), out)
    with Preview(out) as written:
        return Printed(out, written.page_count, missing_in(pages))


def _template(name: str | Layout) -> str:
    return (sheet(name) if isinstance(name, str) else name).template


def _parts(
    typesetter: Typesetter, template: str, pages: Sequence[SheetData], imprint: Imprint
) -> Iterator[bytes]:
    for start in range(0, len(pages), CHUNK):
        yield typesetter.set_pages(template, pages[start : start + CHUNK], imprint)
        if len(pages) > CHUNK:
            typesetter.forget()
