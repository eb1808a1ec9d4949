"""A submission without the screen."""

from pathlib import Path

import click

from surveytool.cli.context import DONE, EXISTING, FINDINGS, Terminal, opened, read_json
from surveytool.tasks import survey as surveys


@click.command()
@click.argument("file", type=EXISTING)
@click.option("--household", required=True, help="The household's id or 户编号.")
@click.option("--form", required=True, help="household_check, assistance_plan …")
@click.option("--answers", type=EXISTING, required=True, help='{"/data/…": "value"}')
@click.option("--draft", is_flag=True, help="Leave it unfinished.")
@click.pass_obj
def survey(
    terminal: Terminal,
    file: Path,
    household: str,
    form: str,
    answers: Path,
    *,
    draft: bool,
) -> int:
    """Fill in a form for a household from a file of answers."""
    told = read_json(answers, dict)
    desk = opened(file)
    open_form = surveys.begin(desk, surveys.household_id(desk, household), form)
    for ref, value in told.items():
        open_form.session.answer(ref, None if value is None else str(value))
    surveys.save(desk, open_form, open_form.take_unsaved())
    problems = [] if draft else surveys.finish(desk, open_form)
    terminal.list(problems)
    terminal.say("draft_kept" if draft or problems else "survey_finished", form=form)
    return FINDINGS if problems else DONE
