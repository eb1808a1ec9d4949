"""Commands that make paper and figures."""

from datetime import date
from pathlib import Path

import click

from surveytool.cli.context import DAY, EXISTING, FILE, Terminal, opened, print_json
from surveytool.tasks import figures, printing
from surveytool.tasks.survey import household_id


@click.command()
@click.argument("file", type=EXISTING)
@click.argument("name")
@click.option("--on", "day", type=DAY, help="Default: today.")
@click.option("-o", "--out", type=FILE, help="xlsx or pdf, by its ending.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures.")
@click.pass_obj
def report(
    terminal: Terminal,
    file: Path,
    name: str,
    day: date | None,
    out: Path | None,
    *,
    as_json: bool,
) -> None:
    """Make a report: elimination, coverage, risks."""
    desk = opened(file)
    table = figures.report(desk, name, day)
    if out:
        figures.write(desk, table, out)
        terminal.say("written", file=out, name=table.title)
    if as_json:
        print_json(figures.summary(table))
    if not out and not as_json:
        click.echo(figures.as_text(table))


@click.command("print")
@click.argument("file", type=EXISTING)
@click.argument("sheet")
@click.option("--household", "chosen", multiple=True, help="Id or 户编号.")
@click.option("--village", default="", help="All households of this village.")
@click.option("-o", "--out", type=FILE, required=True)
@click.pass_obj
def print_sheet(
    terminal: Terminal,
    file: Path,
    sheet: str,
    chosen: tuple[str, ...],
    village: str,
    out: Path,
) -> None:
    """Print a sheet to PDF: plan_sheet, check_sheet."""
    desk = opened(file)
    ids = [household_id(desk, one) for one in chosen]
    ids += printing.village_households(desk, village) if village else []
    printed = printing.print_sheet(desk, sheet, ids, out)
    terminal.say("printed", file=out, pages=printed.pages)
    if printed.missing:
        terminal.list(printed.missing)
