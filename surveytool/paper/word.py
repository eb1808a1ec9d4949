"""Sheets that offices edit by hand, as a Word document (ISO/IEC 29500)."""

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as WordFile
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from surveytool.paper.binding import CannotWritePaperError
from surveytool.paper.clean import printable
from surveytool.paper.sheet_data import SheetData

TITLE, HEAD, BODY, PROSE = "方正小标宋简体", "黑体", "宋体", "仿宋_GB2312"
SIZES = {"a4": (210, 297), "a3": (297, 420)}
MARGIN = 16
TITLE_SIZE, BODY_SIZE, PROSE_SIZE = 18.0, 10.5, 12.0
CENTRE, LEFT, RIGHT = (
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.LEFT,
    WD_ALIGN_PARAGRAPH.RIGHT,
)
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def write_word(path: Path, pages: Sequence[SheetData]) -> None:
    """Write the sheets of blocks, each on a page of its own.

    Raises CannotWritePaperError where the file cannot be written.
    """
    book = Document()
    _set_page(book, pages[0].values)
    for number, page in enumerate(pages):
        if number:
            book.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        _write_page(book, page)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        book.save(str(path))
    except OSError as error:
        raise CannotWritePaperError(path=path, reason=error.strerror or "") from error


def _set_page(book: WordFile, values: Mapping[str, str]) -> None:
    section = book.sections[0]
    width, height = SIZES[values.get("paper", "a4")]
    if values.get("across"):
        width, height = height, width
        section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.left_margin = section.right_margin = Mm(MARGIN)
    section.top_margin = section.bottom_margin = Mm(MARGIN)


def _write_page(book: WordFile, page: SheetData) -> None:
    title = book.add_paragraph()
    title.alignment = CENTRE
    _say(title, page.values.get("title", ""), TITLE, TITLE_SIZE)
    if page.values.get("subtitle"):
        below = book.add_paragraph()
        below.alignment = CENTRE
        _say(below, page.values["subtitle"], PROSE, PROSE_SIZE)
    for block in page.blocks:
        part: Mapping[str, Any] = block
        if part["title"]:
            _say(book.add_paragraph(), part["title"], HEAD, PROSE_SIZE)
        WRITERS[part["kind"]](book, part)


def _say(paragraph: Paragraph, text: str, font: str, size: float) -> None:
    run = paragraph.add_run(FORBIDDEN.sub("", printable(text)))
    run.font.size, run.font.name = Pt(size), font
    fonts = run._element.get_or_add_rPr().get_or_add_rFonts()  # noqa: SLF001 - the only way
    fonts.set(qn("w:eastAsia"), font)
    form = paragraph.paragraph_format
    form.space_before = form.space_after = Pt(2)


def _put(cell: _Cell, text: str, *, head: bool = False, left: bool = False) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.alignment = LEFT if left else CENTRE
    _say(paragraph, text, HEAD if head else BODY, BODY_SIZE)


def _grid(book: WordFile, rows: int, columns: int) -> Table:
    table: Table = book.add_table(rows=rows, cols=columns)
    table.style = "Table Grid"
    for row in table.rows:
        _mark(row, "w:cantSplit")
    return table


def _mark(row: _Row, name: str) -> None:
    """Set what a row does at the end of a page: stay whole, or come again."""
    marks: Any = row._tr.get_or_add_trPr()  # noqa: SLF001 - the only way
    marks.append(OxmlElement(name))


def _line(book: WordFile, part: Mapping[str, Any]) -> None:
    words = "　　　　".join(filter(None, part["parts"]))
    _say(book.add_paragraph(), words, BODY, BODY_SIZE)


def _pairs(book: WordFile, part: Mapping[str, Any]) -> None:
    width = 2 * part["columns"]
    table = _grid(book, len(part["rows"]), width)
    for row, items in zip(table.rows, part["rows"], strict=True):
        cells = row.cells
        for at, item in enumerate(items):
            _put(cells[2 * at], item["label"], head=True)
            value = cells[2 * at + 1]
            if at == len(items) - 1 and 2 * at + 2 < width:
                value = value.merge(cells[width - 1])
            _put(value, item["value"], left=True)


def _table(book: WordFile, part: Mapping[str, Any]) -> None:
    rows = part["rows"]
    table = _grid(book, len(rows) + 1, len(part["heads"]))
    _mark(table.rows[0], "w:tblHeader")
    for cell, head in zip(table.rows[0].cells, part["heads"], strict=True):
        _put(cell, head, head=True)
    aligns = part.get("aligns") or ["center"] * len(part["heads"])
    for row, texts in zip(table.rows[1:], rows, strict=True):
        for cell, text, align in zip(row.cells, texts, aligns, strict=True):
            _put(cell, text, left=align == "left")


def _text(book: WordFile, part: Mapping[str, Any]) -> None:
    for words in part["paragraphs"]:
        paragraph = book.add_paragraph()
        _say(paragraph, words, PROSE, PROSE_SIZE)
        if part["indent"]:
            paragraph.paragraph_format.first_line_indent = Pt(2 * PROSE_SIZE)


def _prose(book: WordFile, part: Mapping[str, Any]) -> None:
    table = _grid(book, len(part["items"]), 2)
    for row, item in zip(table.rows, part["items"], strict=True):
        _put(row.cells[0], item["label"], head=True)
        _put(row.cells[1], item["value"] or "\n\n", left=True)
    _narrow(table)


def _opinions(book: WordFile, part: Mapping[str, Any]) -> None:
    table = _grid(book, len(part["items"]), 2)
    for row, item in zip(table.rows, part["items"], strict=True):
        _put(row.cells[0], item["label"], head=True)
        day = item["on"] or "　　年　　月　　日"
        below = f"{item['by']}　　　　{item['seal']}　　{day}"
        _put(row.cells[1], f"{item['value']}\n\n\n{below}", left=True)
    _narrow(table)


def _signatures(book: WordFile, part: Mapping[str, Any]) -> None:
    if part["statement"]:
        _say(book.add_paragraph(), part["statement"], PROSE, PROSE_SIZE)
    captions, width = part["captions"], part["each_row"]
    width = min(width, len(captions))
    table = _grid(book, -(-len(captions) // width), width)
    for at, caption in enumerate(captions):
        cell = table.cell(at // width, at % width)
        _put(cell, f"{caption}\n\n\n　　年　　月　　日", left=True)


def _closing(book: WordFile, part: Mapping[str, Any]) -> None:
    for words in part["lines"]:
        paragraph = book.add_paragraph()
        paragraph.alignment = RIGHT
        _say(paragraph, words, PROSE, PROSE_SIZE)


def _big(book: WordFile, part: Mapping[str, Any]) -> None:
    table = _grid(book, 1, 1)
    _put(table.cell(0, 0), "\n".join(filter(None, (part["value"], part["caption"]))))


def _narrow(table: Table) -> None:
    for row in table.rows:
        row.cells[0].width, row.cells[1].width = Mm(32), Mm(146)


WRITERS: Mapping[str, Callable[[WordFile, Mapping[str, Any]], None]] = {
    "line": _line,
    "pairs": _pairs,
    "table": _table,
    "list": _table,
    "text": _text,
    "prose": _prose,
    "opinions": _opinions,
    "signatures": _signatures,
    "closing": _closing,
    "big": _big,
}
