"""Commands that make paper and figures."""

from datetime import date
from pathlib import Path

import click

from surveytool.cli.context import DAY, EXISTING, FILE, Terminal, opened, print_json
from surveytool.tasks import figures, indicators, printing
from surveytool.tasks.survey import household_id
from surveytool.tasks.villages import village_id


@click.command()
@click.argument("file", type=EXISTING)
@click.argument("name")
@click.option("--on", "day", type=DAY, help="Default: today.")
@click.option("-o", "--out", type=FILE, help="xlsx or pdf, by its ending.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures.")
@click.option("--freeze", is_flag=True, help="Keep it as it is.")
@click.option("--frozen", "kept", type=DAY, help="The report kept on that day.")
@click.option("--compare", is_flag=True, help="With the last one kept.")
@click.option("--roll-forward", "rolled", is_flag=True, help="Since the last one kept.")
@click.pass_obj
def report(  # noqa: PLR0913 - one parameter an option
    terminal: Terminal,
    file: Path,
    name: str,
    day: date | None,
    *,
    out: Path | None,
    as_json: bool,
    freeze: bool,
    kept: date | None,
    compare: bool,
    rolled: bool,
) -> None:
    """Make a report: elimination, coverage, indicators, risks."""
    desk = opened(file)
    on = day or desk.today
    if kept:
        table = indicators.thaw(desk, name, kept.isoformat()).table
    else:
        table = figures.report(desk, name, on)
    if freeze:
        indicators.freeze(desk, table, on)
    if compare:
        table = indicators.compared(desk, table, on)
    if rolled:
        table = indicators.rolled_forward(desk, name, on)
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
@click.option("--blank", is_flag=True, help="Empty, to be filled in by hand.")
@click.option("--masked", is_flag=True, help="Hide ID numbers and phones.")
@click.option("--watermark", default="", help="Words across each page.")
@click.option("--paper", type=click.Choice(["a4", "a3"]), help="Default: the sheet's.")
@click.option("-o", "--out", type=FILE, required=True, help="pdf, or docx to edit.")
@click.pass_obj
def print_sheet(  # noqa: PLR0913 - one parameter an option
    terminal: Terminal,
    file: Path,
    sheet: str,
    chosen: tuple[str, ...],
    village: str,
    out: Path,
    *,
    blank: bool,
    masked: bool,
    watermark: str,
    paper: str | None,
) -> None:
    """Print a sheet to PDF or Word; `sheets` lists them."""
    desk = opened(file)
    ids = [household_id(desk, one) for one in chosen]
    if village and not blank:
        ids += printing.village_households(desk, village)
    order = printing.Order(
        sheet,
        tuple(ids),
        village=village_id(desk, village) if village else "",
        blank=blank,
        masked=masked,
        watermark=watermark,
        paper=paper or "",
    )
    if out.suffix.lower() == ".docx":
        printing.word(desk, order, out)
        terminal.say("written", file=out, name=sheet)
        return
    printed = printing.carry_out(desk, order, out)
    terminal.say("printed", file=out, pages=printed.pages)
    if printed.missing:
        terminal.list(printed.missing)


@click.command()
@click.argument("file", type=EXISTING)
def sheets(file: Path) -> None:
    """List the sheets that can be printed."""
    for one in printing.offered(opened(file)):
        click.echo(f"{one.name}\t{one.zh}\t{one.en}")
