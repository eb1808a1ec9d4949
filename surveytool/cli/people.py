"""Commands on who works at a workspace, its keys and its audit."""

import os
from pathlib import Path

import click

from surveytool.cli.context import (
    EXISTING,
    FILE,
    Terminal,
    opened,
    passphrase,
    print_json,
)
from surveytool.domain.seat import Operator, Role
from surveytool.tasks import audit, operators, passphrases, workspaces

ROLE = click.Choice([str(one) for one in Role])


@click.group()
def workspace() -> None:
    """Say who works at a workspace; its keys, its copy, its audit."""


@workspace.command("operators")
@click.argument("file", type=EXISTING)
def list_operators(file: Path) -> None:
    """Print who works at it, as JSON."""
    found = operators.operators(opened(file))
    print_json(
        [
            {"name": one.name, "role": str(one.role), "villages": list(one.villages)}
            for one in found
        ]
    )


@workspace.command("add")
@click.argument("file", type=EXISTING)
@click.argument("name")
@click.option("--as", "role", type=ROLE, required=True, help="What he may do.")
@click.option("--village", "villages", multiple=True, help="Only these villages.")
@click.pass_obj
def add(
    terminal: Terminal, file: Path, name: str, role: str, villages: tuple[str, ...]
) -> None:
    """Let one more person in; asks for a first passphrase."""
    desk = opened(file)
    operators.add(desk, Operator(name, Role(role), villages), fresh())
    terminal.say("operator_added", operator=name)


@workspace.command("remove")
@click.argument("file", type=EXISTING)
@click.argument("name")
@click.pass_obj
def remove(terminal: Terminal, file: Path, name: str) -> None:
    """Take a person's passphrase away."""
    operators.remove(opened(file), name)
    terminal.say("operator_removed", operator=name)


@workspace.command("passphrase")
@click.argument("file", type=EXISTING)
@click.pass_obj
def change_passphrase(terminal: Terminal, file: Path) -> None:
    """Change one's own passphrase; the data are not rewritten."""
    before = passphrase()
    passphrases.change_own(opened(file), before, fresh())
    terminal.say("passphrase_changed", file=file)


@workspace.command("recovery-key")
@click.argument("file", type=EXISTING)
@click.pass_obj
def recovery_key(terminal: Terminal, file: Path) -> None:
    """Print a new recovery key for the safe; the one before opens no more."""
    desk = opened(file)
    say_recovery_key(passphrases.new_recovery_key(desk), terminal)


@workspace.command("recover")
@click.argument("file", type=EXISTING)
@click.option("--operator", default="", help="Whose passphrase is set.")
@click.pass_obj
def recover(terminal: Terminal, file: Path, operator: str) -> None:
    """Open by the recovery key (asked for) and set a new passphrase."""
    code = os.environ.get("SURVEYTOOL_RECOVERY") or click.prompt(
        "恢复码 Recovery key", err=True
    )
    workspaces.recover(file, code, fresh(), operator).close()
    terminal.say("passphrase_changed", file=file)


@workspace.command("copy")
@click.argument("file", type=EXISTING)
@click.argument("to", type=FILE)
@click.pass_obj
def copy(terminal: Terminal, file: Path, to: Path) -> None:
    """Copy a closed workspace with its attachments, as from a stick."""
    workspaces.copy_here(file, to)
    terminal.say("copied", file=to)


@workspace.command("audit")
@click.argument("file", type=EXISTING)
@click.option("-o", "--out", type=FILE, required=True, help="An .xlsx or .csv file.")
@click.pass_obj
def write_audit(terminal: Terminal, file: Path, out: Path) -> None:
    """Write who opened, unmasked, exported, printed what and when."""
    lines = audit.write(opened(file), out)
    terminal.say("audit_written", file=out, lines=lines)


def fresh() -> str:
    """Return a new passphrase from the environment or a prompt, typed twice."""
    given = os.environ.get("SURVEYTOOL_NEW_PASSPHRASE")
    return given if given is not None else _asked()


def say_recovery_key(code: str, terminal: Terminal) -> None:
    """Say the recovery key once: on standard output, so that it can be printed."""
    terminal.say("recovery_key")
    click.echo(code)


def _asked() -> str:
    words = "新口令 New passphrase"
    return str(click.prompt(words, hide_input=True, confirmation_prompt=True, err=True))
