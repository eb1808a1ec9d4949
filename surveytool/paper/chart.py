"""A report's chart as SVG: greys that a copier keeps, every bar with its number."""

import sys
from decimal import Decimal, InvalidOperation
from functools import cache
from importlib import import_module
from typing import Any

from surveytool.domain.table import Chart, Table
from surveytool.paper.clean import printable

MOST_ROWS = 40
WIDTH, ROW, BAR, AROUND = 900, 8, 13, 76
LETTER = 14
ROOM = 1.12  # right of the longest bar, for its number
GREYS = ("#3c3c3c", "#b4b4b4", "#787878", "#dcdcdc")
FONT = "Noto Sans CJK SC"
LOOK = {
    "background": "white",
    "plot_background": "white",
    "foreground": "#222",
    "foreground_strong": "#000",
    "foreground_subtle": "#bbb",
    "guide_stroke_color": "#e4e4e4",
    "major_guide_stroke_color": "#e4e4e4",
    "guide_stroke_dasharray": "1,0",
    "major_guide_stroke_dasharray": "1,0",
    "colors": GREYS,
    "opacity": "1",
    "font_family": FONT,
    "label_font_size": 14,
    "major_label_font_size": 14,
    "legend_font_size": 14,
    "value_font_size": 13,
}


def draw(table: Table, chart: Chart) -> str:
    """Return a chart of a table's rows, nothing where there is nothing to draw."""
    rows = table.rows[:MOST_ROWS]
    series = {
        table.columns[at].heading: [_number(row[at]) for row in rows]
        for at in chart.columns
    }
    if not any(one for values in series.values() for one in values):
        return ""
    library = charts()
    bars = library.HorizontalBar(
        style=library.style.Style(**LOOK),
        width=WIDTH,
        height=AROUND + len(rows) * (ROW + BAR * len(series)),
        margin=4,
        margin_left=LETTER * max(len(row[0]) for row in rows) // 2 + 12,
        range=(0, max(one or 0 for values in series.values() for one in values) * ROOM),
        no_prefix=True,
        js=[],
        print_values=True,
        print_values_position="top",
        show_legend=len(series) > 1,
        legend_at_bottom=True,
        disable_xml_declaration=True,
        formatter=_shown,
        show_x_guides=False,
        show_y_guides=False,
        zero=0,
    )
    bars.x_labels = [printable(row[0]) for row in reversed(rows)]
    for title, values in series.items():
        bars.add(title, list(reversed(values)))
    return str(bars.render())


@cache
def charts() -> Any:  # noqa: ANN401 - the library ships no types
    """Return the library, without the old-style hook it puts into every import."""
    library = import_module("pygal")
    sys.meta_path[:] = [one for one in sys.meta_path if not _is_hook(one)]
    return library


def _is_hook(finder: object) -> bool:
    return type(finder).__module__ == "pygal"


def _number(cell: str) -> float | None:
    """Return a number to draw; what is printed beside the bar is its text."""
    try:
        return float(Decimal(cell))
    except InvalidOperation:
        return None


def _shown(value: float | None) -> str:
    """Return the number; the library centres it on the end of its bar."""
    if value is None:
        return ""
    said = f"{value:,.0f}" if value == int(value) else f"{value:,.2f}"
    return "\u00a0" * (len(said) * 2 + 2) + said
