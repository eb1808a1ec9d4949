from functools import cache
from pathlib import Path

from openpyxl import load_workbook

FORMS = Path(__file__).parents[2] / "forms"
NAMES = (
    "household_check",
    "assistance_plan",
    "application",
    "review_meeting",
    "public_notice",
    "measures_delivered",
    "visit",
    "revisit",
    "elimination_check",
    "disaster_check",
    "six_questions",
)


@cache
def sheet(form, name):
    """Return the rows of a sheet as dicts of what is filled in."""
    book = load_workbook(FORMS / f"{form}.xlsx", read_only=True)
    first, *rest = book[name].iter_rows(values_only=True)
    return [
        {head: str(value) for head, value in zip(first, row, strict=True) if value}
        for row in rest
    ]
