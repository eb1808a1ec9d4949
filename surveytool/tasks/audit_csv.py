"""A table as CSV that Excel and WPS open with Chinese in it."""

import csv
from pathlib import Path

from surveytool.domain.table import Table

RISKY = ("=", "+", "-", "@", "\t", "\r")


def write_csv(out: Path, table: Table) -> None:
    """Write headings and rows; no cell can begin a formula."""
    with out.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([one.title for one in table.columns])
        writer.writerows([_safe(text) for text in row] for row in table.rows)


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(RISKY) else text
