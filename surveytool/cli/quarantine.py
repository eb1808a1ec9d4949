"""Commands on what packages brought: quarantine, gaps, receipts, mistakes."""

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
from surveytool.domain.change import ChangeId
from surveytool.tasks import disputes, figures, gaps, quarantine, receipts

REASON = click.option("--reason", required=True, help="Why.")
AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print the list.")


@click.command("quarantine")
@click.argument("file", type=EXISTING)
@AS_JSON
@click.pass_obj
def show_quarantine(terminal: Terminal, file: Path, *, as_json: bool) -> int:
    """List changes that do not stand, each with the reason."""
    found = quarantine.listed(opened(file))
    if as_json:
        print_json([one.summary() for one in found])
    for one in found:
        click.echo(f"{one.id[:12]}  {one.problem.say(terminal.language)}", err=True)
    terminal.say("quarantine", count=len(found))
    return FINDINGS if found else DONE


@click.command()
@click.argument("file", type=EXISTING)
@click.argument("changes", nargs=-1, required=True)
@REASON
@click.pass_obj
def release(
    terminal: Terminal, file: Path, changes: tuple[str, ...], reason: str
) -> None:
    """County: let changes in quarantine stand (ids as listed, or "all")."""
    desk = opened(file)
    ids = _ids(quarantine.listed(desk), changes)
    terminal.say("released", count=quarantine.release(desk, ids, reason))


@click.command()
@click.argument("file", type=EXISTING)
@click.argument("changes", nargs=-1, required=True)
@REASON
@click.pass_obj
def reject(
    terminal: Terminal, file: Path, changes: tuple[str, ...], reason: str
) -> None:
    """County: say that changes in quarantine shall never stand."""
    desk = opened(file)
    ids = _ids(quarantine.listed(desk), changes)
    terminal.say("rejected", count=quarantine.reject(desk, ids, reason))


@click.command("list")
@click.argument("file", type=EXISTING)
def show_parcels(file: Path) -> None:
    """List the packages that were taken in, with their numbers."""
    print_json([one._asdict() for one in quarantine.parcels(opened(file))])


@click.command("set-aside")
@click.argument("file", type=EXISTING)
@click.argument("number", type=int)
@REASON
@click.pass_obj
def set_aside(terminal: Terminal, file: Path, number: int, reason: str) -> None:
    """County: set aside what a package brought; what came after stands."""
    count = quarantine.set_aside(opened(file), number, reason)
    terminal.say("set_aside", number=number, count=count)


@click.command("gaps")
@click.argument("file", type=EXISTING)
@click.pass_obj
def show_gaps(terminal: Terminal, file: Path) -> int:
    """List stretches of peers' changes that have not arrived."""
    found = gaps.listed(opened(file))
    for one in found:
        click.echo(one.problem.say(terminal.language), err=True)
    terminal.say("gaps", count=len(found))
    return FINDINGS if found else DONE


@click.command("receipts")
@click.argument("file", type=EXISTING)
@click.option("--mine", is_flag=True, help="What others hold of the work here.")
@click.option("-o", "--out", type=FILE, help="Write an .xlsx or .pdf.")
def show_receipts(file: Path, out: Path | None, *, mine: bool) -> None:
    """Say whose work is in, village by village."""
    desk = opened(file)
    make = receipts.acknowledged_table if mine else receipts.received_table
    table = make(desk)
    if out is not None:
        figures.write(desk, table, out)
    click.echo(figures.as_text(table), err=True)


@click.command("decide-all")
@click.argument("file", type=EXISTING)
@click.option(
    "--by", type=click.Choice(["newest", "county", "township"]), required=True
)
@REASON
@click.pass_obj
def decide_all(terminal: Terminal, file: Path, by: disputes.Rule, reason: str) -> int:
    """Decide every conflict by one rule; where it names no value, none is decided."""
    desk = opened(file)
    done = disputes.decide_all(desk, disputes.listed(desk), by, reason)
    terminal.say("decided_all", decided=done.decided, left=done.left)
    return FINDINGS if done.left else DONE


COMMANDS = (
    show_quarantine,
    release,
    reject,
    show_parcels,
    set_aside,
    show_gaps,
    show_receipts,
    decide_all,
)


def _ids(found: list[quarantine.Waiting], named: tuple[str, ...]) -> list[ChangeId]:
    if named == ("all",):
        return [one.id for one in found]
    return [_id(found, name) for name in named]


def _id(found: list[quarantine.Waiting], name: str) -> ChangeId:
    for one in found:
        if one.id.startswith(name):
            return one.id
    raise quarantine.NotInQuarantineError(change=name)
