"""Secondary instances in XML that are plain tables, read in one go."""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from surveytool.domain.uncollected import uncollected
from surveytool.formula.table import table
from surveytool.formula.tree import Node
from surveytool.formula.xml import MAX_BYTES

Row = dict[str, str]


def xml_table(data: bytes) -> Node | None:
    """Return ``<root><item><name>…`` as a table; None if the document is anything else.

    What is None here is left to the careful reader, which says what is wrong.
    """
    if len(data) > MAX_BYTES or b"<!DOCTYPE" in data or b"\0" in data:
        return None
    with uncollected():
        try:
            top = ET.fromstring(data)  # noqa: S314 - no DTD, so no entities
        except (ET.ParseError, LookupError, ValueError):
            return None
        if top.tag != "root" or top.attrib or not _is_blank(top.text):
            return None
        return _as_table(list(_rows(top)))


def _rows(top: ET.Element) -> Iterator[Row | None]:
    for item in top:
        is_plain = item.tag == "item" and not item.attrib
        is_plain = is_plain and _is_blank(item.text) and _is_blank(item.tail)
        yield _row(item) if is_plain else None


def _row(item: ET.Element) -> Row | None:
    row: Row = {}
    for cell in item:
        tag = cell.tag
        if len(cell) or cell.attrib or tag in row or tag[0] == "{":
            return None
        if cell.tail and not cell.tail.isspace():
            return None
        row[tag] = cell.text or ""
    return row


def _is_blank(text: str | None) -> bool:
    return not text or text.isspace()


def _as_table(rows: list[Row | None]) -> Node | None:
    known = [row for row in rows if row is not None]
    columns = tuple(dict.fromkeys(name for row in known for name in row))
    if len(known) < len(rows) or not all(_in_order(row, columns) for row in known):
        return None
    return table(columns, [tuple(map(row.get, columns)) for row in known])


def _in_order(row: Row, columns: tuple[str, ...]) -> bool:
    names = tuple(row)
    return names == columns or names == tuple(name for name in columns if name in row)
