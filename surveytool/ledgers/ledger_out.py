"""A ledger as a workbook: styled and summed, or written fast where it is large."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path

from rustpy_xlsxwriter import FastExcel, Format

from surveytool.domain.money import read_amount
from surveytool.domain.table import Column, Kind, Table
from surveytool.ledgers.ledger import Ledger, LedgerColumn
from surveytool.ledgers.record import Record, texts
from surveytool.ledgers.styles import A4, FONT, TEXT
from surveytool.ledgers.table import write_table

MOST_STYLED = 20_000
WIDE_TYPES = frozenset({"id_number", "phone"})
KINDS: dict[str, Kind] = {"money": "money", "integer": "count", "decimal": "money"}
TOTAL = "合计"


def write_ledger(
    path: Path, ledger: Ledger, rows: Sequence[Record], *, title: str, day: str
) -> int:
    """Write a ledger with its title, a row of totals and print settings."""
    if len(rows) > MOST_STYLED:
        return _write_fast(path, ledger, rows)
    write_table(path, ledger_table(ledger, rows, title=title, day=day))
    return len(rows)


def ledger_table(
    ledger: Ledger, rows: Sequence[Record], *, title: str, day: str
) -> Table:
    """Return a ledger as a table; identifiers are text."""
    body = tuple(texts(one, ledger.columns) for one in rows)
    return Table(
        name=ledger.name,
        title=f"{title}{ledger.zh}",
        subtitle=day,
        columns=tuple(
            Column(one.title, kind=KINDS.get(one.words.type, "text"))
            for one in ledger.columns
        ),
        rows=body,
        total=totals(ledger.columns, rows),
    )


def totals(columns: Sequence[LedgerColumn], rows: Sequence[Record]) -> tuple[str, ...]:
    """Return the row of totals, nothing where no column is summed."""
    if not any(one.total for one in columns) or not rows:
        return ()
    sums = [str(total(one, rows)) if one.total else "" for one in columns]
    return (sums[0] or TOTAL, *sums[1:])


def total(column: LedgerColumn, rows: Sequence[Record]) -> Decimal:
    """Add up a column."""
    found = (read_amount(one.value(column)) for one in rows)
    return sum((one for one in found if one is not None), Decimal(0))


def _write_fast(path: Path, ledger: Ledger, rows: Sequence[Record]) -> int:
    columns = unique_titles(ledger.columns)
    book = FastExcel(path)
    book.freeze(row=1)
    head = Format().set_font_name(FONT).set_bold().set_align("center").set_text_wrap()
    book.sheet(
        ledger.zh,
        _dicts(columns, rows),
        column_widths=[21.0 if c.words.type in WIDE_TYPES else 13.0 for c in columns],
        column_formats=[_format(one) for one in columns],
        header_format=head.set_border("thin"),
        page_setup={
            "landscape": True,
            "paper_size": A4,
            "fit_to_pages": (1, 0),
            "repeat_rows": 0,
            "footer": "&C第 &P 页 共 &N 页",
        },
        autofilter=True,
        ignore_errors=[one.title for one in columns if not one.is_number],
    )
    book.save()
    return len(rows)


def unique_titles(columns: Sequence[LedgerColumn]) -> tuple[LedgerColumn, ...]:
    """Tell columns of one title apart: 姓名, 姓名2."""
    seen: dict[str, int] = {}
    told = []
    for one in columns:
        seen[one.title] = number = seen.get(one.title, 0) + 1
        title = one.title if number == 1 else f"{one.title}{number}"
        told.append(LedgerColumn(title, one.kind, one.words, one.total))
    return tuple(told)


def _dicts(
    columns: Sequence[LedgerColumn], rows: Sequence[Record]
) -> Iterator[dict[str, str | float | None]]:
    for one in rows:
        yield {column.title: _cell(column, one.text(column)) for column in columns}


def _cell(column: LedgerColumn, text: str) -> str | float | None:
    if column.is_number:
        number = read_amount(text)
        if number is not None:
            return float(number)
    return text or None


def _format(column: LedgerColumn) -> Format:
    form = Format().set_font_name(FONT)
    return form if column.is_number else form.set_num_format(TEXT)
