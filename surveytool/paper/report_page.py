"""A report's table as the words of a sheet."""

from decimal import Decimal, InvalidOperation

from surveytool.domain.money import show
from surveytool.domain.table import Column, Kind, Table
from surveytool.paper.chart import draw
from surveytool.paper.sheet_data import Row, SheetData

WIDE = 9  # so many columns no longer fit a page held upright
GROUPED: frozenset[Kind] = frozenset({"count", "money"})


def report_page(table: Table, *, office: str = "") -> SheetData:
    """Return the report sheet of a table; wide tables lie across the page."""
    return SheetData(
        bookmark=table.title,
        running=f"{table.title}　{table.subtitle}",
        values={
            "title": table.title,
            "subtitle": table.subtitle,
            "office": office,
            "flipped": "yes" if len(table.columns) >= WIDE else "",
        },
        tables={
            "columns": [_column(column) for column in table.columns],
            "rows": [_row(row, table.columns) for row in table.rows],
            "total": [_row(table.total, table.columns)] if table.total else [],
            "figures": [
                {"name": one.zh, "value": one.say(), "definition": one.definition()}
                for one in table.figures
            ],
            "charts": [
                {"title": chart.title, "svg": drawn}
                for chart in table.charts
                if (drawn := draw(table, chart))
            ],
            "notes": [{"text": note} for note in table.notes],
        },
    )


def _column(column: Column) -> Row:
    unit = f"\n（{column.unit}）" if column.unit else ""
    return {"heading": f"{column.title}{unit}", "kind": column.kind}


def _row(cells: tuple[str, ...], columns: tuple[Column, ...]) -> Row:
    pairs = zip(cells, columns, strict=True)
    return {str(n): _cell(cell, column.kind) for n, (cell, column) in enumerate(pairs)}


def _cell(cell: str, kind: Kind) -> str:
    if kind not in GROUPED:
        return cell
    try:
        return show(Decimal(cell))
    except InvalidOperation:
        return cell
