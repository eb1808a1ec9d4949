"""The only place that knows typst: a template and texts in, a PDF out."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import typst

from surveytool.domain.refusal import Refusal
from surveytool.paper.clean import printable
from surveytool.paper.fonts import families, preferred
from surveytool.paper.sheet import SHEETS
from surveytool.paper.sheet_data import Imprint, Part, Row, SheetData

# The typesetter forgets what it worked out ten compilations ago; so many empty
# pages in between keep a village's print within the memory of one chunk.
FORGETTING = 11


class TemplateError(Refusal):
    """The template of a sheet has a mistake."""

    code = "paper.template"


class TemplatePackageError(Refusal):
    """A template asks for a package, which would be fetched from the network."""

    code = "paper.template_package"


class Typesetter:
    """A compiler with its fonts loaded; made once and kept."""

    def __init__(
        self, folder: Path = SHEETS, *, fonts: typst.Fonts | None = None
    ) -> None:
        self._folder = folder
        self._fonts = fonts or preferred()
        self._families = sorted(families(self._fonts))
        self._compiler = typst.Compiler(root=str(folder), font_paths=self._fonts)
        refuse_packages(folder)

    def set_pages(
        self, template: str, pages: Sequence[SheetData], imprint: Imprint
    ) -> bytes:
        """Return the PDF of these pages; TemplateError where it cannot be set."""
        content = {
            "pages": [_page(page) for page in pages],
            "imprint": _clean(
                {
                    "printed_by": imprint.printed_by,
                    "printed_at": imprint.printed_at,
                    "note": imprint.note,
                    "watermark": imprint.watermark,
                }
            ),
            "fonts": self._families,
        }
        return self._compile(template, json.dumps(content, ensure_ascii=False))

    def forget(self) -> None:
        """Let go of the memory of the pages set before."""
        for _ in range(FORGETTING):
            self._compiler.compile(input=str(self._folder / "empty.typ"), format="svg")

    def _compile(self, template: str, content: str) -> bytes:
        try:
            pdf = self._compiler.compile(
                input=str(self._folder / template),
                sys_inputs={"data": content},
                format="pdf",
                pdf_tags=False,
            )
        except typst.TypstError as error:
            raise TemplateError(template=template, mistake=error.message) from error
        if not isinstance(pdf, bytes):  # one output file was asked for
            raise TypeError(pdf)
        return pdf


def refuse_packages(folder: Path) -> None:
    """Refuse templates that import a package: the program opens no connection."""
    for template in folder.glob("*.typ"):
        if '"@' in template.read_text("utf-8"):
            raise TemplatePackageError(template=template.name)


def _page(page: SheetData) -> dict[str, object]:
    return {
        "bookmark": printable(page.bookmark),
        "running": printable(page.running),
        "note": printable(page.note),
        "values": _clean(page.values),
        "tables": {
            name: [_clean(row) for row in rows] for name, rows in page.tables.items()
        },
        "blocks": [_clean_part(block) for block in page.blocks],
    }


def _clean_part(part: Part) -> object:
    if isinstance(part, str):
        return printable(part)
    if isinstance(part, Mapping):
        return {name: _clean_part(inner) for name, inner in part.items()}
    if isinstance(part, int):
        return part
    return [_clean_part(inner) for inner in part]


def _clean(row: Row) -> dict[str, str]:
    return {name: printable(text) for name, text in row.items()}
