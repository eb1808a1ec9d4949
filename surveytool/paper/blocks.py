"""The blocks of a sheet, each put into words."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from surveytool.domain.entity import Entity
from surveytool.paper.family import Family
from surveytool.paper.layout import Block
from surveytool.paper.saying import Saying
from surveytool.paper.sheet_data import Part, Parts
from surveytool.paper.words import long_date, reads

Labels = Mapping[str, str]
PAIRS_TO_A_ROW = 3
NUMBER = "no"


def _line(block: Block, say: Saying, _: Labels) -> Parts:
    return {"parts": [say.fill(one) for one in block.texts("parts")]}


def _pairs(block: Block, say: Saying, labels: Labels) -> Parts:
    width = int(block.get("columns", PAIRS_TO_A_ROW))
    items = [_item(one, say, labels) for one in block.get("items", ())]
    return {
        "columns": width,
        "label_width": str(block.get("label_width", "")),
        "room": str(block.get("room", "")),
        "rows": [list(row) for row in _rows_of(items, width)],
    }


def _item(written: str | Mapping[str, Any], say: Saying, labels: Labels) -> Parts:
    about = {"field": written} if isinstance(written, str) else written
    path = str(about.get("field", ""))
    label = about.get("label") or labels.get(path) or say.label(path)
    value = about.get("text", "")
    if about.get("ticks"):
        value = say.ticks(path, list(about.get("choices", ())))
    elif path:
        value = say.value(path)
    unit = about.get("unit", "") if value else ""
    return {
        "label": label,
        "value": f"{value if path else say.fill(value, '')}{unit}",
        "wide": bool(about.get("wide")),
        "room": str(about.get("room", "")),
    }


def _rows_of(items: list[Parts], width: int) -> Iterator[list[Parts]]:
    row: list[Parts] = []
    for item in items:
        if row and (item["wide"] or len(row) == width):
            yield row
            row = []
        row.append(item)
        if item["wide"]:
            yield row
            row = []
    if row:
        yield row


def _table(block: Block, say: Saying, labels: Labels) -> Parts:
    columns = block.get("columns", ())
    rows = [
        [_cell(column, say, number, *pair) for column in columns]
        for number, pair in enumerate(_table_rows(block, say), 1)
    ]
    blank = int(block.get("fill", 0) if rows else block.get("blank", 0))
    start = len(rows) + 1
    rows += [
        [_blank_cell(column, number) for column in columns]
        for number in range(start, blank + 1)
    ]
    return {
        "heads": [_head(one, say, labels) for one in columns],
        "widths": [str(one.get("width", "1fr")) for one in columns],
        "aligns": [str(one.get("align", "center")) for one in columns],
        "rows": rows,
        "room": str(block.get("room", "")),
        "size": str(block.get("size", "")),
        "is_blank": start == 1,
    }


def _table_rows(block: Block, say: Saying) -> Iterator[tuple[Entity, Family]]:
    kind, wanted = block.get("rows", ""), block.get("where", {})
    for family in say.occasion.families:
        found = (family.household,) if kind == "household" else family.rows(kind)
        for one in found:
            if all(one.get(name) in allowed for name, allowed in wanted.items()):
                yield one, family


def _cell(
    column: Mapping[str, Any], say: Saying, number: int, row: Entity, family: Family
) -> str:
    path = column.get("field", "")
    if path == NUMBER:
        return str(number)
    value = say.value(path, row, family) if path else str(column.get("text", ""))
    return f"{value}{column.get('unit', '')}" if value else ""


def _blank_cell(column: Mapping[str, Any], number: int) -> str:
    return str(number) if column.get("field") == NUMBER else str(column.get("text", ""))


def _head(column: Mapping[str, Any], say: Saying, labels: Labels) -> str:
    path = str(column.get("field", ""))
    if path == NUMBER:
        return str(column.get("title", "序号"))
    return str(column.get("title") or labels.get(path) or say.label(path))


def _text(block: Block, say: Saying, _: Labels) -> Parts:
    return {
        "paragraphs": [say.fill(one) for one in block.texts("paragraphs")],
        "size": str(block.get("size", "")),
        "indent": bool(block.get("indent", True)),
    }


def _prose(block: Block, say: Saying, labels: Labels) -> Parts:
    items: list[Part] = []
    for one in block.get("items", ()):
        path = str(one.get("field", ""))
        label = one.get("label") or labels.get(path) or say.label(path)
        value = say.value(path) if path else say.fill(str(one.get("text", "")))
        items.append({"label": label, "value": value, "room": str(one.get("room", ""))})
    return {"items": items, "label_width": str(block.get("label_width", ""))}


def _list(block: Block, say: Saying, _: Labels) -> Parts:
    return {
        "heads": block.texts("heads"),
        "widths": block.texts("widths"),
        "rows": [[say.fill(str(c)) for c in one] for one in block.get("items", ())],
        "room": str(block.get("room", "")),
        "size": str(block.get("size", "")),
    }


def _opinions(block: Block, say: Saying, _: Labels) -> Parts:
    return {
        "items": [_opinion(one, say) for one in block.get("items", ())],
        "height": str(block.get("height", "28mm")),
        "label_width": str(block.get("label_width", "")),
    }


def _opinion(written: Mapping[str, Any], say: Saying) -> Parts:
    family = say.occasion.family
    names = written.get("steps", ())
    steps = (
        [one for one in family.rows("step") if one.get("name") in names]
        if family
        else []
    )
    last = steps[-1] if steps else None
    said = [reads(last, name) for name in ("result", "reason")] if last else []
    return {
        "label": str(written.get("label", "")),
        "value": "，".join(filter(None, said)) or str(written.get("text", "")),
        "by": str(written.get("by", "负责人（签字）："))
        + (last.get("by") if last else ""),
        "seal": str(written.get("seal", "（盖章）")),
        "on": long_date(last.get("on")) if last else "",
    }


def _signatures(block: Block, say: Saying, _: Labels) -> Parts:
    return {
        "statement": say.fill(str(block.get("statement", ""))),
        "captions": [say.fill(one) for one in block.texts("captions")],
        "height": str(block.get("height", "23mm")),
        "each_row": int(block.get("each_row", 4)),
    }


def _closing(block: Block, say: Saying, _: Labels) -> Parts:
    return {"lines": [say.fill(one) for one in block.texts("lines")]}


def _big(block: Block, say: Saying, _: Labels) -> Parts:
    return {name: say.fill(str(block.get(name, ""))) for name in ("value", "caption")}


Builder = Callable[[Block, Saying, Labels], Parts]
BUILDERS: Mapping[str, Builder] = {
    "line": _line,
    "pairs": _pairs,
    "table": _table,
    "text": _text,
    "prose": _prose,
    "list": _list,
    "opinions": _opinions,
    "signatures": _signatures,
    "closing": _closing,
    "big": _big,
}
