"""Commands on xlsx tables in and out."""

from dataclasses import asdict
from pathlib import Path

import click

from surveytool.cli.context import (
    DONE,
    EXISTING,
    FILE,
    FINDINGS,
    Terminal,
    opened,
    print_json,
)
from surveytool.tasks import ledgers, rosters


@click.group()
def roster() -> None:
    """Rosters as counties have them."""


@roster.command("import")
@click.argument("file", type=EXISTING)
@click.argument("table", type=EXISTING)
@click.option("--dry-run", is_flag=True, help="Show what would change, change nothing.")
@click.option(
    "--overwrite", is_flag=True, help="Let the file replace surveyed answers."
)
@click.option("--errors", type=FILE, help="Write the findings workbook here.")
@click.option("--json", "as_json", is_flag=True, help="Print counts and findings.")
@click.pass_obj
def take_in(  # noqa: PLR0913 - one parameter an option
    terminal: Terminal,
    file: Path,
    table: Path,
    *,
    dry_run: bool,
    overwrite: bool,
    errors: Path | None,
    as_json: bool,
) -> int:
    """Take a roster in."""
    desk = opened(file)
    preview = rosters.preview(desk, table)
    if errors:
        rosters.write_findings(preview, errors, desk)
    if not dry_run:
        rosters.take_in(desk, preview, overwrite=overwrite)
    if as_json:
        print_json(preview.summary() | {"taken_in": not dry_run})
    terminal.list(preview.problems)
    terminal.say("previewed" if dry_run else "taken_in", **asdict(preview.tally))
    return FINDINGS if preview.problems else DONE


@click.group()
def ledger() -> None:
    """Ledgers in the county's own columns."""


@ledger.command("export")
@click.argument("file", type=EXISTING)
@click.argument("name")
@click.option("-o", "--out", type=FILE, required=True, help="xlsx csv jsonl parquet …")
@click.option("--village", default="", help="Only this village.")
@click.option("--template", type=EXISTING, help="The county's own workbook.")
@click.pass_obj
def export(
    terminal: Terminal,
    file: Path,
    name: str,
    *,
    out: Path,
    village: str,
    template: Path | None,
) -> None:
    """Write a ledger: roster, monitored, measures, problems, visits, clues, people."""
    desk = opened(file)
    if name == "roster":
        rosters.export(desk, out, village)
    elif template:
        filled = ledgers.export_into(desk, name, template, out=out, village=village)
        for title in filled.unknown:
            terminal.say("title_unknown", title=title)
    else:
        ledgers.export(desk, name, out, village)
    terminal.say("written", file=out, name=name)


@ledger.command("list")
@click.argument("file", type=EXISTING)
def list_them(file: Path) -> None:
    """List the ledgers that can be written."""
    for name, title in ledgers.names(opened(file)):
        click.echo(f"{name}\t{title}")
