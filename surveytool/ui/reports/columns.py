"""A report's table as columns of a screen table."""

from surveytool.domain.money import read_amount, show
from surveytool.domain.table import Column as Heading
from surveytool.domain.table import Table
from surveytool.ui.widgets.cell import Cell, Column

CHARACTER = 15
LEAST, MOST = 76, 240


def table_columns(table: Table) -> tuple[Column, ...]:
    """Return columns that are as wide as what stands in them."""
    return tuple(
        _column(table, at, heading) for at, heading in enumerate(table.columns)
    )


def table_rows(table: Table) -> list[tuple[str, ...]]:
    """Return the rows with the total below them."""
    return [*table.rows, table.total] if table.total else list(table.rows)


def _column(table: Table, at: int, heading: Heading) -> Column:
    number = heading.kind != "text"
    longest = max((len(row[at]) for row in table_rows(table)), default=0)
    width = CHARACTER * max(len(heading.heading), longest if not number else 0) + 24

    def cell(row: tuple[str, ...]) -> Cell:
        words = _shown(row[at], heading)
        return Cell(words, bold=row is table.total)

    return Column(
        heading.heading,
        cell,
        width=max(LEAST, min(width, MOST)),
        right=number,
        grow=0 if number else 1,
    )


def _shown(value: str, heading: Heading) -> str:
    if heading.kind in ("count", "money"):
        amount = read_amount(value)
        return value if amount is None else show(amount)
    return value
