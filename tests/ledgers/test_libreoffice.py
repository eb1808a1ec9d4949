"""What we write, opened and saved again by LibreOffice, says the same."""

import shutil
import subprocess

import pytest
from openpyxl import load_workbook
from test_ledgers_kinds import home, template

from surveytool.domain.table import Chart, Column, Table
from surveytool.ledgers.ledger import ledger
from surveytool.ledgers.ledger_out import write_ledger
from surveytool.ledgers.record import rows_of
from surveytool.ledgers.table import write_table
from surveytool.ledgers.template import fill_template, known_columns

SOFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(
    SOFFICE is None, reason="LibreOffice is not installed: apt install libreoffice-calc"
)
TABLE = Table(
    name="t",
    title="统计表",
    subtitle="截至2026年11月23日",
    columns=(
        Column("乡镇"),
        Column("户数", "户", "count"),
        Column("率", "%", "percent"),
    ),
    rows=(("东镇", "5", "62.05"), ("西镇", "7", "—")),
    total=("合计", "12", "62.05"),
    charts=(Chart("户数", (1,)),),
)


def written(folder, monkeypatch):
    """Write one file in every way that we write; return their paths."""
    chosen = ledger("monitored")
    rows = list(rows_of(chosen, [home(1), home(2)]))
    write_ledger(folder / "styled.xlsx", chosen, rows, title="湄山县", day="")
    monkeypatch.setattr("surveytool.ledgers.ledger_out.MOST_STYLED", 0)
    write_ledger(folder / "fast.xlsx", chosen, rows, title="湄山县", day="")
    write_table(folder / "report.xlsx", TABLE)
    known = known_columns("household")
    own = template(folder / "own.xlsx")
    fill_template(own, folder / "filled.xlsx", rows, known=known, words={})
    return [folder / f"{n}.xlsx" for n in ("styled", "fast", "report", "filled")]


def cells(path):
    """Return what the cells of the first sheet hold, numbers as numbers."""
    sheet = load_workbook(path, data_only=True).worksheets[0]
    found = {}
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value not in (None, ""):
                value = cell.value
                found[cell.coordinate] = (
                    round(float(value), 4) if cell.data_type == "n" else value
                )
    return found


def test_libreoffice_keeps_every_cell(tmp_path, monkeypatch):
    paths = written(tmp_path, monkeypatch)
    out = tmp_path / "out"
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [SOFFICE, profile, "--headless", "--convert-to", "xlsx", "--outdir", out]
    subprocess.run([*command, *paths], check=True, capture_output=True, timeout=200)
    for path in paths:
        assert cells(out / path.name) == cells(path), path.name
