"""Commands for the authors of forms."""

from datetime import datetime
from pathlib import Path

import click

from surveytool.cli.context import (
    DONE,
    EXISTING,
    FINDINGS,
    FOLDER,
    NotADayError,
    NotTheJsonError,
    Terminal,
    print_json,
    read_json,
)
from surveytool.tasks import form_workshop


@click.group()
def form() -> None:
    """Check and try XLSForm workbooks."""


@form.command()
@click.argument("workbook", type=EXISTING)
@click.option("--media", type=FOLDER, help="The folder of the form's own files.")
@click.pass_obj
def check(terminal: Terminal, workbook: Path, media: Path | None) -> int:
    """Say what is wrong with a form, by sheet, row and column."""
    problems = form_workshop.check(workbook, media)
    terminal.list(problems)
    terminal.say("form_checked", problems=len(problems), file=workbook)
    return FINDINGS if problems else DONE


@form.command("compile")
@click.argument("workbook", type=EXISTING)
@click.pass_obj
def compile_(terminal: Terminal, workbook: Path) -> None:
    """Compile a workbook to the XForm XML beside it."""
    terminal.say("written", file=form_workshop.compile_beside(workbook), name="XForm")


def read_moment(text: str) -> datetime:
    """Return a moment; one without a zone is local time. Raises NotADayError."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise NotADayError(day=text) from error
    return moment if moment.tzinfo else moment.astimezone()


@form.command()
@click.argument("file", type=EXISTING)
@click.option("--actions", type=EXISTING, help="A JSON list of what is done.")
@click.option("--media", type=FOLDER, help="The folder of the form's own files.")
@click.option("--now", "moment", help="The time that today() and now() give.")
@click.option("--seed", type=int, default=0, help="What random() and uuid() follow.")
@click.option("--states", type=click.Choice(["all", "last"]), default="last")
def trace(
    file: Path,
    actions: Path | None,
    media: Path | None,
    moment: str | None,
    seed: int,
    states: str,
) -> None:
    """Print every state of a form as actions are done to it."""
    told = read_json(actions, list) if actions else []
    if not all(isinstance(one, dict) for one in told):
        raise NotTheJsonError(file=actions, reason="[{…}, …]")
    now = read_moment(moment) if moment else None
    print_json(
        form_workshop.trace_form(
            file, told, media=media, now=now, seed=seed, states=states
        )
    )
