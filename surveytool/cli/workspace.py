"""Commands on a workspace as a whole."""

from pathlib import Path

import click

from surveytool.cli.context import (
    DONE,
    EXISTING,
    FILE,
    FINDINGS,
    Terminal,
    opened,
    passphrase,
    print_json,
)
from surveytool.cli.people import say_recovery_key
from surveytool.domain.seat import Office, Role, Seat
from surveytool.tasks import keeping
from surveytool.tasks.passphrases import new_recovery_key
from surveytool.tasks.workspaces import create


@click.command()
@click.argument("file", type=FILE)
@click.option(
    "--role", "office", type=click.Choice([str(one) for one in Office]), required=True
)
@click.option("--operator", required=True, help="Who works at it.")
@click.option("--title", default="", help="The office, as people say it: 西岭镇.")
@click.option("--county", default="", help="The county's name.")
@click.option(
    "--as",
    "role",
    type=click.Choice([str(one) for one in Role]),
    help="The operator's role.",
)
@click.pass_obj
def new(  # noqa: PLR0913, PLR0917 - one parameter an option
    terminal: Terminal,
    file: Path,
    office: str,
    operator: str,
    title: str,
    county: str,
    role: str | None,
) -> None:
    """Make a workspace."""
    usual = Role.ADMINISTRATOR if office == Office.COUNTY else Role.SURVEYOR
    seat = Seat(Office(office), Role(role or usual), operator, title, county)
    desk = create(file, passphrase(new=True), seat)
    click.get_current_context().call_on_close(desk.close)
    terminal.say("made", file=file)
    say_recovery_key(new_recovery_key(desk), terminal)


@click.command()
@click.argument("file", type=EXISTING)
@click.pass_obj
def verify(terminal: Terminal, file: Path) -> int:
    """Check every page, hash and standing value of a workspace."""
    desk = opened(file)
    problems = keeping.verify(desk)
    terminal.list(problems)
    terminal.say("verified", problems=len(problems))
    return FINDINGS if problems else DONE


@click.command()
@click.argument("file", type=EXISTING)
@click.pass_obj
def backup(terminal: Terminal, file: Path) -> None:
    """Make a dated, encrypted, checked copy beside the workspace."""
    desk = opened(file)
    copy = keeping.backup(desk)
    terminal.say("backed_up", file=copy)


@click.command()
@click.argument("copy", type=EXISTING)
@click.argument("file", type=FILE)
@click.pass_obj
def restore(terminal: Terminal, copy: Path, file: Path) -> None:
    """Make a workspace from a backup; it becomes a new device."""
    keeping.restore(copy, file, passphrase()).close()
    terminal.say("restored", file=file)


@click.command()
@click.argument("file", type=EXISTING)
@click.option("--json", "as_json", is_flag=True, help="Accepted for symmetry.")
def dump(file: Path, *, as_json: bool) -> None:  # noqa: ARG001 - JSON is the only form
    """Print the canonical state as JSON, to compare replicas."""
    desk = opened(file)
    print_json(keeping.dump(desk))
