"""Commands on conflicts, dues and approvals."""

from datetime import date
from pathlib import Path

import click

from surveytool.casework.procedure import Level
from surveytool.cli.context import (
    DAY,
    DONE,
    EXISTING,
    FINDINGS,
    Terminal,
    opened,
    print_json,
)
from surveytool.tasks import approvals, disputes, dues
from surveytool.tasks.survey import household_id


@click.command()
@click.argument("file", type=EXISTING)
@click.option("--json", "as_json", is_flag=True, help="Print the conflicts.")
@click.pass_obj
def conflicts(terminal: Terminal, file: Path, *, as_json: bool) -> int:
    """List fields that two people set without seeing each other."""
    desk = opened(file)
    found = disputes.listed(desk)
    if as_json:
        print_json([one.summary() for one in found])
    for one in found:
        click.echo(one.line(terminal.language), err=True)
    terminal.say("conflicts", count=len(found))
    return FINDINGS if found else DONE


@click.command()
@click.argument("file", type=EXISTING)
@click.option("--conflict", "place", required=True, help="kind/id#field, as listed.")
@click.option("--value", required=True, help="The value that shall stand.")
@click.option("--reason", required=True, help="Why.")
@click.pass_obj
def decide(terminal: Terminal, file: Path, place: str, value: str, reason: str) -> None:
    """Decide a conflict."""
    desk = opened(file)
    disputes.decide(desk, place, value or None, reason)
    terminal.say("decided", place=place)


@click.command()
@click.argument("file", type=EXISTING)
@click.option("--on", "day", type=DAY, help="Default: today.")
@click.option(
    "--office",
    "offices",
    multiple=True,
    type=click.Choice(["village", "township", "county"]),
    help="Whose work; default: one's own.",
)
@click.option("--township", default="", help="Only of this township.")
@click.option(
    "--state",
    "states",
    multiple=True,
    default=dues.SHOWN,
    type=click.Choice(["due", "overdue", "disputed", "blocked", "running"]),
    help="Default: due, overdue and disputed.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the list.")
@click.pass_obj
def due(  # noqa: PLR0913 - a command's options
    terminal: Terminal,
    file: Path,
    *,
    day: date | None,
    offices: tuple[Level, ...],
    township: str,
    states: tuple[str, ...],
    as_json: bool,
) -> None:
    """List what must be done."""
    desk = opened(file)
    found = dues.due(desk, day, offices=offices, township=township, moods=states)
    if as_json:
        print_json([one.summary() for one in found])
    for one in found:
        click.echo(one.line(terminal.language), err=True)
    terminal.say("due", count=len(found))


@click.command()
@click.argument("file", type=EXISTING)
@click.option(
    "--household", "chosen", multiple=True, help="Id or 户编号; default: all."
)
@click.option("--reason", default="", help="A remark.")
@click.pass_obj
def approve(
    terminal: Terminal, file: Path, chosen: tuple[str, ...], reason: str
) -> None:
    """County: approve plans that wait."""
    desk = opened(file)
    ids = [household_id(desk, one) for one in chosen]
    ids = ids or [one.row.id for one in approvals.waiting(desk)]
    terminal.say("approved", count=approvals.approve(desk, ids, reason))


@click.command("send-back")
@click.argument("file", type=EXISTING)
@click.option("--household", "chosen", multiple=True, required=True)
@click.option("--reason", required=True)
@click.pass_obj
def send_back(
    terminal: Terminal, file: Path, chosen: tuple[str, ...], reason: str
) -> None:
    """County: send plans back for correction."""
    desk = opened(file)
    ids = [household_id(desk, one) for one in chosen]
    terminal.say("sent_back", count=approvals.send_back(desk, ids, reason))


@click.command()
@click.argument("file", type=EXISTING)
@click.option("--household", "chosen", multiple=True, required=True)
@click.option("--reason", required=True)
@click.pass_obj
def reopen(
    terminal: Terminal, file: Path, chosen: tuple[str, ...], reason: str
) -> None:
    """County: open approved plans for correction."""
    desk = opened(file)
    ids = [household_id(desk, one) for one in chosen]
    terminal.say("reopened", count=approvals.reopen(desk, ids, reason))
