"""The command: surveytool …; and how its ends become exit codes."""

import platform
import sys
import traceback
from collections.abc import Sequence

import click

from surveytool.cli.casework import (
    approve,
    conflicts,
    decide,
    due,
    reopen,
    send_back,
)
from surveytool.cli.context import BUG, DONE, REFUSED, WRONG_USE, Terminal
from surveytool.cli.form import form
from surveytool.cli.ledger import ledger, roster
from surveytool.cli.package import join, package
from surveytool.cli.paper import print_sheet, report, sheets
from surveytool.cli.people import workspace
from surveytool.cli.procedure import casework
from surveytool.cli.survey import survey
from surveytool.cli.workspace import backup, dump, new, restore, verify
from surveytool.domain.refusal import Refusal
from surveytool.domain.sentences import Language, sentence

LANGUAGES: tuple[Language, ...] = ("zh", "en")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name=None, version="0.1.0", prog_name="surveytool")
@click.option(
    "--language",
    type=click.Choice(["zh", "en"]),
    default="zh",
    envvar="SURVEYTOOL_LANGUAGE",
    help="Language of what is said: zh (default) or en.",
)
@click.pass_context
def commands(context: click.Context, language: Language) -> None:
    """Watch over rural households offline: the tasks of the window, as commands."""
    context.obj = Terminal(language)


for command in (
    new, workspace, roster, ledger, form, survey, package, join, conflicts, decide, due,
    approve, send_back, reopen, casework, report, print_sheet, sheets, verify,
    backup, restore, dump,
):  # fmt: skip
    commands.add_command(command)


def tell_os_error(error: OSError) -> None:
    """Say which file could not be read or written."""
    reason = error.strerror or str(error)
    say_both("cli.file_trouble", file=str(error.filename or ""), reason=reason)


def say_both(code: str, **facts: str) -> None:
    """Say a sentence in both languages on standard error."""
    for language in LANGUAGES:
        click.echo(sentence(code, facts, language), err=True)


def run(arguments: Sequence[str]) -> int:
    """Run a command; returns the exit code of DESIGN §7."""
    try:
        code = commands.main(list(arguments), standalone_mode=False)
    except click.ClickException as error:
        told = sentence("cli.wrong_use", {"reason": error.format_message()}, "zh")
        click.echo(told, err=True)
        error.show()
        return WRONG_USE
    except click.Abort:
        say_both("cli.stopped")
        return WRONG_USE
    except Refusal as refusal:
        for language in LANGUAGES:
            click.echo(refusal.say(language), err=True)
        return refusal.exit_code
    except OSError as error:
        tell_os_error(error)
        return REFUSED
    except Exception:  # noqa: BLE001 - the one place where a bug becomes an exit code
        click.echo(f"surveytool 0.1.0, Python {platform.python_version()}", err=True)
        click.echo(traceback.format_exc(), file=sys.stderr)
        return BUG
    return code if isinstance(code, int) else DONE
